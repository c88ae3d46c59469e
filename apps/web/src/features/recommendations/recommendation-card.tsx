import type { Card, Voice } from '@kith/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { useId } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Marked } from '../../ui/marked.tsx'
import text from '../../ui/text.module.css'
import { Facts } from './facts.tsx'
import { InterestStamp } from './interest-stamp.tsx'
import { PhotoView } from './photo-view.tsx'
import css from './recommendation-card.module.css'
import { Said } from './said.tsx'
import { VoiceTags } from './voice-tags.tsx'

/** One subject with its voices, strongest first; dissent keeps its place. No box. */
export function RecommendationCard({ card, place, onWhy, onSecond }: RecommendationCardProps) {
  const { t } = useLingui()
  const titleId = useId()
  const [first, ...others] = card.voices
  if (first === undefined) return null
  return (
    <article
      className={css.card}
      aria-labelledby={titleId}
      aria-posinset={place.number}
      aria-setsize={place.of}
      tabIndex={-1}
    >
      <InterestStamp interest={first.interest} words={first.words} language={first.language} />
      <Said
        voice={first}
        stamped={false}
        onWhy={onWhy}
        heading={
          <>
            <h2 id={titleId} className={css.title}>
              <Link to="/subjects/$id" params={{ id: card.subject.id }} data-open>
                <Marked>{card.subject.title}</Marked>
              </Link>
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
      <div className={css.actions}>
        <button type="button" className={css.action} onClick={() => onSecond(card.subject.id)}>
          <Icon of={PenLine} />
          {t`Second it`}
        </button>
      </div>
    </article>
  )
}

interface RecommendationCardProps {
  card: Card
  /** Where it stands in the feed; `of` is -1 as long as there may be more. */
  place: { number: number; of: number }
  onWhy: (voice: Voice) => void
  onSecond: (subject: string) => void
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
