import type { Ask } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Check, Handshake, MessageCircleReply } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useBring } from '../../lib/introduction-sheets.ts'
import { Action, Actions } from '../../ui/action.tsx'
import { Marked } from '../../ui/marked.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AskedWords, AskFacts } from './asked.tsx'
import css from './asks.module.css'

/** Somebody's ask in a list. `head` says who asks and how it came. */
export function AskCard({ ask, place, head, onAnswer }: AskCardProps) {
  const titleId = useId()
  return (
    <article
      className={css.card}
      aria-labelledby={titleId}
      aria-posinset={place.number}
      aria-setsize={place.of}
      tabIndex={-1}
    >
      {head}
      <h2 id={titleId} className={css.title} lang={ask.language}>
        <Link to="/asks/$id" params={{ id: ask.post }}>
          <Marked>{ask.wish.title}</Marked>
        </Link>
      </h2>
      <AskFacts ask={ask} />
      <AskedWords ask={ask} />
      <AnswerActions ask={ask} onAnswer={onAnswer} />
    </article>
  )
}

interface AskCardProps {
  ask: Ask
  /** Where it stands in the feed; `of` is -1 as long as there may be more. */
  place: { number: number; of: number }
  head: ReactNode
  onAnswer: (ask: string) => void
}

/** What somebody who is asked can do. */
export function AnswerActions({ ask, onAnswer }: Pick<AskCardProps, 'ask' | 'onAnswer'>) {
  const { t } = useLingui()
  const bring = useBring()
  const { person, wish } = ask
  if (ask.way === 'own') return null
  return (
    <>
      {ask.answered.length > 0 && (
        <p className={css.answered}>
          <Tag icon={Check}>
            <Trans>You answered</Trans>
          </Tag>
        </p>
      )}
      {!ask.isOver && (
        <Actions>
          <Action icon={MessageCircleReply} onPress={() => onAnswer(ask.post)}>
            {t`Answer`}
          </Action>
          {person.shown === 'tie' && (
            <Action icon={Handshake} onPress={() => bring({ one: person.id, kind: wish.kind })}>
              {t`I know somebody`}
            </Action>
          )}
        </Actions>
      )}
    </>
  )
}
