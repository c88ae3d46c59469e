import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { AcceptInvitation } from '../../features/invitations/accept-invitation.tsx'
import { DeadLetter } from '../../features/invitations/dead-letter.tsx'
import { InvitationLetter } from '../../features/invitations/invitation-letter.tsx'
import { linkQuery } from '../../features/invitations/invitation-queries.ts'
import { SignUpForm } from '../../features/session/sign-up-form.tsx'
import { codeOf } from '../../lib/api-error.ts'
import { meQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { cx } from '../../ui/class-names.ts'
import layout from '../../ui/layout.module.css'
import { Letter } from '../../ui/letter.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/invitation/$secret')({ component: InvitationRoute })

function InvitationRoute() {
  const { t } = useLingui()
  const { secret } = Route.useParams()
  const { data: me } = useQuery(meQuery)
  const { data: page, isError } = useQuery(linkQuery(secret))
  const isDead = isError || (page !== undefined && page.state !== 'live')
  return (
    <PublicLanding
      title={t`An invitation`}
      // Whoever knows Kith, or has to look for another link, need not read what it is first.
      letterFirst={!!me || isDead}
      signInLink={!me}
      letter={<TheLetter me={me?.name ?? null} />}
    />
  )
}

function TheLetter({ me }: { me: string | null }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { secret } = Route.useParams()
  const navigate = Route.useNavigate()
  const { data: page, error, refetch } = useQuery(linkQuery(secret))
  const home = () => void navigate({ to: '/', replace: true })
  if (error !== null) {
    const code = codeOf(error)
    if (code === 'not_found' || code === 'invalid_input') {
      return <DeadLetter state="unknown">{me !== null && <HomeLink />}</DeadLetter>
    }
    return (
      <Letter title={t`An invitation`}>
        <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
      </Letter>
    )
  }
  if (page === undefined) return <Letter title={t`An invitation`}>{null}</Letter>
  if (page.state !== 'live') {
    const state = page.state === 'used' && page.byMe ? 'mine' : page.state
    return <DeadLetter state={state}>{me !== null && <HomeLink />}</DeadLetter>
  }
  const inviter = firstName(page.inviter.name)
  return (
    <InvitationLetter page={page}>
      {page.mine ? (
        <p className={cx(text.lead, layout.part)}>
          <Trans>This is your own invitation, as the other person sees it.</Trans>
        </p>
      ) : me !== null ? (
        <AcceptInvitation secret={secret} me={me} inviter={inviter} onDone={home} />
      ) : (
        <>
          <SignUpForm invitation={secret} verb={t`Accept the invitation`} onDone={home} />
          <p className={text.hint}>
            <Trans>
              {inviter} will see that you accepted. Your address book stays where it is; Kith never asks for
              it.
            </Trans>
          </p>
          <p className={layout.part}>
            <Link to="/sign-in" search={{ to: `/invitation/${secret}` }} className={text.tapLink}>
              <Trans>You have an account already?</Trans>
            </Link>
          </p>
        </>
      )}
    </InvitationLetter>
  )
}

function HomeLink() {
  return (
    <p className={layout.part}>
      <Link to="/" className={text.tapLink}>
        <Trans>To the feed</Trans>
      </Link>
    </p>
  )
}
