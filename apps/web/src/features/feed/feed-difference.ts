import { type Card, type FeedCard, subjectsOn } from '@kith/contract'

/**
 * What is left of the cards on screen: without the posts that are gone, and without the subjects and voices that the
 * same stretch of the feed, read now, does not hold any more. Their order stays.
 */
export function stillVisible(
  shown: readonly FeedCard[],
  now: readonly FeedCard[] | null,
  gone: ReadonlySet<string>,
): FeedCard[] {
  const nowByKey = now === null ? null : new Map(now.map((card) => [keyOf(card), card]))
  return shown.flatMap((card): FeedCard[] => {
    const current = nowByKey?.get(keyOf(card))
    if (nowByKey !== null && current === undefined) return []
    if ('ask' in card) return gone.has(card.ask.post) ? [] : [card]
    const same = current !== undefined && 'voices' in current ? current : undefined
    const voices = card.voices.filter((voice) => !gone.has(voice.post) && mayStillSpeak(voice.post, same))
    if (voices.length === 0) return []
    // What stays as it was stays the same card, which is not rendered again.
    return [voices.length === card.voices.length ? card : { ...card, voices }]
  })
}

/** What a card is recognised by. */
export function keyOf(card: FeedCard): string {
  return 'ask' in card ? card.ask.post : card.subject.id
}

// A card that shows all its voices shows by omission who fell silent; a longer one only shows the three strongest.
function mayStillSpeak(post: string, current: Card | undefined): boolean {
  if (current === undefined || current.more > 0 || current.moreBeyond) return true
  return current.voices.some((voice) => voice.post === post)
}

/** How many cards of the first page read now hold something that is not on screen yet. */
export function countNew(shown: readonly FeedCard[], firstPageNow: readonly FeedCard[]): number {
  const posts = new Set(
    subjectsOn({ cards: shown }).flatMap((card) => card.voices.map((voice) => voice.post)),
  )
  const shownByKey = new Map(shown.map((card) => [keyOf(card), card]))
  return firstPageNow.filter((card) => {
    const before = shownByKey.get(keyOf(card))
    if (before === undefined) return true
    if ('ask' in card || 'ask' in before) return false
    const unseen = card.voices.filter((voice) => !posts.has(voice.post)).length
    // A stronger voice may have moved up out of "and 2 more": that is nothing new.
    return unseen > 0 && total(card) > total(before)
  }).length
}

function total(card: Card): number {
  return card.voices.length + card.more
}
