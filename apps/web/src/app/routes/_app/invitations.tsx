import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { InvitationList } from '../../../features/invitations/invitation-list.tsx'
import { ToInvitePart } from '../../../features/to-invite/to-invite-part.tsx'
import { useOpenSheet } from '../../../lib/use-sheet.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import layout from '../../../ui/layout.module.css'
import { MarginColumn, Page } from '../../../ui/page.tsx'
import text from '../../../ui/text.module.css'
import { PageHead } from '../../page-head.tsx'
import { PeopleTabs } from '../../people-tabs.tsx'

export const Route = createFileRoute('/_app/invitations')({ component: InvitationsPage })

function InvitationsPage() {
  const { t } = useLingui()
  const openSheet = useOpenSheet()
  return (
    <Page aside={<section />}>
      <PageHead
        title={t`Your invitations`}
        tabs={<PeopleTabs />}
        actions={
          <Button variant="primary" onClick={() => openSheet('invite')}>
            <Icon of={Send} />
            <Trans>Invite</Trans>
          </Button>
        }
      >
        <Trans>Each is a link for one person, sent by you.</Trans>
      </PageHead>
      <MarginColumn>
        <section className={layout.part}>
          <h2 className={text.titleSmall}>{t`Whom to invite`}</h2>
          <ToInvitePart />
        </section>
        <section className={layout.room}>
          <h2 className={text.titleSmall}>{t`Invitations so far`}</h2>
          <InvitationList />
        </section>
      </MarginColumn>
    </Page>
  )
}
