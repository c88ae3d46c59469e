import type { FeedQuery } from '@kith/contract'
import type { CardKey } from '@kith/trust-graph'
import { z } from 'zod'
import type { Seal } from '../changes/sealed-value.ts'
import { describeFilters } from '../graph/list-filters.ts'
import { AppError } from '../http/refusals.ts'

const PURPOSE = 'feed'

const Content = z.object({
  viewer: z.int(),
  filters: z.string(),
  asOf: z.int(),
  highestPost: z.int(),
  value: z.number(),
  hash: z.int(),
})

/** The list as it stood when its first page was read, and where in it the next page begins. */
export interface FeedWindow {
  readonly asOf: number
  readonly highestPost: number
  readonly after: CardKey | undefined
}

/** Opens a cursor. Refuses one that is forged, somebody else's, or of a list with other filters. */
export function openCursor(seal: Seal, cursor: string, viewer: number, query: FeedQuery): FeedWindow {
  const plain = seal.open(PURPOSE, cursor)
  const content = plain === undefined ? undefined : Content.parse(JSON.parse(plain))
  if (content?.viewer !== viewer || content.filters !== describe(query)) throw new AppError('cursor_invalid')
  const { asOf, highestPost, value, hash } = content
  return { asOf, highestPost, after: { value, hash } }
}

export function sealCursor(
  seal: Seal,
  viewer: number,
  query: FeedQuery,
  { asOf, highestPost, after }: FeedWindow & { after: CardKey },
): string {
  const content: z.infer<typeof Content> = {
    viewer,
    filters: describe(query),
    asOf,
    highestPost,
    value: after.value,
    hash: after.hash,
  }
  return seal.seal(PURPOSE, JSON.stringify(content))
}

function describe(query: FeedQuery): string {
  return JSON.stringify([query.lane, query.order, query.only ?? null, ...describeFilters(query)])
}
