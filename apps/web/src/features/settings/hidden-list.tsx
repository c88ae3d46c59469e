import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import rows from '../../ui/rows.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { hiddenQuery, useHearAgain } from './settings-queries.ts'

/** Whom and what I do not want to hear, each to be heard again. */
export function HiddenList() {
  const { t } = useLingui()
  const words = useErrorWords()
  const nameOf = usePersonWords()
  const { data, error, refetch } = useQuery(hiddenQuery)
  const hearAgain = useHearAgain()
  if (data === undefined) {
    if (error === null) return <RowSkeleton />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  if (data.people.length + data.posts.length + data.asks.length === 0)
    return <p className={text.muted}>{t`You hear everybody who reaches you.`}</p>
  return (
    <>
      <ul className={rows.rows}>
        {data.people.map(({ key, person }) => (
          <HiddenRow key={key} name={nameOf(person).who} onHearAgain={() => hearAgain.mutate(key)}>
            {t`all that this person says`}
          </HiddenRow>
        ))}
        {data.posts.map(({ key, voice }) => (
          <HiddenRow key={key} name={voice.subject.title} onHearAgain={() => hearAgain.mutate(key)}>
            {nameOf(voice.person).who}
          </HiddenRow>
        ))}
        {data.asks.map(({ key, ask }) => (
          <HiddenRow key={key} name={ask.wish.title} onHearAgain={() => hearAgain.mutate(key)}>
            {nameOf(ask.person).who}
          </HiddenRow>
        ))}
      </ul>
      {hearAgain.error !== null && <Refusal>{words(hearAgain.error)}</Refusal>}
    </>
  )
}

function HiddenRow({
  name,
  children,
  onHearAgain,
}: {
  name: string
  children: ReactNode
  onHearAgain: () => void
}) {
  return (
    <li>
      <div>
        <p className={text.name}>{name}</p>
        <p className={text.meta}>{children}</p>
      </div>
      <Button variant="quiet" onClick={onHearAgain}>
        <Trans>Hear it again</Trans>
      </Button>
    </li>
  )
}
