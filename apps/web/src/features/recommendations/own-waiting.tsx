import type { OwnRecommendation } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { Button } from '../../ui/button.tsx'
import { useGoing } from '../../ui/going.ts'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { DeleteSheet } from './delete-sheet.tsx'
import css from './own.module.css'
import { useStillTrue, waitingQuery } from './use-still-true.ts'

/** What I said so long ago that it fades for others. Nothing stands here as long as nothing does. */
export function OwnWaiting() {
  const { t } = useLingui()
  const words = useErrorWords()
  const going = useGoing()
  const { data, error, refetch } = useQuery(waitingQuery)
  if (data === undefined && error !== null) {
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  const waiting = data?.recommendations.filter(({ voice }) => !going.has(voice.post)) ?? []
  if (waiting.length === 0) return null
  return (
    <section className={css.waiting} aria-label={t`Still true?`}>
      <h2 className={text.section}>{t`Still true?`}</h2>
      <p className={text.muted}>
        <Trans>They fade for others until you say so.</Trans>
      </p>
      <ul>
        {waiting.map((own) => (
          <Waiting key={own.voice.post} own={own} />
        ))}
      </ul>
    </section>
  )
}

function Waiting({ own: { voice } }: { own: OwnRecommendation }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const confirm = useStillTrue(voice.post)
  const [asked, setAsked] = useState(false)
  const ago = agoWords(voice.stillTrue ?? voice.created, now(), spokenLanguage())
  return (
    <li>
      <p>
        <b>{voice.subject.title}</b> <span className={text.meta}>{t`last said ${ago}`}</span>
      </p>
      <div className={layout.buttons}>
        <Button onClick={confirm}>
          <Trans>Yes, still true</Trans>
        </Button>
        <Button onClick={() => openSheet('edit', voice.post)}>
          <Trans>Edit</Trans>
        </Button>
        <Button onClick={() => setAsked(true)}>
          <Trans>Take back</Trans>
        </Button>
      </div>
      {asked && (
        <DeleteSheet post={voice.post} onClose={() => setAsked(false)} onGone={() => setAsked(false)} />
      )}
    </li>
  )
}
