import { LinkToSend } from '../../ui/link-to-send.tsx'
import { SheetPart } from '../../ui/sheet.tsx'

/** The address that an invitation is opened at. */
export function linkOf(secret: string): string {
  return `${location.origin}/invitation/${secret}`
}

/** The link of an invitation, to be sent. */
export function InvitationLink({ secret }: { secret: string }) {
  return (
    <SheetPart>
      <LinkToSend link={linkOf(secret)} />
    </SheetPart>
  )
}
