import type { ShownTie, TieId } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useOpenSheet } from '../../lib/use-sheet.ts'
import { CLOSENESS, stepOf } from '../../lib/words/closeness-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { Button } from '../../ui/button.tsx'
import { showToast, UNDO_MS } from '../../ui/toast.tsx'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { useAnswerCloseness } from './care-queries.ts'

/** Once a year: is it still as I said? The other never learns that it was asked. */
export function ClosenessQuestion({ tie, person }: { tie: TieId; person: ShownTie }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const answer = useAnswerCloseness(tie)
  const name = firstName(person.name)
  const step = stepOf(person.closeness)
  const say = (said: 'same' | 'later', words: string) =>
    answer.mutate({
      said,
      done: () =>
        showToast({
          text: words,
          durationMs: UNDO_MS,
          action: [{ label: t`Undo`, onPress: () => answer.mutate({ said: null }) }],
        }),
    })
  return (
    <WaitingQuestion
      title={t`${name}: still acquainted, or closer?`}
      line={
        step === null ? (
          <Trans>You have not said how well you know each other. Only you see it.</Trans>
        ) : (
          <Trans>You said: {t(CLOSENESS[step].short)}. Only you see it.</Trans>
        )
      }
    >
      <Button onClick={() => say('same', t`It stays as it is for another year.`)}>
        <Trans>Leave it as it is</Trans>
      </Button>
      <Button onClick={() => openSheet('sort', tie)}>
        <Trans>Change it …</Trans>
      </Button>
      <Button variant="quiet" onClick={() => say('later', t`You are asked again in a month.`)}>
        <Trans>Not now</Trans>
      </Button>
    </WaitingQuestion>
  )
}
