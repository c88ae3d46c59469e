import type { Circle, TieView } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { AtSign, Send } from 'lucide-react'
import { useMemo, useState } from 'react'
import { NetworkPicture } from '../../../features/network/network-picture.tsx'
import { networkQuery } from '../../../features/network/network-queries.ts'
import css from '../../../features/people/people.module.css'
import { TieList } from '../../../features/people/tie-list.tsx'
import { WriteIcon } from '../../../features/threads/write-to.tsx'
import { OpenRequests } from '../../../features/ties/open-requests.tsx'
import { TieQuestion } from '../../../features/ties/tie-question.tsx'
import { failureOf } from '../../../lib/api-error.ts'
import { faceOf } from '../../../lib/face.ts'
import { circlesQuery, tiesQuery } from '../../../lib/my-queries.ts'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { useMe } from '../../../lib/use-me.ts'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { CIRCLE_WORDS, useCircleName } from '../../../lib/words/circle-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState, RingsPicture } from '../../../ui/empty-state.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import layout from '../../../ui/layout.module.css'
import { isNamedLike } from '../../../ui/name-search.ts'
import { Page } from '../../../ui/page.tsx'
import { RowSkeleton } from '../../../ui/skeleton.tsx'
import { TryAgain } from '../../../ui/try-again.tsx'
import { Failure } from '../../failure.tsx'
import { PageHead } from '../../page-head.tsx'
import { PeopleTabs } from '../../people-tabs.tsx'

export const Route = createFileRoute('/_app/people/')({ component: PeoplePage })

function PeoplePage() {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  const ties = useQuery(tiesQuery)
  const failure = failureOf(ties)
  const circles = useQuery(circlesQuery)
  return (
    <Page>
      <PageHead
        title={t`The people you know`}
        tabs={<PeopleTabs />}
        wide
        actions={
          <>
            <Button variant="primary" onClick={() => openSheet('invite')}>
              <Icon of={Send} />
              <Trans>Invite</Trans>
            </Button>
            <Button onClick={() => openSheet('request')}>
              <Icon of={AtSign} />
              <Trans>By handle</Trans>
            </Button>
          </>
        }
      >
        {ties.data !== undefined && ties.data.length > 0 && (
          <>
            <Plural value={ties.data.length} one="# tie." other="# ties." />{' '}
            <Trans>A line is as thick as you say you are close; only you see it.</Trans>
          </>
        )}
      </PageHead>
      <TieQuestion otherwise={null} />
      <OpenRequests />
      {failure !== null ? (
        <Failure error={failure} onAgain={() => void ties.refetch()} />
      ) : ties.data === undefined || circles.data === undefined ? (
        <RowSkeleton count={8} />
      ) : ties.data.length === 0 ? (
        <Nobody />
      ) : (
        <Network ties={ties.data} circles={circles.data} />
      )}
    </Page>
  )
}

/** The picture, and the equal list beside it; whoever is looked for is found in both. */
function Network({ ties, circles }: { ties: readonly TieView[]; circles: readonly Circle[] }) {
  const { t } = useLingui()
  const circleName = useCircleName()
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState<Circle | 'unsorted'>()
  const isWanted = useMemo(() => isNamedLike(typed), [typed])
  const listed = useMemo(
    () => ties.filter((tie) => isWanted(tie) && (only === undefined || isIn(tie, only))),
    [ties, isWanted, only],
  )
  return (
    <div className={css.network}>
      <Picture
        ties={ties}
        circles={circles}
        isWanted={isWanted}
        onRest={(circle) => setOnly(circle ?? 'unsorted')}
      />
      <section aria-label={t`Your people`}>
        <TextField
          label={t`Find a tie`}
          value={typed}
          data
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        {only !== undefined && (
          <div className={layout.part}>
            <Chip chosen onClick={() => setOnly(undefined)}>
              {only === 'unsorted' ? t(CIRCLE_WORDS.unsorted) : circleName(only)}
            </Chip>
          </div>
        )}
        <TieList
          ties={listed}
          circles={only === undefined || only === 'unsorted' ? circles : [only]}
          verb={(tie) => <WriteIcon tie={tie} />}
        />
      </section>
    </div>
  )
}

function isIn(tie: TieView, only: Circle | 'unsorted'): boolean {
  return only === 'unsorted' ? tie.circles.length === 0 : tie.circles.includes(only.id)
}

function Picture({ ties, circles, isWanted, onRest }: PictureProps) {
  const words = useErrorWords()
  const me = useMe()
  const { data: drawn, error, refetch } = useQuery(networkQuery)
  if (drawn === undefined) {
    if (error === null) return <div className={css.pictureToCome} />
    return <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  return (
    <NetworkPicture
      me={me.name}
      ties={ties}
      circles={circles}
      drawn={drawn}
      isWanted={isWanted}
      onRest={onRest}
    />
  )
}

interface PictureProps {
  ties: readonly TieView[]
  circles: readonly Circle[]
  isWanted: (tie: TieView) => boolean
  onRest: (circle: Circle | null) => void
}

function Nobody() {
  const { t } = useLingui()
  const me = useMe()
  return (
    <EmptyState
      picture={
        <RingsPicture
          me={me.name}
          myFace={faceOf(me)}
          ties={[]}
          label={t`You, and room for the people you know`}
        />
      }
      title={t`Nobody here yet`}
    >
      <Trans>
        Here stand the people you have a tie with, by circle. A tie needs both: invite somebody, or ask by
        handle.
      </Trans>
    </EmptyState>
  )
}
