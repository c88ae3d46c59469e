import type { FeedOrder, PersonId, ThreadId } from '@kith/contract'
import type { FilterSearch } from './filters.ts'
import { forgetAll, remember, remembered, rememberedValue } from './remembered.ts'

/** Under which key answers are remembered that were given without an account, until whoever gave them takes them along. */
export const GUEST_ANSWERS = 'guest-answers'

// What tells about whoever is signed in; it goes with him.
const FILTERS = 'filters'
const SEARCHES = 'searches'
const ORDER = 'order'
const OFFERS = 'offers'
const DRAFT = 'draft.'
const AUDIENCE = 'audience.'
const THREAD = 'thread.'
const MOST_SEARCHES = 6

/** The filters of the feed as they were last set; null if none were. */
export function rememberedFilters(): FilterSearch | null {
  return rememberedValue(FILTERS)
}

/** Remembers the filters of the feed; null forgets them. */
export function rememberFilters(filters: FilterSearch | null): void {
  remember(FILTERS, filters === null ? null : JSON.stringify(filters))
}

/** The order of the feed as it was last chosen. */
export function rememberedOrder(): FeedOrder {
  return remembered(ORDER) === 'newest' ? 'newest' : 'ranked'
}

/** Remembers the order of the feed. */
export function rememberOrder(order: FeedOrder): void {
  remember(ORDER, order === 'newest' ? order : null)
}

/** Whether the offers above the feed were left open. */
export function areOffersOpen(): boolean {
  return remembered(OFFERS) !== 'closed'
}

/** Remembers whether they are open. */
export function leaveOffers(open: boolean): void {
  remember(OFFERS, open ? null : 'closed')
}

/** What was searched for lately on this device, the latest first. */
export function recentSearches(): readonly string[] {
  return rememberedValue<readonly string[]>(SEARCHES) ?? []
}

/** Puts a search first among the recent ones. */
export function rememberSearch(typed: string): void {
  const words = typed.trim()
  if (words === '') return
  const all = [words, ...recentSearches().filter((other) => other !== words)]
  remember(SEARCHES, JSON.stringify(all.slice(0, MOST_SEARCHES)))
}

/** Under which key a person's unfinished writing is remembered. */
export function draftKey(person: PersonId): string {
  return DRAFT + person
}

/** Under which key a person's unfinished ask is remembered. */
export function askDraftKey(person: PersonId): string {
  return `${DRAFT}ask.${person}`
}

/** Under which key it is remembered whom a person's last recommendation was for. */
export function audienceKey(person: PersonId): string {
  return AUDIENCE + person
}

/** Under which key it is remembered what a person has written in a thread and not sent. */
export function threadKey(thread: ThreadId, person: PersonId): string {
  return `${THREAD}${thread}.${person}`
}

/**
 * Forgets on this device what the one who leaves it looked for and wrote. Whoever arrives finds what he left unfinished
 * when his session ended by itself; nobody finds anything of another.
 */
export function forgetMine(arriving: PersonId | null = null): void {
  remember(FILTERS, null)
  remember(SEARCHES, null)
  remember(ORDER, null)
  remember(OFFERS, null)
  forgetAll(DRAFT, arriving)
  forgetAll(AUDIENCE, arriving)
  forgetAll(THREAD, arriving)
  if (arriving === null) remember(GUEST_ANSWERS, null)
}
