import type { Ask } from './asks.ts'
import type { Card, FeedCard } from './feed.ts'

/** The cards about subjects, asks apart. */
export function subjectsOn({ cards }: { readonly cards: readonly FeedCard[] }): Card[] {
  return cards.flatMap((card) => ('ask' in card ? [] : [card]))
}

/** The asks on a page of the feed. */
export function asksOn({ cards }: { readonly cards: readonly FeedCard[] }): Ask[] {
  return cards.flatMap((card) => ('ask' in card ? [card.ask] : []))
}
