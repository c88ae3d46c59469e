import type { SubjectKind } from '@kith/contract'

/** The kinds in the order in which they are offered. */
export const KIND_ORDER: readonly SubjectKind[] = [
  'film',
  'book',
  'restaurant',
  'shop',
  'craftsman',
  'health',
  'job',
  'business',
  'place',
  'other',
]
