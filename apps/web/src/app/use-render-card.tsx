import type { FeedCard } from '@kith/contract'
import { type ReactNode, useCallback } from 'react'
import { AskCard } from '../features/asks/ask-card.tsx'
import { useOpenWhy, useOpenWhyAsk } from '../features/recommendations/open-why.ts'
import { RecommendationCard } from '../features/recommendations/recommendation-card.tsx'
import { SaidHead } from '../features/recommendations/said.tsx'
import { useOpenSheet } from '../lib/use-sheet.ts'
import { AskTags } from './ask-tags.tsx'
import { VoiceActions } from './voice-actions.tsx'

/** Renders cards with everything that one can do with them; `note` is what I keep about it, above. */
export function useRenderCard() {
  const openSheet = useOpenSheet()
  const openWhy = useOpenWhy()
  const openMore = useOpenWhy('more')
  const openWhyAsk = useOpenWhyAsk()
  return useCallback(
    (card: FeedCard, place: { number: number; of: number }, note?: ReactNode) =>
      'ask' in card ? (
        <AskCard
          ask={card.ask}
          place={place}
          head={<SaidHead voice={card.ask} onWhy={openWhyAsk} />}
          tags={<AskTags ask={card.ask} />}
          onAnswer={(ask) => openSheet('answer', ask)}
          onWhy={() => openWhyAsk(card.ask)}
        />
      ) : (
        <RecommendationCard
          card={card}
          place={place}
          note={note}
          onWhy={openWhy}
          onMore={openMore}
          onSecond={(subject) => openSheet('recommend', subject)}
          renderActions={(voice) => <VoiceActions voice={voice} />}
        />
      ),
    [openSheet, openWhy, openMore, openWhyAsk],
  )
}
