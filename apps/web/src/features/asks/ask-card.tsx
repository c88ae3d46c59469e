import type { Ask } from '@kith/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Check, Handshake, MessageCircleReply } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useBring } from '../../lib/introduction-sheets.ts'
import { Action, Actions, MoreAction } from '../../ui/action.tsx'
import look from '../../ui/card.module.css'
import { Marked } from '../../ui/marked.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AskedWords, AskFacts } from './asked.tsx'
import css from './asks.module.css'

/** Somebody's ask in a list. `head` says who asks and how it came, `tags` who can see it. */
export function AskCard({ ask, place, head, tags, onAnswer, onWhy }: AskCardProps) {
  const titleId = useId()
  return (
    <article
      className={look.card}
      aria-labelledby={titleId}
      aria-posinset={place.number}
      aria-setsize={place.of}
      tabIndex={-1}
    >
      {head}
      <Asked ask={ask} titleId={titleId} tags={tags} onAnswer={onAnswer} onWhy={onWhy} />
    </article>
  )
}

interface AskCardProps {
  ask: Ask
  /** Where it stands in the feed; `of` is -1 as long as there may be more. */
  place: { number: number; of: number }
  head: ReactNode
  /** Who can see it. */
  tags: ReactNode
  onAnswer: (ask: string) => void
  onWhy: () => void
}

/** Somebody's ask, where it is said elsewhere who asks. */
export function Asked({ ask, titleId, tags, onAnswer, onWhy }: AskedProps) {
  return (
    <>
      <h2 id={titleId} className={look.title} lang={ask.language}>
        <Link to="/asks/$id" params={{ id: ask.post }} data-open>
          <Marked>{ask.wish.title}</Marked>
        </Link>
      </h2>
      <AskFacts ask={ask} />
      <AskedWords ask={ask} />
      {tags}
      <AnswerActions ask={ask} onAnswer={onAnswer} onWhy={onWhy} />
    </>
  )
}

interface AskedProps extends AnswerActionsProps {
  titleId?: string
  tags?: ReactNode
}

/** What somebody who is asked can do. */
export function AnswerActions({ ask, onAnswer, onWhy }: AnswerActionsProps) {
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
      <Actions>
        {!ask.isOver && (
          <Action icon={MessageCircleReply} shortcut="a" onPress={() => onAnswer(ask.post)}>
            {t`Answer`}
          </Action>
        )}
        {!ask.isOver && person.shown === 'tie' && (
          <Action icon={Handshake} onPress={() => bring({ one: person.id, kind: wish.kind })}>
            {t`I know somebody`}
          </Action>
        )}
        {onWhy !== undefined && <MoreAction label={t`How this reached you`} onPress={onWhy} />}
      </Actions>
    </>
  )
}

interface AnswerActionsProps extends Pick<AskCardProps, 'ask' | 'onAnswer'> {
  /** What else can be done with it, where it came by a way that can be told. */
  onWhy?: (() => void) | undefined
}
