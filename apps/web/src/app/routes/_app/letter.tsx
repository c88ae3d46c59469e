import type { SeasonKey } from '@kith/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { OpenAsk } from '../../../features/asks/navel-line.tsx'
import { OwedList } from '../../../features/care/owed-list.tsx'
import { letterQuery } from '../../../features/letter/letter-queries.ts'
import { LetterView } from '../../../features/letter/letter-view.tsx'
import { LetterSwitch } from '../../../features/settings/letter-switch.tsx'
import { useTitle } from '../../../lib/use-title.ts'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { CardSkeleton } from '../../../ui/skeleton.tsx'
import { PageFailure } from '../../failure.tsx'
import { MyTabs } from '../../my-tabs.tsx'

export const Route = createFileRoute('/_app/letter')({
  validateSearch: ({ season }: { season?: unknown }): { season?: SeasonKey } =>
    typeof season === 'string' ? { season } : {},
  component: LetterRoute,
})

function LetterRoute() {
  const { t } = useLingui()
  const { season } = Route.useSearch()
  useTitle(t`Letter`)
  const { data, error, refetch } = useQuery(letterQuery(season))
  if (data === undefined && error !== null) {
    return (
      <Page aside={<section />}>
        <MarginColumn>
          <PageFailure error={error} onAgain={() => void refetch()} />
        </MarginColumn>
      </Page>
    )
  }
  return (
    <Page>
      <div className={layout.part}>
        <MyTabs />
      </div>
      {data !== undefined ? (
        <LetterView
          letter={data}
          waiting={
            <>
              <OwedList owed={data.waiting} />
              {data.running && <OpenAsk />}
            </>
          }
          foot={<LetterSwitch />}
        />
      ) : (
        <CardSkeleton />
      )}
    </Page>
  )
}
