import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import back from '../ui/back-link.module.css'
import { Icon } from '../ui/icon.tsx'
import layout from '../ui/layout.module.css'
import { NarrowColumn, Page } from '../ui/page.tsx'
import text from '../ui/text.module.css'
import { MyTabs } from './my-tabs.tsx'
import { PageHead } from './page-head.tsx'

/** One page of the settings: what it is about, its parts, and the way back to all of them. */
export function SettingsFrame({ title, lead, children }: SettingsFrameProps) {
  const { t } = useLingui()
  return (
    <Page aside={<section />}>
      <PageHead title={title} tabs={<MyTabs />}>
        {lead}
      </PageHead>
      <NarrowColumn>
        <Link to="/settings" className={back.back}>
          <Icon of={ArrowLeft} />
          {t`All settings`}
        </Link>
        {children}
      </NarrowColumn>
    </Page>
  )
}

interface SettingsFrameProps {
  title: string
  lead: ReactNode
  children: ReactNode
}

/** What belongs together on a page of the settings. */
export function SettingsPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={layout.room}>
      <h2 className={text.titleSmall}>{title}</h2>
      <div className={layout.part}>{children}</div>
    </section>
  )
}
