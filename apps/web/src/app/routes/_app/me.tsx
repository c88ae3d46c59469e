import { createFileRoute } from '@tanstack/react-router'
import { OwnAskables } from '../../../features/askable/own-askables.tsx'
import { useAudienceWords } from '../../../features/recommendations/composer/audience-words.ts'
import { OwnWaiting } from '../../../features/recommendations/own-waiting.tsx'
import { useMe } from '../../../lib/use-me.ts'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import { MyTabs } from '../../my-tabs.tsx'
import { OwnPages } from '../../own-pages.tsx'
import { PageHead } from '../../page-head.tsx'

export const Route = createFileRoute('/_app/me')({ component: MyPage })

function MyPage() {
  const me = useMe()
  const audienceWords = useAudienceWords()
  return (
    <Page aside={<section />}>
      <PageHead title={me.name} tabs={<MyTabs />}>
        @{me.handle}
      </PageHead>
      <MarginColumn>
        <OwnAskables audienceWords={audienceWords} />
        <OwnWaiting />
        <div className={layout.part}>
          <OwnPages notebook={false} />
        </div>
      </MarginColumn>
    </Page>
  )
}
