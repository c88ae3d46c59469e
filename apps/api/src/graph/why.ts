import type { Ask, Voice, Why } from '@kith/contract'

const DAY_MS = 86_400_000

/** After so many days what was posted weighs half, by the trust model (F1). */
const HALF_LIFE_DAYS = 180
/** The same for jobs and asks. */
export const SHORT_HALF_LIFE_DAYS = 30

export function halfLifeOf({ kind }: Voice['subject']): number {
  return kind === 'job' ? SHORT_HALF_LIFE_DAYS : HALF_LIFE_DAYS
}

interface Explained {
  /** From when on it ages. */
  readonly since: Date
  readonly heard: boolean
  readonly halfLifeDays: number
}

/** How a post reached its reader, and how fresh it is to him. */
export function explainWay(
  { post, person, chain, way }: Pick<Voice | Ask, 'post' | 'person' | 'chain' | 'way'>,
  { since, heard, halfLifeDays }: Explained,
  now: Date,
): Why {
  const days = Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS))
  const tenths = Math.round(10 * 2 ** (-days / halfLifeDays))
  return { post, person, chain, way, heard, freshness: { days, halfLifeDays, tenths } }
}
