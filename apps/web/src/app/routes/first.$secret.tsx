import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { SignUpForm } from '../../features/session/sign-up-form.tsx'
import { Letter } from '../../ui/letter.tsx'
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
        <Letter
          posted
          title={t`You are the first`}
          sub={t`Nobody is here yet. Whoever opens this link first looks after this Kith.`}
        >
          <SignUpForm firstPerson={secret} verb={t`Begin`} onDone={() => void navigate({ to: '/' })} />
        </Letter>
      }
    />
  )
}
