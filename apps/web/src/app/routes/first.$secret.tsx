import { Trans, useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { SignUpForm } from '../../features/session/sign-up-form.tsx'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/first/$secret')({ component: FirstPersonPage })

function FirstPersonPage() {
  const { t } = useLingui()
  const { secret } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <PublicLanding
      title={t`You are the first`}
      letterFirst
      letter={
        <Letter title={t`You are the first`} posted>
          <p className={text.lead}>
            <Trans>Nobody is here yet. Whoever opens this link first looks after this Kith.</Trans>
          </p>
          <SignUpForm firstPerson={secret} verb={t`Begin`} onDone={() => void navigate({ to: '/' })} />
        </Letter>
      }
    />
  )
}
