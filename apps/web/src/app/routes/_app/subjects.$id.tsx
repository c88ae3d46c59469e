import type { Voice } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useOpenWhy } from '../../../features/recommendations/open-why.ts'
import { PhotoView } from '../../../features/recommendations/photo-view.tsx'
import { Said } from '../../../features/recommendations/said.tsx'
import { VoiceTags } from '../../../features/recommendations/voice-tags.tsx'
import { Standing } from '../../../features/subjects/standing.tsx'
import { SubjectHead } from '../../../features/subjects/subject-head.tsx'
import css from '../../../features/subjects/subjects.module.css'
import { failureOf } from '../../../lib/api-error.ts'
import { subjectQuery } from '../../../lib/subject-query.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { cx } from '../../../ui/class-names.ts'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import text from '../../../ui/text.module.css'
import { BackLink } from '../../back-link.tsx'
import { PageFailure } from '../../failure.tsx'
import { VoiceActionRow } from '../../voice-actions.tsx'

export const Route = createFileRoute('/_app/subjects/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(subjectQuery(params.id)),
  component: SubjectRoute,
})

function SubjectRoute() {
  const { id } = Route.useParams()
  const openSheet = useOpenSheet()
  const openWhy = useOpenWhy()
  const query = useQuery(subjectQuery(id))
  const { data, refetch } = query
  const failure = failureOf(query)
  useTitle(data?.subject.title)
  if (failure !== null) {
    return (
      <Page>
        <BackLink />
        <PageFailure error={failure} onAgain={() => void refetch()} />
      </Page>
    )
  }
  if (data === undefined) {
    return (
      <Page aside={<section />}>
        <BackLink />
        <MarginColumn>
          <CardSkeleton />
        </MarginColumn>
      </Page>
    )
  }
  return (
    <Page aside={<Standing voices={data.voices} />}>
      <BackLink />
      <MarginColumn>
        <SubjectHead page={data} onSecond={() => openSheet('recommend', data.subject.id)} />
      </MarginColumn>
      <Voices voices={data.voices} moreBeyond={data.moreBeyond} onWhy={openWhy} />
    </Page>
  )
}

interface VoicesProps {
  voices: readonly Voice[]
  moreBeyond: boolean
  onWhy: (voice: Voice) => void
}

function Voices({ voices, moreBeyond, onWhy }: VoicesProps) {
  const { t } = useLingui()
  const mine = voices.filter(({ way }) => way === 'own')
  const near = voices.filter((voice) => voice.way !== 'own' && isNear(voice))
  const far = voices.filter((voice) => voice.way !== 'own' && !isNear(voice))
  return (
    <div className={css.voices}>
      <MarginColumn spine>
        <Group title={t`Your own word`} voices={mine} onWhy={onWhy} />
        <Group title={t`From your own ties`} voices={near} onWhy={onWhy} />
        <Group title={t`Further on`} voices={far} onWhy={onWhy} />
        <p className={cx(text.hint, css.end)}>
          {moreBeyond ? (
            <Trans>These are the strongest of all the voices that reach you.</Trans>
          ) : (
            <Trans>These are the voices that reach you.</Trans>
          )}{' '}
          <Trans>Somebody else sees other ones, so there is no number of stars.</Trans>
        </p>
      </MarginColumn>
    </div>
  )
}

function isNear({ person }: Voice): boolean {
  return person.shown === 'tie'
}

function Group({
  title,
  voices,
  onWhy,
}: {
  title: string
  voices: readonly Voice[]
  onWhy: (voice: Voice) => void
}) {
  if (voices.length === 0) return null
  return (
    <>
      <h2 className={css.group}>{title}</h2>
      {voices.map((voice) => (
        <article key={voice.post} className={css.voice}>
          <Said voice={voice} onWhy={onWhy}>
            <PhotoView voice={voice} size="large" />
            <div className={css.tags}>
              <VoiceTags voice={voice} basis />
            </div>
            <VoiceActionRow voice={voice} />
          </Said>
        </article>
      ))}
    </>
  )
}
