import type { Enclosure, InvitationPage } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { dateWords } from '../../lib/words/dates.ts'
import { firstName } from '../../lib/words/first-name.ts'
import { useKindFacts } from '../../lib/words/kind-facts.ts'
import { KINDS } from '../../lib/words/kind-words.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { cx } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { Letter } from '../../ui/letter.tsx'
import { Ring } from '../../ui/ring.tsx'
import { Stamp } from '../../ui/stamp.tsx'
import text from '../../ui/text.module.css'
import css from './invitations.module.css'

type Live = Extract<InvitationPage, { state: 'live' }>

/** The invitation as its bearer reads it: who, the note, what is enclosed, and below it how to accept. */
export function InvitationLetter({ page, children }: { page: Live; children: ReactNode }) {
  const { t } = useLingui()
  const { name } = page.inviter
  const date = dateWords(page.expires, now(), spokenLanguage())
  const first = firstName(name)
  return (
    <Letter
      posted
      title={t`${name} invites you`}
      sub={t`for you alone, until ${date}`}
      picture={<Ring pattern="unsorted" name={name} size={56} />}
    >
      {page.note !== null && (
        <blockquote className={cx(text.voice, css.note)}>{quoted(page.note, spokenLanguage())}</blockquote>
      )}
      {page.enclosures.length > 0 && (
        <details className={css.enclosed} open={page.note === null}>
          <summary>
            <Icon of={Paperclip} />
            <span>
              {page.enclosures.length === 1 && page.enclosures[0] !== undefined ? (
                <OneEnclosed enclosure={page.enclosures[0]} first={first} />
              ) : (
                <Plural
                  value={page.enclosures.length}
                  one="Enclosed: # recommendation"
                  other="Enclosed: # recommendations"
                />
              )}
            </span>
          </summary>
          {page.enclosures.map((enclosure) => (
            <Enclosed key={enclosure.subject.title} enclosure={enclosure} />
          ))}
        </details>
      )}
      {children}
    </Letter>
  )
}

function OneEnclosed({ enclosure: { subject }, first }: { enclosure: Enclosure; first: string }) {
  const { t } = useLingui()
  const kind = t(KINDS[subject.kind].word)
  return (
    <Trans>
      Enclosed: <b>{subject.title}</b> ({kind}), and why {first} says so
    </Trans>
  )
}

function Enclosed({ enclosure }: { enclosure: Enclosure }) {
  const { t } = useLingui()
  const kindFacts = useKindFacts()
  const { subject, words, verdict, interest, language } = enclosure
  const facts = [
    t(KINDS[subject.kind].word),
    subject.creator,
    subject.year,
    subject.place,
    ...kindFacts(subject, words),
    words.price,
    words.when,
  ].filter((fact) => fact !== null)
  return (
    <article className={css.enclosure}>
      {(interest === 'connected' || interest === 'paid') && (
        <Stamp
          interest={interest}
          title={interest === 'paid' ? t`Paid.` : t`Connected.`}
          words={words.interestWords && quoted(words.interestWords, language)}
          note={words.partnersSought ? t`Partners are sought.` : null}
        />
      )}
      <h3>{subject.title}</h3>
      <p className={text.meta}>{facts.join(' · ')}</p>
      {verdict === 'against' && <p className={text.strong}>{t`Advises against`}</p>}
      {words.why !== null && (
        <blockquote className={text.voiceSmall} lang={language}>
          {quoted(words.why, language)}
        </blockquote>
      )}
    </article>
  )
}
