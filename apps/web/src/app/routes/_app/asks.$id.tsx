import type { AnswerToMe, OwnAsk, ReadAsk } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { AskLinkPart } from '../../../features/ask-links/ask-link-part.tsx'
import { GuestAnswers } from '../../../features/ask-links/guest-answers.tsx'
import { AnswerActions } from '../../../features/asks/ask-card.tsx'
import { answersQuery } from '../../../features/asks/ask-queries.ts'
import { AskVerbs } from '../../../features/asks/ask-verbs.tsx'
import { AskedWords, AskFacts } from '../../../features/asks/asked.tsx'
import css from '../../../features/asks/asks.module.css'
import { GivenAnswers } from '../../../features/asks/given-answers.tsx'
import { SolvedAction } from '../../../features/asks/solved-part.tsx'
import { Facts } from '../../../features/recommendations/facts.tsx'
import own from '../../../features/recommendations/own.module.css'
import { Said, SaidHead } from '../../../features/recommendations/said.tsx'
import { askQuery } from '../../../lib/ask-query.ts'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { Actions } from '../../../ui/action.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { TryAgain } from '../../../ui/try-again.tsx'
import { BackLink } from '../../back-link.tsx'
import { PageFailure } from '../../failure.tsx'
import { VoiceActions } from '../../voice-actions.tsx'

export const Route = createFileRoute('/_app/asks/$id')({ component: AskPage })

function AskPage() {
  const { id } = Route.useParams()
  const { data, error, refetch } = useQuery(askQuery(id))
  useTitle(data?.ask.wish.title)
  return (
    <Page aside={<section />}>
      <BackLink />
      <MarginColumn>
        {error !== null ? (
          <PageFailure error={error} onAgain={() => void refetch()} />
        ) : data === undefined ? (
          <CardSkeleton count={1} />
        ) : (
          <TheAsk read={data} />
        )}
      </MarginColumn>
    </Page>
  )
}

function TheAsk({ read: { ask, own: side } }: { read: ReadAsk }) {
  const openSheet = useOpenSheet()
  const navigate = Route.useNavigate()
  return (
    <>
      <article className={own.post}>
        {side === null && <SaidHead voice={ask} />}
        <h1 lang={ask.language}>{ask.wish.title}</h1>
        <AskFacts ask={ask} />
        <AskedWords ask={ask} />
        <AnswerActions ask={ask} onAnswer={(of) => openSheet('answer', of)} />
      </article>
      {side === null ? (
        <GivenAnswers ask={ask} />
      ) : (
        <>
          <Answers ask={ask} own={side} />
          <GuestAnswers ask={ask} actions={<SolvedAction ask={ask} own={side} answer={null} />} />
          {!ask.isOver && <AskLinkPart ask={ask} />}
          <AskVerbs ask={ask} own={side} onGone={() => void navigate({ to: '/asks', replace: true })} />
        </>
      )}
    </>
  )
}

/** What my ask was answered with, for me alone. */
function Answers({ ask, own: side }: OwnAsk) {
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(answersQuery(ask.post))
  if (data === undefined) {
    if (error === null) return <CardSkeleton count={1} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  // What came by its link stands below.
  if (data.length === 0 && side.guestAnswers > 0) return null
  return (
    <section className={layout.room}>
      <h2 className={text.section}>
        <Plural value={data.length} _0="No answer yet" one="# answer" other="# answers" />
      </h2>
      {data.length === 0 && !ask.isOver && (
        <p className={text.hint}>
          <Trans>Whoever hears it can answer until its last day. Only you see the answers.</Trans>
        </p>
      )}
      {data.map((answer) => (
        <Answer key={answer.voice.post} answer={answer} ask={ask} own={side} />
      ))}
    </section>
  )
}

function Answer({ answer: { voice }, ask, own: side }: OwnAsk & { answer: AnswerToMe }) {
  const { t } = useLingui()
  const { title } = voice.subject
  return (
    <article className={css.answer} aria-label={t`Answer: ${title}`}>
      <Said
        voice={voice}
        heading={
          <>
            <h2>
              <Link to="/recommendations/$id" params={{ id: voice.post }}>
                {title}
              </Link>
            </h2>
            <Facts subject={voice.subject} voice={voice} />
          </>
        }
      />
      <Actions>
        <SolvedAction ask={ask} own={side} answer={voice.post} />
        <VoiceActions voice={voice} />
      </Actions>
    </article>
  )
}
