import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { CandidacyQuestion } from '../../../features/candidacies/candidacy-question.tsx'
import { CommentsPart } from '../../../features/comments/comments-part.tsx'
import { OutcomeRoom } from '../../../features/experience/outcome-room.tsx'
import { SentencesRoom } from '../../../features/experience/sentences-room.tsx'
import { LikenessRoom } from '../../../features/likeness/likeness-room.tsx'
import { Facts } from '../../../features/recommendations/facts.tsx'
import { useOpenWhy } from '../../../features/recommendations/open-why.ts'
import css from '../../../features/recommendations/own.module.css'
import { OwnPart } from '../../../features/recommendations/own-part.tsx'
import { PhotoView } from '../../../features/recommendations/photo-view.tsx'
import { Said } from '../../../features/recommendations/said.tsx'
import { SubjectLink } from '../../../features/recommendations/subject-link.tsx'
import { VoiceTags } from '../../../features/recommendations/voice-tags.tsx'
import { failureOf } from '../../../lib/api-error.ts'
import { recommendationQuery } from '../../../lib/recommendation-query.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { cx } from '../../../ui/class-names.ts'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { BackLink } from '../../back-link.tsx'
import { PageFailure } from '../../failure.tsx'
import { VoiceActionRow } from '../../voice-actions.tsx'

export const Route = createFileRoute('/_app/recommendations/$id')({ component: PostPage })

function PostPage() {
  const { t } = useLingui()
  const { id } = Route.useParams()
  const navigate = Route.useNavigate()
  const openWhy = useOpenWhy()
  const query = useQuery(recommendationQuery(id))
  const { data, refetch } = query
  const failure = failureOf(query)
  const isHeld = data?.voice.candidate?.agreed === false
  useTitle(data?.voice.subject.title)
  return (
    <Page aside={<section />}>
      <BackLink />
      <MarginColumn>
        {failure !== null ? (
          <PageFailure error={failure} onAgain={() => void refetch()} />
        ) : data === undefined ? (
          <CardSkeleton count={1} />
        ) : (
          <>
            <article className={css.post}>
              <Said
                voice={data.voice}
                onWhy={openWhy}
                heading={
                  <>
                    <h1>
                      <SubjectLink voice={data.voice}>{data.voice.subject.title}</SubjectLink>
                    </h1>
                    <Facts subject={data.voice.subject} voice={data.voice} />
                  </>
                }
              >
                <PhotoView voice={data.voice} size="large" />
                <div className={cx(layout.part, layout.stack)}>
                  {data.voice.interest === 'none' && (
                    <p className={text.meta}>
                      {data.own === null
                        ? t`The author states no interest of their own.`
                        : t`You state no interest of your own.`}
                    </p>
                  )}
                  <VoiceTags voice={data.voice} />
                </div>
                <VoiceActionRow voice={data.voice} />
              </Said>
            </article>
            <CandidacyQuestion voice={data.voice} />
            {isHeld ? null : data.own === null ? (
              <OutcomeRoom post={data.voice.post} />
            ) : (
              <>
                <LikenessRoom voice={data.voice} />
                <SentencesRoom post={data.voice.post} />
              </>
            )}
            {!isHeld && <CommentsPart post={data.voice.post} author={data.voice.person} />}
            <OwnPart post={data} onGone={() => void navigate({ to: '/me', replace: true })} />
          </>
        )}
      </MarginColumn>
    </Page>
  )
}
