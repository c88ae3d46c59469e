import type { Likeness, Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { usePersonWords } from '../../lib/words/person-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import text from '../../ui/text.module.css'
import { showToast } from '../../ui/toast.tsx'
import { WaitingQuestion } from '../../ui/waiting-question.tsx'
import { likenessQuery, useSayLikeness } from './likeness-queries.ts'

/** Whether my recommendation is about the same as another that I hear; nothing is shown where nothing is to be asked. */
export function LikenessRoom({ voice: { post, subject } }: { voice: Voice }) {
  const words = useErrorWords()
  const { data } = useQuery(likenessQuery(post))
  const say = useSayLikeness(post)
  if (data === undefined) return null
  return (
    <>
      {data.asked !== null && <Question asked={data.asked} say={say} />}
      {data.moved && <Moved subject={subject.id} say={say} />}
      {say.error !== null && <Refusal>{words(say.error)}</Refusal>}
    </>
  )
}

type Saying = ReturnType<typeof useSayLikeness>

function Question({ asked: { subject, person, post }, say }: QuestionProps) {
  const { t } = useLingui()
  const { acting: who } = usePersonWords()(person)
  const title = quoted(subject.title, spokenLanguage())
  const undo = () => say.mutate({ subject: subject.id, same: undefined })
  const answer = (same: boolean, done: string) =>
    say.mutate(
      { subject: subject.id, same },
      { onSuccess: () => showToast({ text: done, action: [{ label: t`Undo`, onPress: undo }] }) },
    )
  return (
    <WaitingQuestion
      title={
        <Trans>
          Is this the same as{' '}
          <Link className={text.link} to="/recommendations/$id" params={{ id: post }}>
            {title}
          </Link>
          ?
        </Trans>
      }
      line={<Trans>{who} wrote about it. If it is, yours stands beside it. Nobody is told.</Trans>}
    >
      <Button disabled={say.isPending} onClick={() => answer(true, t`It stands beside the other one now.`)}>
        <Trans>Yes</Trans>
      </Button>
      <Button disabled={say.isPending} onClick={() => answer(false, t`They stay apart.`)}>
        <Trans>No</Trans>
      </Button>
    </WaitingQuestion>
  )
}

interface QuestionProps {
  asked: NonNullable<Likeness['asked']>
  say: Saying
}

/** What a yes did, and the way back. */
function Moved({ subject, say }: { subject: string; say: Saying }) {
  const { t } = useLingui()
  return (
    <section className={layout.room} aria-label={t`About the same thing`}>
      <div className={layout.stack}>
        <p className={text.muted}>
          <Trans>You said that this is about the same as another. It stands beside it.</Trans>
        </p>
        <div>
          <Button disabled={say.isPending} onClick={() => say.mutate({ subject, same: undefined })}>
            <Trans>Take them apart again</Trans>
          </Button>
        </div>
      </div>
    </section>
  )
}
