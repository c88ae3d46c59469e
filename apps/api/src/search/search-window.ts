import { createHash } from 'node:crypto'
import type { SearchQuery } from '@kith/contract'
import { z } from 'zod'
import type { Seal } from '../changes/sealed-value.ts'
import { describeFilters } from '../graph/list-filters.ts'
import { AppError } from '../http/refusals.ts'
import type { ResultKey } from './search-results.ts'

const PURPOSE = 'search'

const Content = z.object({
  viewer: z.int(),
  search: z.string(),
  asOf: z.int(),
  highestPost: z.int(),
  nearly: z.boolean(),
  value: z.number(),
  subject: z.int(),
})

/** The list as it stood when its first page was read, and where in it the next page begins. */
export interface SearchWindow {
  readonly asOf: number
  readonly highestPost: number
  readonly nearly: boolean
  readonly after: ResultKey | undefined
}

/** Opens a cursor. Refuses one that is forged, somebody else's, or of another search. */
export function openCursor(seal: Seal, cursor: string, viewer: number, query: SearchQuery): SearchWindow {
  const plain = seal.open(PURPOSE, cursor)
  const content = plain === undefined ? undefined : Content.parse(JSON.parse(plain))
  if (content?.viewer !== viewer || content.search !== describe(query)) throw new AppError('cursor_invalid')
  const { asOf, highestPost, nearly, value, subject } = content
  return { asOf, highestPost, nearly, after: { value, subject } }
}

export function sealCursor(
  seal: Seal,
  viewer: number,
  query: SearchQuery,
  { asOf, highestPost, nearly, after }: SearchWindow & { after: ResultKey },
): string {
  const content: z.infer<typeof Content> = {
    viewer,
    search: describe(query),
    asOf,
    highestPost,
    nearly,
    ...after,
  }
  return seal.seal(PURPOSE, JSON.stringify(content))
}

// The words themselves would make the cursor as long as they are.
function describe(query: SearchQuery): string {
  return createHash('sha256')
    .update(JSON.stringify([query.q, ...describeFilters(query)]))
    .digest('base64url')
}
