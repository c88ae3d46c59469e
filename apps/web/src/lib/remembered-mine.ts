import type { FilterSearch } from './filters.ts'
import { remember, rememberedValue } from './remembered.ts'

// What tells about whoever is signed in; it goes with him.
const FILTERS = 'filters'
const SEARCHES = 'searches'
const MOST_SEARCHES = 6

/** The filters of the feed as they were last set; null if none were. */
export function rememberedFilters(): FilterSearch | null {
  return rememberedValue(FILTERS)
}

/** Remembers the filters of the feed; null forgets them. */
export function rememberFilters(filters: FilterSearch | null): void {
  remember(FILTERS, filters === null ? null : JSON.stringify(filters))
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

/** Forgets on this device what the one who leaves it looked for. */
export function forgetMine(): void {
  remember(FILTERS, null)
  remember(SEARCHES, null)
}
