import type { Ask, GuestAnswer } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Flag, Link2, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { now } from '../../lib/clock.ts'
import { spokenLanguage } from '../../lib/language.ts'
import { useReport } from '../../lib/report.ts'
import { useErrorWords } from '../../lib/use-error-words.ts'
import { agoWords } from '../../lib/words/dates.ts'
import { quoted } from '../../lib/words/quotes.ts'
import { Action, Actions } from '../../ui/action.tsx'
import { useGoing } from '../../ui/going.ts'
import layout from '../../ui/layout.module.css'
import { Marked } from '../../ui/marked.tsx'
import { Stamp } from '../../ui/stamp.tsx'
import { Tag } from '../../ui/tag.tsx'
import text from '../../ui/text.module.css'
import { TryAgain } from '../../ui/try-again.tsx'
import { useLater } from '../../ui/use-later.ts'
import { guestAnswersQuery, useRemoveGuestAnswer } from './ask-link-queries.ts'
import css from './ask-links.module.css'

/** What came by the links of my ask, below what my people answered; nothing where nothing came. */
export function GuestAnswers({ ask: { post }, actions }: GuestAnswersProps) {
  const words = useErrorWords()
  const { data, error, refetch } = useQuery(guestAnswersQuery(post))
  const going = useGoing()
  const remove = useRemoval(post)
  if (data === undefined) {
    return error === null ? null : <TryAgain onAgain={() => void refetch()}>{words(error)}</TryAgain>
  }
  const shown = data.filter(({ id }) => !going.has(id))
  if (shown.length === 0) return null
  return (
    <section className={layout.room}>
      <h2 className={text.section}>
        <Plural value={shown.length} one="# answer by link" other="# answers by link" />
      </h2>
      {shown.map((answer) => (
        <OneAnswer key={answer.id} answer={answer} onRemove={() => remove(answer.id)}>
          {actions}
        </OneAnswer>
      ))}
    </section>
  )
}

interface GuestAnswersProps {
  ask: Pick<Ask, 'post'>
  /** What can be done with each of them, beside removing it. */
  actions: ReactNode
}

interface OneAnswerProps {
  answer: GuestAnswer
  onRemove: () => void
  children: ReactNode
}

// Whoever says so is unknown: what he gives as a link is text, and is not followed.
function OneAnswer({ answer, onRemove, children }: OneAnswerProps) {
  const { t } = useLingui()
  const { title, place, why, interest, interestWords, language, name, contact, link, at } = answer
  const facts = [place, contact, link].filter((fact) => fact !== null)
  const ago = agoWords(at, now(), spokenLanguage())
  const report = useReport()
  return (
    <article className={css.answer} aria-label={t`Answer by link: ${title}`}>
      {interest === 'connected' && (
        <Stamp
          interest="connected"
          title={t`Connected.`}
          words={interestWords === null ? null : quoted(interestWords, language)}
          note={null}
        />
      )}
      <p className={css.from}>
        <Tag icon={Link2}>
          <Trans>By link, from outside Kith</Trans>
        </Tag>
        <span className={text.meta}>{name === null ? ago : t`signed “${name}”, ${ago}`}</span>
      </p>
      <h3>
        <Marked>{title}</Marked>
      </h3>
      <blockquote className={`${text.voice} ${css.words}`} lang={language}>
        <Marked>{quoted(why, language)}</Marked>
      </blockquote>
      {facts.length > 0 && (
        <p className={css.facts}>
          {facts.map((fact) => (
            <span key={fact}>
              <Marked>{fact}</Marked>
            </span>
          ))}
        </p>
      )}
      <Actions>
        {children}
        <Action icon={Trash2} onPress={onRemove}>
          {t`Remove`}
        </Action>
        <Action icon={Flag} onPress={() => report('guestAnswer', answer.id)}>
          {t`Report`}
        </Action>
      </Actions>
    </article>
  )
}

// An answer is gone from the page at once, and from Kith once nobody takes that back.
function useRemoval(ask: string) {
  const { t } = useLingui()
  const later = useLater(useErrorWords())
  const removal = useRemoveGuestAnswer(ask)
  return (id: string) =>
    later({ text: t`The answer is removed.`, act: () => removal.mutateAsync(id), hides: id })
}
