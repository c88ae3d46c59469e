import type { Ask, Me, OwnRecommendations } from '@kith/contract'
import { Trans } from '@lingui/react/macro'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { meQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useMe } from '../../lib/use-me.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { SheetPart } from '../../ui/sheet.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { answerableAsksQuery } from './ask-queries.ts'
import { isMostlyOwn } from './navel.ts'

const latestQuery = queryOptions({
  queryKey: ['own', 'latest'],
  queryFn: ({ signal }) => api.get<OwnRecommendations>('/recommendations', { signal }),
  select: ({ recommendations }) => recommendations,
})

/** One quiet line for whoever mostly recommends what is his: what somebody else looks for. Off by one tap. */
export function NavelLine() {
  const { navelCheck } = useMe()
  const [wasOn] = useState(navelCheck)
  const { data: own = [] } = useQuery({ ...latestQuery, enabled: wasOn })
  const isDue = wasOn && isMostlyOwn(own)
  const { data: [first] = [] } = useQuery({ ...answerableAsksQuery, enabled: isDue })
  const turn = useTurn()
  if (!isDue || first === undefined) return null
  return (
    <SheetPart>
      {navelCheck ? (
        <p className={text.hint}>
          <Asked ask={first.ask} replace />{' '}
          <button type="button" className={text.link} onClick={() => turn.mutate(false)}>
            <Trans>No such lines any more</Trans>
          </button>
        </p>
      ) : (
        <p className={text.hint} role="status">
          <Trans>You are not reminded any more.</Trans>{' '}
          <button type="button" className={text.link} onClick={() => turn.mutate(true)}>
            <Trans>Undo</Trans>
          </button>
        </p>
      )}
    </SheetPart>
  )
}

/** One open ask that I could answer; nothing while nobody asks. */
export function OpenAsk() {
  const { data: [first] = [] } = useQuery(answerableAsksQuery)
  if (first === undefined) return null
  return (
    <p>
      <Asked ask={first.ask} replace={false} />
    </p>
  )
}

function Asked({ ask, replace }: { ask: Ask; replace: boolean }) {
  const personWords = usePersonWords()
  const openSheet = useOpenSheet()
  const { acting: who } = personWords(ask.person)
  const { title } = ask.wish
  return (
    <Trans>
      {who} asks:{' '}
      <button type="button" className={text.link} onClick={() => openSheet('answer', ask.post, { replace })}>
        {title}
      </button>{' '}
      Perhaps you know.
    </Trans>
  )
}

function useTurn() {
  const words = useErrorWords()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (navelCheck: boolean) => api.patch<Me>('/me', { navelCheck }),
    onSuccess: (me) => queryClient.setQueryData(meQuery.queryKey, me),
    onError: (error) => showToast({ text: words(error) }),
  })
}
