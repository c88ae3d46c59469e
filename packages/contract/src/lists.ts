// Lists that the web app reads as well, apart from the schemas, which would come with them.

import type { SubjectFacts, SubjectKind, Words } from './recommendations.ts'

export const SUBJECT_KINDS = [
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
] as const

/** What may be sent; what is kept is WebP, without anything that the camera wrote beside the picture. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const

/** After how many days without any exchange I would like to be told of somebody. */
export const RHYTHMS = [14, 30, 90, 180, 365] as const

/** The fields that only one kind has, and which kind that is. */
export const KIND_OF_FIELD = {
  trade: 'craftsman',
  region: 'craftsman',
  role: 'job',
  field: 'job',
  hours: 'job',
  ends: 'job',
  occasion: 'restaurant',
} as const satisfies Partial<Record<keyof SubjectFacts | keyof Words, SubjectKind>>
