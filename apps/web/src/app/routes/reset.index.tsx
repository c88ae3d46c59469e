import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { RequestResetForm } from '../../features/session/reset-forms.tsx'
import { Letter } from '../../ui/letter.tsx'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/reset/')({ component: ResetRequestPage })

function ResetRequestPage() {
  const { t } = useLingui()
  return (
    <PublicLanding
      title={t`A new password`}
      letterFirst
      letter={
        <Letter title={t`A new password`}>
          <RequestResetForm />
        </Letter>
      }
    />
  )
}
