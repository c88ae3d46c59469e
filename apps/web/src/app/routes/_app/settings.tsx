import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ClosedList } from '../../../features/for-me/closed-list.tsx'
import { useSignOut } from '../../../features/session/session-queries.ts'
import { BlockList } from '../../../features/settings/block-list.tsx'
import { CareSwitch } from '../../../features/settings/care-switch.tsx'
import { FaceField } from '../../../features/settings/face-field.tsx'
import { HiddenList } from '../../../features/settings/hidden-list.tsx'
import { HowILook } from '../../../features/settings/how-i-look.tsx'
import { LetterSwitch } from '../../../features/settings/letter-switch.tsx'
import { Looks } from '../../../features/settings/looks.tsx'
import { MySwitches } from '../../../features/settings/my-switches.tsx'
import { NameForm } from '../../../features/settings/name-form.tsx'
import { NavelSwitch } from '../../../features/settings/navel-switch.tsx'
import { PasskeyRoom } from '../../../features/settings/passkey-room.tsx'
import { SessionList } from '../../../features/settings/session-list.tsx'
import { TimeZoneField } from '../../../features/settings/time-zone-field.tsx'
import { useErrorWords } from '../../../lib/use-error-words.ts'
import { useMe } from '../../../lib/use-me.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/field.tsx'
import layout from '../../../ui/layout.module.css'
import { NarrowColumn, Page } from '../../../ui/page.tsx'
import text from '../../../ui/text.module.css'
import { MyTabs } from '../../my-tabs.tsx'
import { PageHead } from '../../page-head.tsx'

export const Route = createFileRoute('/_app/settings')({ component: SettingsPage })

function SettingsPage() {
  const { t } = useLingui()
  const me = useMe()
  return (
    <Page aside={<section />}>
      <PageHead title={t`Settings`} tabs={<MyTabs />}>
        <Trans>Signed in as {me.email}.</Trans>
      </PageHead>
      <NarrowColumn>
        <Part title={t`Who you are`}>
          <FaceField />
          <NameForm />
        </Part>
        <Part title={t`What goes through you`}>
          <MySwitches />
          <HowILook />
        </Part>
        <Part title={t`Caring for your people`}>
          <CareSwitch />
          <NavelSwitch />
          <LetterSwitch />
        </Part>
        <Part title={t`How it looks`}>
          <Looks />
          <TimeZoneField />
        </Part>
        <Part title={t`Where you are signed in`}>
          <SessionList />
          <SignOut />
        </Part>
        <PasskeyRoom />
        <Part title={t`What you do not hear`}>
          <HiddenList />
        </Part>
        <Part title={t`What does not come to “for me”`}>
          <ClosedList />
        </Part>
        <Part title={t`Whom you blocked`}>
          <BlockList />
        </Part>
      </NarrowColumn>
    </Page>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={layout.room}>
      <h2 className={text.titleSmall}>{title}</h2>
      <div className={layout.part}>{children}</div>
    </section>
  )
}

function SignOut() {
  const { t } = useLingui()
  const words = useErrorWords()
  const signOut = useSignOut()
  return (
    <p className={layout.part}>
      <Button busy={signOut.isPending} busyLabel={t`One moment`} onClick={() => signOut.mutate()}>
        <Trans>Sign out here</Trans>
      </Button>
      {signOut.error !== null && <Refusal>{words(signOut.error)}</Refusal>}
    </p>
  )
}
