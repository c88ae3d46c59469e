import type { AskByLink } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { askByLinkQuery } from '../../features/ask-links/ask-link-queries.ts'
import css from '../../features/ask-links/ask-links.module.css'
import { DeadAskLink, type DeadEnd } from '../../features/ask-links/dead-ask-link.tsx'
import { GuestAnswerForm } from '../../features/ask-links/guest-answer-form.tsx'
import { SentAnswer } from '../../features/ask-links/sent-answer.tsx'
import { AskedWords, AskFacts } from '../../features/asks/asked.tsx'
import { type ClientErrorCode, codeOf } from '../../lib/api-error.ts'
import { meQuery } from '../../lib/my-queries.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { Letter } from '../../ui/letter.tsx'
import { Marked } from '../../ui/marked.tsx'
import { Ring } from '../../ui/ring.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { PublicLanding } from '../public-landing.tsx'

export const Route = createFileRoute('/ask/$secret')({ component: AskLinkRoute })

function AskLinkRoute() {
  const { t } = useLingui()
  const { secret } = Route.useParams()
  const { data: me } = useQuery(meQuery)
  return (
    <PublicLanding
      title={t`An ask`}
      letterFirst
      signInLink={!me}
      letter={<TheLetter key={secret} isSignedIn={!!me} />}
    />
  )
}

const DEAD_ENDS: Partial<Record<ClientErrorCode, DeadEnd>> = {
  link_revoked: 'revoked',
  link_expired: 'expired',
  not_found: 'unknown',
  invalid_input: 'unknown',
}

function TheLetter({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { secret } = Route.useParams()
  const { data: page, error, refetch } = useQuery(askByLinkQuery(secret))
  const [sent, setSent] = useState<{ isKept: boolean } | null>(null)
  const end = error === null ? undefined : DEAD_ENDS[codeOf(error)]
  if (end !== undefined) return <DeadAskLink end={end}>{isSignedIn && <HomeLink />}</DeadAskLink>
  if (page === undefined) {
    return (
      <Letter title={t`An ask`}>
        <div className={css.after}>
          {error === null ? (
            <p className={text.lead} role="status">{t`Loading`}</p>
          ) : (
            <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
          )}
        </div>
      </Letter>
    )
  }
  const asker = page.asker.firstName
  if (sent !== null) {
    return <SentAnswer asker={asker} {...sent} isSignedIn={isSignedIn} onAnother={() => setSent(null)} />
  }
  return (
    <TheAsk page={page}>
      {page.post === null ? (
        <GuestAnswerForm
          secret={secret}
          asker={asker}
          onSent={(isKept) => {
            setSent({ isKept })
            scrollTo({ top: 0 })
          }}
          onDead={() => void refetch()}
        />
      ) : (
        <p className={css.after}>
          <span className={text.lead}>
            <Trans>You see this ask in Kith, and have no need of the link.</Trans>
          </span>
          <Link to="/asks/$id" params={{ id: page.post }} className={text.tapLink}>
            <Trans>To the ask</Trans>
          </Link>
        </p>
      )}
    </TheAsk>
  )
}

/** The ask, as much of it as its bearer may know. */
function TheAsk({ page, children }: { page: AskByLink; children: ReactNode }) {
  const { t } = useLingui()
  const { asker, wish, until, language } = page
  const { firstName } = asker
  return (
    <Letter
      posted
      title={t`${firstName} asks you`}
      sub={t`Only ${firstName} reads what you answer.`}
      picture={<Ring pattern="unsorted" name={firstName} size={56} />}
    >
      <h3 className={css.question} lang={language}>
        <Marked>{wish.title}</Marked>
      </h3>
      <AskFacts ask={{ wish, ends: `${until}T23:59:59Z`, isOver: false }} />
      <AskedWords ask={{ wish, language }} />
      {children}
    </Letter>
  )
}

function HomeLink() {
  return (
    <p>
      <Link to="/" className={text.tapLink}>
        <Trans>To the feed</Trans>
      </Link>
    </p>
  )
}
