import type { Card } from '@kith/contract'

/**
 * What is left of the cards on screen: without the posts that are gone, and without the subjects and voices that the
 * same stretch of the feed, read now, does not hold any more. Their order stays.
 */
export function stillVisible(
  shown: readonly Card[],
  now: readonly Card[] | null,
  gone: ReadonlySet<string>,
): Card[] {
  const nowBySubject = now === null ? null : new Map(now.map((card) => [card.subject.id, card]))
  return shown.flatMap((card) => {
    const current = nowBySubject?.get(card.subject.id)
    if (nowBySubject !== null && current === undefined) return []
    const voices = card.voices.filter((voice) => !gone.has(voice.post) && mayStillSpeak(voice.post, current))
    return voices.length === 0 ? [] : [{ ...card, voices }]
  })
}

// A card that shows all its voices shows by omission who fell silent; a longer one only shows the three strongest.
function mayStillSpeak(post: string, current: Card | undefined): boolean {
  if (current === undefined || current.more > 0 || current.moreBeyond) return true
  return current.voices.some((voice) => voice.post === post)
}

/** How many cards of the first page read now hold something that is not on screen yet. */
export function countNew(shown: readonly Card[], firstPageNow: readonly Card[]): number {
  const posts = new Set(shown.flatMap((card) => card.voices.map((voice) => voice.post)))
  const shownBySubject = new Map(shown.map((card) => [card.subject.id, card]))
  return firstPageNow.filter((card) => {
    const before = shownBySubject.get(card.subject.id)
    if (before === undefined) return true
    const unseen = card.voices.filter((voice) => !posts.has(voice.post)).length
    // A stronger voice may have moved up out of "and 2 more": that is nothing new.
    return unseen > 0 && total(card) > total(before)
  }).length
}

function total(card: Card): number {
  return card.voices.length + card.more
}
