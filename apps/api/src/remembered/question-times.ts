import type { SubjectKind } from '@kith/contract'

const DAY_MS = 86_400_000

// After how many days one has probably followed a recommendation, if one ever does.
const DAYS: Record<SubjectKind, number> = {
  film: 14,
  book: 14,
  restaurant: 30,
  shop: 30,
  craftsman: 60,
  health: 60,
  job: 60,
  business: 60,
  place: 30,
  other: 30,
}

/** When to ask what became of something of this kind that was remembered, opened or put off at that moment. */
export function askAfter(kind: SubjectKind, moment: Date): Date {
  return new Date(moment.getTime() + DAYS[kind] * DAY_MS)
}
