import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** What may lie over a page. It stands in the address, so that "back" closes it. */
export const SHEETS = [
  'recommend',
  'note',
  'ask',
  'answer',
  'answer-anew',
  'edit',
  'why',
  'why-ask',
  'more',
  'pass',
  'address',
  'invite',
  'contacts',
  'request',
  'introduce',
  'bring',
  'accept',
  'sort',
  'remember',
  'moves',
  'outcome',
  'thank',
  'askable',
  'found',
  'join',
  'keys',
  'report',
] as const
export type SheetName = (typeof SHEETS)[number]

export interface SheetSearch {
  sheet?: SheetName | undefined
  /** What the sheet is about: a post, a subject, a tie, a request. */
  of?: string | undefined
}

/** What every sheet is given: what it is about, and how it goes away. */
export interface SheetProps {
  of: string | undefined
  onClose: () => void
}

/** Reads the sheet out of an address; what is unknown is no sheet. */
export function sheetSearch({ sheet, of }: { sheet?: unknown; of?: unknown }): SheetSearch {
  const known = SHEETS.find((name) => name === sheet)
  if (known === undefined) return {}
  return typeof of === 'string' ? { sheet: known, of } : { sheet: known }
}

/** Opens a sheet over the page at hand, which stays where it is; instead of the sheet that is open, where it replaces that. */
export function useOpenSheet(): (sheet: SheetName, of?: string, how?: { replace: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    (sheet, of, { replace } = { replace: false }) =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, sheet, of }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  )
}

/** Closes the sheet: back to the page that opened it, or to the bare page where the address itself opened it. */
export function useCloseSheet(): () => void {
  const navigate = useNavigate()
  const router = useRouter()
  return () => {
    if (router.history.canGoBack()) router.history.back()
    else {
      void navigate({
        to: '.',
        search: (before) => ({ ...before, sheet: undefined, of: undefined }),
        replace: true,
        resetScroll: false,
      })
    }
  }
}
