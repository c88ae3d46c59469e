import type { AudienceClass, Candidate, Voice } from '@kith/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { Button } from '../../ui/button.tsx'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { useAnswer } from './use-answer.ts'

const READERS: Record<AudienceClass, MessageDescriptor> = {
  me: msg`Nobody would read it.`,
  chosen: msg`A few people would read it, chosen one by one.`,
  circles: msg`Whole circles would read it.`,
  club: msg`A whole club would read it.`,
  onward: msg`Whole circles would read it, and whom they carry it on to.`,
}

/** Whether I may be recommended like this, where it is I; nothing where I am not asked. */
export function CandidacyQuestion({ voice }: { voice: Voice }) {
  const { candidate } = voice
  if (candidate === null || candidate.asked === null) return null
  return <Question voice={voice} candidate={candidate} />
}

function Question({ voice, candidate }: { voice: Voice; candidate: Candidate }) {
  const { t } = useLingui()
  const { who } = usePersonWords()(voice.person)
  const { said, yes, no, takeBack } = useAnswer(voice, candidate)
  if (said ?? candidate.agreed) {
    return (
      <WaitingQuestion
        title={<Trans>You said yes to this</Trans>}
        line={<Trans>Others hear it, for as long as you leave it so.</Trans>}
      >
        <Button disabled={said !== null} onClick={takeBack}>
          <Trans>Take the yes back</Trans>
        </Button>
      </WaitingQuestion>
    )
  }
  return (
    <WaitingQuestion
      title={<Trans>May {who} recommend you for this job?</Trans>}
      line={
        <>
          {t(READERS[voice.audience])}{' '}
          <Trans>
            Your own ties see that it is you, all others only if the words say so. Until you say yes nobody
            else reads it, and you can take a yes back at any time.
          </Trans>
        </>
      }
    >
      <Button variant="primary" disabled={said !== null} onClick={yes}>
        <Trans>Yes, gladly</Trans>
      </Button>
      <Button disabled={said !== null} onClick={no}>
        <Trans>No</Trans>
      </Button>
    </WaitingQuestion>
  )
}
