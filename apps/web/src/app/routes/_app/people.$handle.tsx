import type { PersonPage, Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Navigate } from '@tanstack/react-router'
import { TieAskables } from '../../../features/askable/tie-askables.tsx'
import { TieCarePart } from '../../../features/care/tie-care.tsx'
import { IntroductionKnobs } from '../../../features/introductions/introduction-knobs.tsx'
import css from '../../../features/people/people.module.css'
import { personQuery } from '../../../features/people/people-queries.ts'
import { Facts } from '../../../features/recommendations/facts.tsx'
import { useOpenWhy } from '../../../features/recommendations/open-why.ts'
import { Said } from '../../../features/recommendations/said.tsx'
import { SubjectLink } from '../../../features/recommendations/subject-link.tsx'
import { WriteButton } from '../../../features/threads/write-to.tsx'
import { TieVerbs } from '../../../features/ties/tie-verbs.tsx'
import { failureOf } from '../../../lib/api-error.ts'
import { faceOf } from '../../../lib/face.ts'
import { useAskForIntroduction } from '../../../lib/introduction-sheets.ts'
import { useReportKnob } from '../../../lib/report.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { CLOSENESS, stepOf } from '../../../lib/words/closeness-words.ts'
import { firstName } from '../../../lib/words/first-name.ts'
import { KIND_ORDER } from '../../../lib/words/kind-order.ts'
import { KINDS } from '../../../lib/words/kind-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Knob, Knobs } from '../../../ui/knobs.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { NamedRing, Ring } from '../../../ui/ring.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { BackLink } from '../../back-link.tsx'
import { PageFailure } from '../../failure.tsx'

export const Route = createFileRoute('/_app/people/$handle')({ component: PersonRoute })

function PersonRoute() {
  const { handle } = Route.useParams()
  const navigate = Route.useNavigate()
  const query = useQuery(personQuery(handle))
  const { data, refetch } = query
  const failure = failureOf(query)
  if (data?.relation === 'self') return <Navigate to="/me" replace />
  return (
    <Page aside={<section />}>
      <BackLink />
      <MarginColumn>
        {failure !== null ? (
          <PageFailure error={failure} onAgain={() => void refetch()} />
        ) : data === undefined ? (
          <CardSkeleton />
        ) : (
          <Person page={data} onGone={() => void navigate({ to: '/people', replace: true })} />
        )}
      </MarginColumn>
    </Page>
  )
}

function Person({ page, onGone }: { page: PersonPage; onGone: () => void }) {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const { person } = page
  useTitle('name' in person ? person.name : undefined)
  if (!('name' in person)) return null
  const name = firstName(person.name)
  const step = page.relation === 'tie' ? stepOf(page.person.closeness) : null
  return (
    <>
      <header className={css.head}>
        {page.relation === 'tie' ? (
          <Ring pattern={page.person.ring} name={person.name} face={faceOf(page.person)} size={72} />
        ) : (
          <NamedRing name={person.name} face={faceOf(person)} size={72} />
        )}
        <div>
          <h1>{person.name}</h1>
          <p className={text.meta}>
            @{person.handle}
            {step !== null && ` · ${t(CLOSENESS[step].short)}`}
            {page.relation === 'tie' && page.tie.paused && ` · ${t`paused by you`}`}
          </p>
        </div>
      </header>
      {page.relation === 'tie' && <WriteButton tie={page.tie} />}
      {page.relation === 'tie' && <TieCarePart tie={page.tie} />}
      {page.relation === 'tie' && <IntroductionKnobs tie={page.tie} />}
      {page.relation === 'tie' && <TieVerbs tie={page.tie} onGone={onGone} />}
      {page.relation === 'tie' && <TieAskables tie={page.tie.id} name={name} />}
      {(page.relation === 'stranger' || page.relation === 'named') && (
        <>
          <p className={text.lead}>
            {page.relation === 'stranger' ? (
              <Trans>You two have no tie here. A name is all that you see of each other.</Trans>
            ) : (
              <Trans>You two have no tie here. What {name} says reaches you through others.</Trans>
            )}
          </p>
          <p className={css.verb}>
            <Button variant="primary" onClick={() => openSheet('request', person.handle)}>
              <Trans>Ask for a tie</Trans>
            </Button>
            {page.relation === 'named' && <IntroduceButton page={page} />}
          </p>
        </>
      )}
      {page.relation !== 'stranger' && <VoicesByKind voices={page.voices} name={name} />}
      <ReportPerson person={person} />
    </>
  )
}

/** What one shows of oneself can be reported: a name, and a photo. */
function ReportPerson({ person }: { person: { handle: string; name: string; photo?: string | undefined } }) {
  const { t } = useLingui()
  const reportKnob = useReportKnob()
  const name = firstName(person.name)
  return (
    <div className={layout.room}>
      <Knobs>
        <Knob {...reportKnob('person', person.handle)} title={t`Report ${name}`} />
        {person.photo !== undefined && (
          <Knob {...reportKnob('face', person.handle)} title={t`Report the photo of ${name}`} />
        )}
      </Knobs>
    </div>
  )
}

/** Where somebody is shown to me through one tie of mine alone, that tie can introduce us. */
function IntroduceButton({ page: { person, voices } }: { page: PersonPage }) {
  const ask = useAskForIntroduction()
  const between = voices.map(({ chain }) => chain).find((chain) => chain?.beyond.length === 1)
  if (between === undefined || between === null || !('handle' in person)) return null
  const { tie } = between
  const name = firstName(tie.name)
  return (
    <Button onClick={() => ask({ broker: tie.id, person: person.handle })}>
      <Trans>Ask {name} to introduce you</Trans>
    </Button>
  )
}

/** All of theirs that I may see, by kind. */
function VoicesByKind({ voices, name }: { voices: readonly Voice[]; name: string }) {
  const { t } = useLingui()
  const openWhy = useOpenWhy()
  const kinds = KIND_ORDER.filter((kind) => voices.some((voice) => voice.subject.kind === kind))
  if (kinds.length === 0) {
    return (
      <p className={css.nothing}>
        <Trans>{name} has recommended nothing yet that you may see.</Trans>
      </p>
    )
  }
  return kinds.map((kind) => (
    <section key={kind} className={css.kind}>
      <h2>{t(KINDS[kind].word)}</h2>
      {voices
        .filter((voice) => voice.subject.kind === kind)
        .map((voice) => (
          <article key={voice.post} className={css.voice}>
            <Said
              voice={voice}
              small
              onWhy={openWhy}
              heading={
                <>
                  <h3 className={text.titleSmall}>
                    <SubjectLink voice={voice} className={css.subject}>
                      {voice.subject.title}
                    </SubjectLink>
                  </h3>
                  <Facts subject={voice.subject} voice={voice} />
                </>
              }
            />
          </article>
        ))}
    </section>
  ))
}
