import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute, Link, type LinkProps } from '@tanstack/react-router'
import {
  Bell,
  ChevronRight,
  CircleUserRound,
  FolderInput,
  KeyRound,
  Landmark,
  type LucideIcon,
  SunMoon,
  UsersRound,
} from 'lucide-react'
import { SignOut } from '../../../features/session/sign-out.tsx'
import { useMe } from '../../../lib/use-me.ts'
import { Icon } from '../../../ui/icon.tsx'
import rows from '../../../ui/link-rows.module.css'
import { NarrowColumn, Page } from '../../../ui/page.tsx'
import text from '../../../ui/text.module.css'
import { MyTabs } from '../../my-tabs.tsx'
import { PageHead } from '../../page-head.tsx'

export const Route = createFileRoute('/_app/settings/')({ component: SettingsPage })

function SettingsPage() {
  const { t } = useLingui()
  const me = useMe()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Settings`} tabs={<MyTabs />}>
        <Trans>Signed in as {me.email}.</Trans>
      </PageHead>
      <NarrowColumn>
        <ul className={rows.rows}>
          <Way
            to="/settings/me"
            icon={CircleUserRound}
            title={t`Me`}
            line={t`Your photo, your name, your handle.`}
          />
          <Way
            to="/settings/people"
            icon={UsersRound}
            title={t`People and privacy`}
            line={t`What travels through you, who finds you, what you do not hear, whom you blocked.`}
          />
          <Way
            to="/settings/notifications"
            icon={Bell}
            title={t`Notifications`}
            line={t`What Kith tells you by itself.`}
          />
          <Way
            to="/settings/look"
            icon={SunMoon}
            title={t`Look and language`}
            line={t`Light or dark, English or German, your time zone, single keys.`}
          />
          <Way
            to="/settings/security"
            icon={KeyRound}
            title={t`Security`}
            line={t`Your password, passkeys, where you are signed in.`}
          />
          <Way
            to="/settings/data"
            icon={FolderInput}
            title={t`Your data`}
            line={t`What you take with you, and bring along.`}
          />
          {me.operator && (
            <Way
              to="/operator"
              icon={Landmark}
              title={t`Operator`}
              line={t`How this Kith stands, and what waits for a decision.`}
            />
          )}
        </ul>
        <SignOut />
      </NarrowColumn>
    </Page>
  )
}

function Way({ to, icon, title, line }: WayProps) {
  return (
    <li>
      <Link to={to} className={rows.row}>
        <Icon of={icon} large />
        <span className={rows.words}>
          <span className={`${text.name} ${rows.name}`}>{title}</span>
          <span className={text.meta}>{line}</span>
        </span>
        <Icon of={ChevronRight} />
      </Link>
    </li>
  )
}

interface WayProps {
  to: NonNullable<LinkProps['to']>
  icon: LucideIcon
  title: string
  line: string
}
