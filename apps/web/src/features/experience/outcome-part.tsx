import type { MyOutcome, Outcome, ShownTie } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { failureOf } from '../../lib/api-error.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import layout from '../../ui/layout.module.css'
import { RowSkeleton } from '../../ui/skeleton.tsx'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { TryAgain } from '../../ui/try-again.tsx'
import { outcomeQuery, useSayOutcome, useTakeBackOutcome } from './outcome-queries.ts'
import { SentenceForm } from './sentence-form.tsx'

/**
 * How it went with a recommendation that I followed: said to nobody, and taken back as easily. `onHelped` is called when
 * there is nothing more to say.
 */
export function OutcomePart({ post, onHelped }: { post: string; onHelped?: () => void }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const said = useQuery(outcomeQuery(post))
  const say = useSayOutcome(post)
  const takeBack = useTakeBackOutcome(post)
  const undo = () => takeBack.mutate(undefined, { onError: (error) => showToast({ text: words(error) }) })
  const helped = () => {
    onHelped?.()
    showToast({ text: t`Kept: it helped.`, action: [{ label: t`Undo`, onPress: undo }] })
  }
  const error = say.error ?? takeBack.error
  const failure = failureOf(said)
  if (failure !== null) return <TryAgain onAgain={() => void said.refetch()}>{words(failure)}</TryAgain>
  if (said.data === undefined) return <RowSkeleton count={1} />
  return (
    <div className={layout.stack}>
      {said.data.outcome === null ? (
        <p className={text.muted}>
          <Trans>
            Nobody is told. Your word changes only how much those of your people count with you through whom
            it came.
          </Trans>
        </p>
      ) : (
        <WhatISaid said={said.data} outcome={said.data.outcome} />
      )}
      <div className={layout.buttons}>
        {said.data.outcome !== 'helped' && (
          <Button
            disabled={say.isPending}
            onClick={() => say.mutate({ outcome: 'helped' }, { onSuccess: helped })}
          >
            <Icon of={ThumbsUp} />
            {t`It helped`}
          </Button>
        )}
        {said.data.outcome !== 'letDown' && (
          <Button disabled={say.isPending} onClick={() => say.mutate({ outcome: 'letDown', sentence: null })}>
            <Icon of={ThumbsDown} />
            {t`It let me down`}
          </Button>
        )}
        {said.data.outcome !== null && (
          <Button variant="quiet" disabled={takeBack.isPending} onClick={undo}>
            {t`Take it back`}
          </Button>
        )}
      </div>
      {error !== null && <Refusal>{words(error)}</Refusal>}
      {said.data.outcome === 'letDown' && <SentenceForm post={post} sent={said.data.sentence} />}
    </div>
  )
}

function WhatISaid({ said: { moved }, outcome }: { said: MyOutcome; outcome: Outcome }) {
  const { t } = useLingui()
  const names = namesOf(moved)
  return (
    <div>
      <p>{outcome === 'helped' ? t`You said that it helped.` : t`You said that it let you down.`}</p>
      <p className={text.muted}>
        {moved.length === 0
          ? t`It changes nothing for anybody.`
          : outcome === 'helped'
            ? t`Counts more with you since: ${names}. Only you know.`
            : t`Counts less with you since: ${names}. Only you know.`}
      </p>
    </div>
  )
}

function namesOf(ties: readonly ShownTie[]): string {
  const names = ties.map(({ name }) => firstName(name))
  return new Intl.ListFormat(spokenLanguage(), { type: 'conjunction' }).format(names)
}
