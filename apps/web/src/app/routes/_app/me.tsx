import { createFileRoute } from '@tanstack/react-router'
import { OwnWaiting } from '../../../features/recommendations/own-waiting.tsx'
import { useMe } from '../../../lib/use-me.ts'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { MyTabs } from '../../my-tabs.tsx'
import { OwnPages } from '../../own-pages.tsx'
import { PageHead } from '../../page-head.tsx'

export const Route = createFileRoute('/_app/me')({ component: MyPage })

function MyPage() {
  const me = useMe()
  return (
    <Page aside={<section />}>
      <PageHead title={me.name} tabs={<MyTabs />}>
        @{me.handle}
      </PageHead>
      <MarginColumn>
        <OwnWaiting />
        <OwnPages notebook={false} />
      </MarginColumn>
    </Page>
  )
}
