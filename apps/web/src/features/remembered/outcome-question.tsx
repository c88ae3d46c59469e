import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/button.tsx'
import { useGoing } from '../../ui/going.ts'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { questionsQuery } from './question-queries.ts'
import { useAnswers } from './use-answers.ts'

/** Whether something helped that I remembered or looked up some time ago; one at a time, and nothing while none waits. */
export function OutcomeQuestion() {
  const { t } = useLingui()
  const { data } = useQuery(questionsQuery)
  const going = useGoing()
  const question = data?.questions.find(({ voice }) => !going.has(voice.post))
  const { helped, letDown, notYet, dontAsk } = useAnswers(question?.voice.post ?? '')
  if (question === undefined) return null
  const { title } = question.voice.subject
  return (
    <WaitingQuestion
      title={t`${title}: did it help?`}
      line={
        question.because === 'contact' ? (
          <Trans>You looked up the contact some time ago. What you say is told to nobody.</Trans>
        ) : (
          <Trans>You remembered it some time ago. What you say is told to nobody.</Trans>
        )
      }
    >
      <Button onClick={helped}>
        <Trans>It helped</Trans>
      </Button>
      <Button onClick={letDown}>
        <Trans>It let me down</Trans>
      </Button>
      <Button variant="quiet" onClick={notYet}>
        <Trans>Not yet</Trans>
      </Button>
      <Button variant="quiet" onClick={dontAsk}>
        <Trans>Don’t ask</Trans>
      </Button>
    </WaitingQuestion>
  )
}
