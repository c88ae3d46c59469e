import type { Card, Voice } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Action, Actions, MoreAction } from '../../ui/action.tsx'
import look from '../../ui/card.module.css'
import { Marked } from '../../ui/marked.tsx'
import text from '../../ui/text.module.css'
import { Facts } from './facts.tsx'
import { InterestStamp } from './interest-stamp.tsx'
import { PhotoView } from './photo-view.tsx'
import css from './recommendation-card.module.css'
import { Said } from './said.tsx'
import { SubjectLink } from './subject-link.tsx'
import { VoiceTags } from './voice-tags.tsx'

/** One subject with its voices, strongest first; dissent keeps its place. No box. */
export function RecommendationCard(props: RecommendationCardProps) {
  const { card, place, note, onWhy, onMore, onSecond, renderActions } = props
  const { t } = useLingui()
  const titleId = useId()
  const [first, ...others] = card.voices
  if (first === undefined) return null
  const theirs = theirVoice(card.voices)
  return (
    <article
      className={look.card}
      aria-labelledby={titleId}
      aria-posinset={place.number}
      aria-setsize={place.of}
      tabIndex={-1}
    >
      {note}
      <InterestStamp interest={first.interest} words={first.words} language={first.language} />
      <Said
        voice={first}
        stamped={false}
        onWhy={onWhy}
        heading={
          <>
            <h2 id={titleId} className={look.title}>
              <SubjectLink voice={first}>
                <Marked>{card.subject.title}</Marked>
              </SubjectLink>
            </h2>
            <Facts subject={card.subject} voice={first} />
          </>
        }
      >
        <PhotoView voice={first} size="small" />
      </Said>
      {others.map((voice) => (
        <Said key={voice.post} voice={voice} small onWhy={onWhy} />
      ))}
      <MoreVoices card={card} />
      <div className={css.tags}>
        <VoiceTags voice={first} />
      </div>
      <Actions>
        {theirs !== undefined && renderActions(theirs)}
        <Action icon={PenLine} onPress={() => onSecond(card.subject.id)}>
          {t`Second it`}
        </Action>
        <MoreAction label={t`More`} onPress={() => onMore(theirs ?? first)} />
      </Actions>
    </article>
  )
}

interface RecommendationCardProps {
  card: Card
  /** Where it stands in the feed; `of` is -1 as long as there may be more. */
  place: { number: number; of: number }
  /** What I keep about it, first of all. */
  note?: ReactNode
  onWhy: (voice: Voice) => void
  onMore: (voice: Voice) => void
  onSecond: (subject: string) => void
  /** What one can do with the voice that the card is about. */
  renderActions: (voice: Voice) => ReactNode
}

// Of several the one that I remember, else the strongest that is not my own.
function theirVoice(voices: readonly Voice[]): Voice | undefined {
  const theirs = voices.filter(({ way }) => way !== 'own')
  return theirs.find(({ remembered }) => remembered !== null) ?? theirs[0]
}

function MoreVoices({ card }: { card: Card }) {
  if (card.more === 0 && !card.moreBeyond) return null
  return (
    <p className={css.more}>
      <Link to="/subjects/$id" params={{ id: card.subject.id }} className={text.tapLink}>
        {card.moreBeyond ? (
          <Trans>and more voices</Trans>
        ) : (
          <Plural value={card.more} one="and # more voice" other="and # more voices" />
        )}
      </Link>
    </p>
  )
}
