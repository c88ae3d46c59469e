import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { awaitEntry, entryQuery } from '../../features/session/entry-query.ts'
import { SignUpForm } from '../../features/session/sign-up-form.tsx'
import { cx } from '../../ui/class-names.ts'
import layout from '../../ui/layout.module.css'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/sign-up')({
  loader: ({ context }) => awaitEntry(context.queryClient),
  component: SignUpPage,
})

function SignUpPage() {
  const { t } = useLingui()
  const navigate = Route.useNavigate()
  const entry = useQuery(entryQuery)
  return (
    <PublicLanding
      title={t`A new account`}
      letterFirst
      letter={
        entry.data?.signUp === 'invite' ? (
          <Letter title={t`By invitation`}>
            <p className={cx(text.lead, layout.part)}>
              <Trans>
                One comes to Kith through somebody one knows. Ask a person who is here already for an
                invitation: it is a link that they send you themselves.
              </Trans>
            </p>
          </Letter>
        ) : (
          <Letter title={t`A new account`}>
            <SignUpForm verb={t`Join`} onDone={() => void navigate({ to: '/' })} />
          </Letter>
        )
      }
    />
  )
}
