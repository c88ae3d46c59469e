import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { awaitEntry, entryQuery } from '../../features/session/entry-query.ts'
import { LookAroundList } from '../../features/session/look-around.tsx'
import { PasskeySignIn } from '../../features/session/passkey-sign-in.tsx'
import { SignInForm } from '../../features/session/sign-in-form.tsx'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/sign-in')({
  validateSearch: ({ to }: { to?: unknown }): { to?: string } =>
    typeof to === 'string' && to.startsWith('/') && !to.startsWith('//') ? { to } : {},
  loader: ({ context }) => awaitEntry(context.queryClient),
  component: SignInPage,
})

function SignInPage() {
  const { t } = useLingui()
  const { to = '/' } = Route.useSearch()
  const navigate = Route.useNavigate()
  const entry = useQuery(entryQuery)
  const arrive = () => void navigate({ href: to, replace: true })
  return (
    <PublicLanding
      title={t`Come in`}
      letterFirst
      signInLink={false}
      letter={
        <Letter title={t`Come in`}>
          <SignInForm onDone={arrive} />
          <PasskeySignIn onDone={arrive} />
          <p className={text.hint}>
            <Link to="/reset" className={text.tapLink}>
              <Trans>Forgot the password?</Trans>
            </Link>{' '}
            ·{' '}
            <Link to="/sign-up" className={text.tapLink}>
              <Trans>No account yet?</Trans>
            </Link>
          </p>
          {entry.data !== undefined && entry.data.lookAround.length > 0 && (
            <LookAroundList people={entry.data.lookAround} onDone={arrive} />
          )}
        </Letter>
      }
    />
  )
}
