import { z } from 'zod'
import { Card } from './feed.ts'
import { FILTERS } from './filters.ts'
import { LIMITS } from './limits.ts'

/** Words in quotes are a phrase, a word after a hyphen is unwanted, the last word may be unfinished. */
export const SearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(LIMITS.search),
  ...FILTERS,
  cursor: z.string().max(600).optional(),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** Everything that matches among what I hear, wrote and was addressed with: the cards hold the voices that match. */
export const SearchPage = z.object({
  cards: z.array(Card),
  /** Null: that is all. */
  cursor: z.string().nullable(),
  /** Nothing has these very words; the cards have similar ones. */
  nearly: z.boolean(),
})
export type SearchPage = z.infer<typeof SearchPage>
