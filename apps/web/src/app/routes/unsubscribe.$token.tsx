import { useLingui } from '@lingui/react/macro'
import { createFileRoute } from '@tanstack/react-router'
import { EndMails } from '../../features/unsubscribe/end-mails.tsx'
import { Letter } from '../../ui/letter.tsx'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/unsubscribe/$token')({ component: UnsubscribePage })

function UnsubscribePage() {
  const { t } = useLingui()
  const { token } = Route.useParams()
  return (
    <PublicLanding
      title={t`No more mails`}
      letterFirst
      letter={
        <Letter title={t`No more mails`}>
          <EndMails token={token} />
        </Letter>
      }
    />
  )
}
