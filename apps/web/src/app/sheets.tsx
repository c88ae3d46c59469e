import { useSearch } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { type SheetName, useCloseSheet } from '../lib/use-sheet.ts'

/** What every sheet is given: what it is about, and how it goes away. */
export interface SheetProps {
  of: string | undefined
  onClose: () => void
}

const SHEET: Record<SheetName, ComponentType<SheetProps>> = {
  recommend: lazy(async () => {
    const { RecommendSheet } = await import('../features/recommendations/composer/recommend-sheet.tsx')
    return { default: RecommendSheet }
  }),
  edit: lazy(async () => {
    const { EditSheet } = await import('../features/recommendations/composer/edit-sheet.tsx')
    return { default: EditSheet }
  }),
  why: lazy(async () => {
    const { WhySheet } = await import('../features/recommendations/why-sheet.tsx')
    return { default: WhySheet }
  }),
  invite: lazy(async () => {
    const { InviteSheet } = await import('../features/invitations/invite-sheet.tsx')
    return { default: InviteSheet }
  }),
  request: lazy(async () => {
    const { RequestSheet } = await import('../features/ties/request-sheet.tsx')
    return { default: RequestSheet }
  }),
  accept: lazy(async () => {
    const { AcceptSheet } = await import('../features/ties/accept-sheet.tsx')
    return { default: AcceptSheet }
  }),
  sort: lazy(async () => {
    const { SortSheet } = await import('../features/ties/sort-sheet.tsx')
    return { default: SortSheet }
  }),
  keys: lazy(async () => {
    const { KeysSheet } = await import('../features/settings/keys-sheet.tsx')
    return { default: KeysSheet }
  }),
}

/** The sheet that the address names, over the page at hand. Each is loaded when it is first opened. */
export function Sheets() {
  const { sheet, of } = useSearch({ from: '/_app' })
  const onClose = useCloseSheet()
  if (sheet === undefined) return null
  const Named = SHEET[sheet]
  return (
    <Suspense fallback={null}>
      <Named key={of ?? ''} of={of} onClose={onClose} />
    </Suspense>
  )
}
