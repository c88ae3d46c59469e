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
import { ShowMyself } from '../../../features/asks/show-myself.tsx'
import { SolvedAction } from '../../../features/asks/solved-part.tsx'
import { WhoCouldKnow } from '../../../features/asks/who-could-know.tsx'
import { Facts } from '../../../features/recommendations/facts.tsx'
import { useOpenWhyAsk } from '../../../features/recommendations/open-why.ts'
import own from '../../../features/recommendations/own.module.css'
import { Said, SaidHead } from '../../../features/recommendations/said.tsx'
import { failureOf } from '../../../lib/api-error.ts'
import { askQuery } from '../../../lib/ask-query.ts'
import { useReportKnob } from '../../../lib/report.ts'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { Actions } from '../../../ui/action.tsx'
import { Knob, Knobs } from '../../../ui/knobs.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { TryAgain } from '../../../ui/try-again.tsx'
import { AskTags } from '../../ask-tags.tsx'
import { BackLink } from '../../back-link.tsx'
import { PageFailure } from '../../failure.tsx'
import { VoiceActions } from '../../voice-actions.tsx'

export const Route = createFileRoute('/_app/asks/$id')({ component: AskPage })

function AskPage() {
  const { id } = Route.useParams()
  const query = useQuery(askQuery(id))
  const { data, refetch } = query
  const failure = failureOf(query)
  useTitle(data?.ask.wish.title)
  return (
    <Page
      aside={data === undefined || data.own === null ? <section /> : <WhoCouldKnow ask={data.ask} />}
      below
    >
      <BackLink />
      <MarginColumn>
        {failure !== null ? (
          <PageFailure error={failure} onAgain={() => void refetch()} />
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
  const openWhyAsk = useOpenWhyAsk()
  const reportKnob = useReportKnob()
  const navigate = Route.useNavigate()
  return (
    <>
      <article className={own.post}>
        {side === null && <SaidHead voice={ask} onWhy={openWhyAsk} />}
        <h1 lang={ask.language}>{ask.wish.title}</h1>
        <AskFacts ask={ask} />
        <AskedWords ask={ask} />
        <AskTags ask={ask} />
        <AnswerActions ask={ask} onAnswer={(of) => openSheet('answer', of)} onWhy={() => openWhyAsk(ask)} />
      </article>
      {side === null ? (
        <>
          <GivenAnswers ask={ask} />
          <div className={layout.part}>
            <Knobs>
              <Knob {...reportKnob('ask', ask.post)} />
            </Knobs>
          </div>
        </>
      ) : (
        <>
          <Answers ask={ask} own={side} />
          <GuestAnswers ask={ask} actions={<SolvedAction ask={ask} own={side} answer={null} />} />
          {!ask.isOver && <AskLinkPart ask={ask} />}
          <div className={layout.part}>
            <AskVerbs ask={ask} own={side} onGone={() => void navigate({ to: '/asks', replace: true })} />
          </div>
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
        {data.length === 0 && ask.isOver ? (
          <Trans>No answer</Trans>
        ) : (
          <Plural value={data.length} _0="No answer yet" one="# answer" other="# answers" />
        )}
      </h2>
      {data.length === 0 && (
        <p className={text.hint}>
          {!ask.isOver ? (
            <Trans>Whoever hears it can answer until its last day. Only you see the answers.</Trans>
          ) : side.result?.solved ? (
            <Trans>You found it another way.</Trans>
          ) : (
            <Trans>It is over, and nobody had an answer.</Trans>
          )}
        </p>
      )}
      {data.map((answer) => (
        <Answer key={answer.voice.post} answer={answer} ask={ask} own={side} />
      ))}
    </section>
  )
}

function Answer({ answer, ask, own: side }: OwnAsk & { answer: AnswerToMe }) {
  const { t } = useLingui()
  const { voice } = answer
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
        <ShowMyself ask={ask.post} answer={answer} />
      </Actions>
    </article>
  )
}
