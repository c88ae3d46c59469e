import type { Ask, AskLink } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useErrorWords, useRefusal } from '../../lib/use-error-words.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/field.tsx'
import layout from '../../ui/layout.module.css'
import { LinkToSend } from '../../ui/link-to-send.tsx'
import { SureSheet } from '../../ui/sure-sheet.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { ownLinkQuery, useMakeLink, useRevokeLink } from './ask-link-queries.ts'
import css from './ask-links.module.css'

/** Lets whoever asks send a link of his open ask himself, to somebody who is not here. */
export function AskLinkPart({ ask: { post } }: { ask: Pick<Ask, 'post'> }) {
  const { t } = useLingui()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(ownLinkQuery(post))
  return (
    <section className={layout.room} aria-busy={data === undefined && error === null}>
      <h2 className={text.section}>{t`Ask by link`}</h2>
      <p className={text.lead}>
        <Trans>
          For somebody who is not on Kith. Whoever has the link sees this ask and your first name, and can
          answer for you alone. It ends with the ask.
        </Trans>
      </p>
      {data !== undefined && <TheLink ask={post} link={data} />}
      {data === undefined && error !== null && (
        <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
      )}
    </section>
  )
}

function TheLink({ ask, link }: { ask: string; link: AskLink | null }) {
  const refusal = useRefusal()
  const make = useMakeLink(ask)
  const [isAsked, setAsked] = useState(false)
  const refused = refusal(make.error)
  // Another tab may have made a newer one meanwhile.
  const secret = link !== null && make.data?.made === link.made ? make.data.secret : null
  return (
    <div className={css.link}>
      {link !== null && (secret === null ? <MadeBefore made={link.made} /> : <MadeNow secret={secret} />)}
      {refused !== undefined && <Refusal>{refused}</Refusal>}
      <div className={layout.buttons}>
        {secret === null && (
          <Button busy={make.isPending} onClick={() => make.mutate(undefined)}>
            {link === null ? <Trans>Make a link</Trans> : <Trans>Make a new one</Trans>}
          </Button>
        )}
        {link !== null && (
          <Button variant="quiet" onClick={() => setAsked(true)}>
            <Trans>Take the link back</Trans>
          </Button>
        )}
      </div>
      {isAsked && <RevokeSheet ask={ask} onClose={() => setAsked(false)} />}
    </div>
  )
}

function MadeNow({ secret }: { secret: string }) {
  return (
    <div>
      <LinkToSend link={`${location.origin}/ask/${secret}`} />
      <p className={text.hint}>
        <Trans>It is shown only now: Kith keeps no copy that could be read.</Trans>
      </p>
    </div>
  )
}

function MadeBefore({ made }: { made: string }) {
  const ago = agoWords(made, now(), spokenLanguage())
  return (
    <p className={text.lead}>
      <Trans>
        There is a link, made {ago}. It was shown only then; a new one takes its place, and the old one leads
        nowhere from that moment.
      </Trans>
    </p>
  )
}

function RevokeSheet({ ask, onClose }: { ask: string; onClose: () => void }) {
  const { t } = useLingui()
  const refusal = useRefusal()
  const revoke = useRevokeLink(ask)
  return (
    <SureSheet
      title={t`Take the link back?`}
      verb={t`Take it back`}
      busy={revoke.isPending}
      refusal={refusal(revoke.error)}
      onClose={onClose}
      onSure={() => revoke.mutate(undefined, { onSuccess: onClose })}
    >
      <Trans>
        Whoever opens it from now on reads that it was taken back. What has come by it stays with you.
      </Trans>
    </SureSheet>
  )
}
