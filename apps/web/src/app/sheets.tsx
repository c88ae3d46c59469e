import { useLingui } from '@lingui/react/macro'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type ComponentType, useDeferredValue, useEffect } from 'react'
import { speakEverywhere } from '../lib/language.ts'
import { useAfterPaint } from '../lib/use-after-paint.ts'
import { useErrorWords } from '../lib/use-error-words.ts'
import { type SheetName, type SheetProps, sheetSearch, useCloseSheet } from '../lib/use-sheet.ts'
import { whenUsed } from '../lib/when-used.ts'
import { Scrim } from '../ui/scrim.tsx'
import text from '../ui/text.module.css'
import { showToast } from '../ui/toast.tsx'

type Named = ComponentType<SheetProps>

const LOAD: Record<SheetName, () => Promise<Named>> = {
  recommend: () =>
    worn(
      async () => (await import('./ask-sheets.tsx')).withNavelLine,
      async () => (await import('../features/recommendations/composer/recommend-sheet.tsx')).RecommendSheet,
    ),
  note: async () => (await import('../features/recommendations/composer/recommend-sheet.tsx')).NoteSheet,
  ask: () =>
    worn(
      async () => (await import('./ask-sheets.tsx')).withWhom,
      async () => (await import('../features/asks/ask-sheet.tsx')).AskSheet,
    ),
  answer: () =>
    worn(
      async () => (await import('./ask-sheets.tsx')).withAnew,
      async () => (await import('../features/asks/answer-sheet.tsx')).AnswerSheet,
    ),
  'answer-anew': async () =>
    (await import('../features/recommendations/composer/recommend-sheet.tsx')).AnswerAnewSheet,
  edit: async () => (await import('../features/recommendations/composer/edit-sheet.tsx')).EditSheet,
  why: async () => (await import('../features/recommendations/why-sheet.tsx')).WhySheet,
  'why-ask': async () => (await import('../features/recommendations/why-sheet.tsx')).WhyAskSheet,
  more: async () => (await import('../features/recommendations/more-sheet.tsx')).MoreSheet,
  pass: async () => (await import('../features/for-me/pass-sheet.tsx')).PassSheet,
  address: async () => (await import('../features/for-me/address-sheet.tsx')).AddressSheet,
  invite: () =>
    worn(
      async () => (await import('./of-wanted.tsx')).ofWanted,
      async () => (await import('../features/invitations/invite-sheet.tsx')).InviteSheet,
    ),
  contacts: async () => (await import('../features/to-invite/contacts-sheet.tsx')).ContactsSheet,
  request: async () => (await import('../features/ties/request-sheet.tsx')).RequestSheet,
  introduce: async () => (await import('../features/introductions/introduce-sheet.tsx')).IntroduceSheet,
  bring: async () => (await import('../features/introductions/bring-sheet.tsx')).BringSheet,
  accept: async () => (await import('../features/ties/accept-sheet.tsx')).AcceptSheet,
  sort: async () => (await import('../features/ties/sort-sheet.tsx')).SortSheet,
  remember: () =>
    worn(
      async () => (await import('./of-voice.tsx')).ofVoice,
      async () => (await import('../features/remembered/remember-sheet.tsx')).RememberSheet,
    ),
  moves: async () => (await import('../features/ties/moves-sheet.tsx')).MovesSheet,
  outcome: async () => (await import('../features/experience/outcome-sheet.tsx')).OutcomeSheet,
  thank: () =>
    worn(
      async () => (await import('./of-voice.tsx')).ofVoice,
      async () => (await import('../features/thanks/thank-sheet.tsx')).ThankSheet,
    ),
  askable: () =>
    worn(
      async () => (await import('./with-ties-choice.tsx')).withTiesChoice,
      async () => (await import('../features/askable/askable-sheet.tsx')).AskableSheet,
    ),
  found: async () => (await import('../features/clubs/club-form.tsx')).FoundSheet,
  join: async () => (await import('../features/clubs/join-sheet.tsx')).JoinSheet,
  report: async () => (await import('../features/reports/report-sheet.tsx')).ReportSheet,
  keys: async () => (await import('../features/settings/keys-sheet.tsx')).KeysSheet,
}

/** A sheet of a feature, with what the app puts into it; both come at once. */
async function worn<Props>(
  loadWrapper: () => Promise<(sheet: ComponentType<Props>) => Named>,
  loadSheet: () => Promise<ComponentType<Props>>,
): Promise<Named> {
  const [wrap, sheet] = await Promise.all([loadWrapper(), loadSheet()])
  return wrap(sheet)
}

function sheetQuery(name: SheetName) {
  return queryOptions({
    queryKey: ['live', 'sheet', name],
    queryFn: async () => {
      const [Named] = await Promise.all([LOAD[name](), speakEverywhere()])
      return { Named }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** The sheet that the address names, over the page at hand. */
export function Sheets() {
  const asked = useSearch({ from: '/_app', select: sheetSearch, structuralSharing: true })
  const painted = useAfterPaint(asked)
  const onClose = useCloseSheet()
  useSheetsAtHand()
  if (asked.sheet === undefined) return null
  // The press is answered before all that a sheet holds is rendered.
  const { sheet, of } = painted ?? {}
  return (
    <Scrim onClose={onClose}>
      {sheet !== undefined && (
        <OpenSheet key={`${sheet} ${of ?? ''}`} name={sheet} of={of} onClose={onClose} />
      )}
    </Scrim>
  )
}

function OpenSheet({ name, of, onClose }: SheetProps & { name: SheetName }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error } = useQuery(sheetQuery(name))
  useEffect(() => {
    if (error === null) return
    showToast({ text: words(error) })
    onClose()
    // Only the failure itself says so, not a new rendering.
  }, [error])
  // In small pieces, not all at once when its script is there.
  const Named = useDeferredValue(data)?.Named
  if (Named === undefined) return <p className={text.vh} role="status">{t`Loading`}</p>
  return <Named of={of} onClose={onClose} />
}

// One may want to write something down just where there is no network: what writing needs is fetched before it is asked for.
function useSheetsAtHand() {
  const queryClient = useQueryClient()
  useEffect(
    () =>
      whenUsed(() => {
        void queryClient.prefetchQuery(sheetQuery('recommend'))
        void queryClient.prefetchQuery(sheetQuery('why'))
      }),
    [queryClient],
  )
}
