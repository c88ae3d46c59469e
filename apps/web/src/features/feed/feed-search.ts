import type { SubjectKind } from '@kith/contract'
import { KIND_ORDER } from '../../lib/words/kind-words.ts'

/** The filters of a feed as they stand in its address; absent where nothing is filtered. */
export interface FeedSearch {
  kinds?: SubjectKind[] | undefined
  circle?: string | undefined
}

/** Reads the filters out of an address; what is unknown is left out. */
export function feedSearch({ kinds, circle }: { kinds?: unknown; circle?: unknown }): FeedSearch {
  const known = Array.isArray(kinds) ? KIND_ORDER.filter((kind) => kinds.includes(kind)) : []
  return {
    ...(known.length > 0 ? { kinds: known } : {}),
    ...(typeof circle === 'string' ? { circle } : {}),
  }
}
