import type { PostId } from '@kith/contract'
import type { ComponentType, ReactNode } from 'react'
import type { WhomPart } from '../features/asks/ask-sheet.tsx'
import { NavelLine } from '../features/asks/navel-line.tsx'
import { AudiencePart } from '../features/recommendations/composer/audience-part.tsx'
import { type SheetProps, useOpenSheet } from '../lib/use-sheet.ts'

// An ask travels as a recommendation without an interest does.
const Whom: WhomPart = ({ draft, error, onChange }) => (
  <AudiencePart
    draft={{ ...draft, interest: 'none', verdict: 'recommend' }}
    error={error}
    hasNotebook={false}
    onChange={({ audience, onward }) => {
      if (audience?.form === 'notebook') return
      onChange({ ...(audience && { audience }), ...(onward !== undefined && { onward }) })
    }}
  />
)

/** A sheet in which one chooses whom an ask is for, as the composer lets one. */
export function withWhom(Named: ComponentType<SheetProps & { whom: WhomPart }>) {
  return function WithWhom(props: SheetProps) {
    return <Named {...props} whom={Whom} />
  }
}

/** A sheet from which one goes on to recommend something new. */
export function withAnew(Named: ComponentType<SheetProps & { onNew: (ask: PostId) => void }>) {
  return function WithAnew(props: SheetProps) {
    const openSheet = useOpenSheet()
    return <Named {...props} onNew={(ask) => openSheet('answer-anew', ask, { replace: true })} />
  }
}

/** A sheet in which one writes about something of one’s own, with a line about what others ask. */
export function withNavelLine(Named: ComponentType<SheetProps & { hint: ReactNode }>) {
  return function WithNavelLine(props: SheetProps) {
    return <Named {...props} hint={<NavelLine />} />
  }
}
