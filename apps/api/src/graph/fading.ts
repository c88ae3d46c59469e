import type { SubjectKind } from '@kith/contract'

// After how many months without "still true" a recommendation fades. A film or a book never does.
const MONTHS: Record<SubjectKind, number> = {
  film: Number.POSITIVE_INFINITY,
  book: Number.POSITIVE_INFINITY,
  restaurant: 18,
  shop: 24,
  craftsman: 24,
  health: 24,
  job: 2,
  business: 24,
  place: 24,
  other: 24,
}

/** Whether nobody has confirmed it for longer than its kind allows. */
export function isFading(kind: SubjectKind, since: Date, now: Date): boolean {
  const months = MONTHS[kind]
  if (!Number.isFinite(months)) return false
  const end = new Date(since)
  end.setUTCMonth(end.getUTCMonth() + months)
  return end < now
}
