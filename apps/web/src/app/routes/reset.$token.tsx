import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { ResetPasswordForm } from '../../features/session/reset-forms.tsx'
import { Letter } from '../../ui/letter.tsx'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/reset/$token')({ component: ResetPage })

function ResetPage() {
  const { t } = useLingui()
  const { token } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <PublicLanding
      title={t`A new password`}
      letterFirst
      letter={
        <Letter title={t`A new password`}>
          <ResetPasswordForm token={token} onDone={() => void navigate({ to: '/sign-in', replace: true })} />
        </Letter>
      }
    />
  )
}
