import type { OfferedIntroduction } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Refusal } from '../../ui/field.tsx'
import { useGoing } from '../../ui/going.ts'
import { Marked } from '../../ui/marked.tsx'
import text from '../../ui/text.module.css'
import { useLater } from '../../ui/use-later.ts'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { answerWith, introductionsQuery, useAnswer } from './introduction-queries.ts'
import css from './introductions.module.css'

/** What ties of mine offer me and I have not answered; nothing where there is none. */
export function OfferedList({ offered }: { offered: readonly OfferedIntroduction[] }) {
  const going = useGoing()
  return offered
    .filter(({ id, state }) => state === 'offered' && !going.has(id))
    .map((one) => <Offered key={one.id} offered={one} />)
}

function Offered({ offered: { id, broker, kind, line } }: { offered: OfferedIntroduction }) {
  const { t, i18n } = useLingui()
  const words = useErrorWords()
  const personWords = usePersonWords()
  const queryClient = useQueryClient()
  const later = useLater(words)
  const answer = useAnswer(id)
  const { who } = personWords(broker)
  const word = t(KINDS[kind].word)
  const refuse = (said: 'notNow' | 'never') =>
    later({
      text:
        said === 'never'
          ? t`Introductions of the kind “${word}” reach you no more. Nobody is told.`
          : t`Not now. Nobody is told.`,
      act: async () => {
        await answerWith(id)(said)
        await queryClient.invalidateQueries(introductionsQuery)
      },
      hides: id,
    })
  return (
    <>
      <WaitingQuestion
        title={<Trans>{who} would like to bring you together with somebody.</Trans>}
        line={
          <>
            <span className={cx(text.voiceSmall, css.said)}>
              <Marked>{quoted(line, i18n.locale)}</Marked>
            </span>
            <Trans>
              It is about: {word}. Who it is you learn once both have said yes; then you three can write to
              each other. A no looks like silence, to {who} too.
            </Trans>
          </>
        }
      >
        <Button
          variant="primary"
          busy={answer.isPending}
          busyLabel={t`One moment`}
          onClick={() => answer.mutate('yes')}
        >
          <Trans>Yes, gladly</Trans>
        </Button>
        <Button disabled={answer.isPending} onClick={() => refuse('notNow')}>
          <Trans>Not now</Trans>
        </Button>
        <Button variant="quiet" disabled={answer.isPending} onClick={() => refuse('never')}>
          <Trans>Never of this kind</Trans>
        </Button>
      </WaitingQuestion>
      {answer.error !== null && <Refusal>{words(answer.error)}</Refusal>}
    </>
  )
}
