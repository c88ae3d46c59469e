import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type ComponentType, useEffect } from 'react'
import { useErrorWords } from '../lib/use-error-words.ts'
import { type SheetName, type SheetProps, useCloseSheet } from '../lib/use-sheet.ts'
import { whenIdle } from '../lib/when-idle.ts'
import { showToast } from '../ui/toast.tsx'
import { withAnew, withNavelLine, withWhom } from './ask-sheets.tsx'
import { ofVoice } from './of-voice.tsx'
import { ofWanted } from './of-wanted.tsx'

type Named = ComponentType<SheetProps>

const LOAD: Record<SheetName, () => Promise<Named>> = {
  recommend: async () =>
    withNavelLine((await import('../features/recommendations/composer/recommend-sheet.tsx')).RecommendSheet),
  note: async () => (await import('../features/recommendations/composer/recommend-sheet.tsx')).NoteSheet,
  ask: async () => withWhom((await import('../features/asks/ask-sheet.tsx')).AskSheet),
  answer: async () => withAnew((await import('../features/asks/answer-sheet.tsx')).AnswerSheet),
  'answer-anew': async () =>
    (await import('../features/recommendations/composer/recommend-sheet.tsx')).AnswerAnewSheet,
  edit: async () => (await import('../features/recommendations/composer/edit-sheet.tsx')).EditSheet,
  why: async () => (await import('../features/recommendations/why-sheet.tsx')).WhySheet,
  'why-ask': async () => (await import('../features/recommendations/why-sheet.tsx')).WhyAskSheet,
  more: async () => (await import('../features/recommendations/more-sheet.tsx')).MoreSheet,
  pass: async () => (await import('../features/for-me/pass-sheet.tsx')).PassSheet,
  address: async () => (await import('../features/for-me/address-sheet.tsx')).AddressSheet,
  invite: async () => ofWanted((await import('../features/invitations/invite-sheet.tsx')).InviteSheet),
  contacts: async () => (await import('../features/to-invite/contacts-sheet.tsx')).ContactsSheet,
  request: async () => (await import('../features/ties/request-sheet.tsx')).RequestSheet,
  introduce: async () => (await import('../features/introductions/introduce-sheet.tsx')).IntroduceSheet,
  bring: async () => (await import('../features/introductions/bring-sheet.tsx')).BringSheet,
  accept: async () => (await import('../features/ties/accept-sheet.tsx')).AcceptSheet,
  sort: async () => (await import('../features/ties/sort-sheet.tsx')).SortSheet,
  remember: async () => ofVoice((await import('../features/remembered/remember-sheet.tsx')).RememberSheet),
  moves: async () => (await import('../features/ties/moves-sheet.tsx')).MovesSheet,
  outcome: async () => (await import('../features/experience/outcome-sheet.tsx')).OutcomeSheet,
  thank: async () => ofVoice((await import('../features/thanks/thank-sheet.tsx')).ThankSheet),
  askable: async () =>
    (await import('./with-ties-choice.tsx')).withTiesChoice(
      (await import('../features/askable/askable-sheet.tsx')).AskableSheet,
    ),
  found: async () => (await import('../features/clubs/club-form.tsx')).FoundSheet,
  join: async () => (await import('../features/clubs/join-sheet.tsx')).JoinSheet,
  report: async () => (await import('../features/reports/report-sheet.tsx')).ReportSheet,
  keys: async () => (await import('../features/settings/keys-sheet.tsx')).KeysSheet,
}

function sheetQuery(name: SheetName) {
  return queryOptions({
    queryKey: ['live', 'sheet', name],
    queryFn: async () => ({ Named: await LOAD[name]() }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** The sheet that the address names, over the page at hand. */
export function Sheets() {
  const { sheet, of } = useSearch({ from: '/_app' })
  const onClose = useCloseSheet()
  useSheetsAtHand()
  if (sheet === undefined) return null
  return <OpenSheet key={`${sheet} ${of ?? ''}`} name={sheet} of={of} onClose={onClose} />
}

function OpenSheet({ name, of, onClose }: SheetProps & { name: SheetName }) {
  const words = useErrorWords()
  const { data, error } = useQuery(sheetQuery(name))
  useEffect(() => {
    if (error === null) return
    showToast({ text: words(error) })
    onClose()
    // Only the failure itself says so, not a new rendering.
  }, [error])
  return data === undefined ? null : <data.Named of={of} onClose={onClose} />
}

// One may want to write something down just where there is no network: what writing needs is fetched beforehand.
function useSheetsAtHand() {
  const queryClient = useQueryClient()
  useEffect(
    () =>
      whenIdle(() => {
        void queryClient.prefetchQuery(sheetQuery('recommend'))
        void queryClient.prefetchQuery(sheetQuery('why'))
      }),
    [queryClient],
  )
}
