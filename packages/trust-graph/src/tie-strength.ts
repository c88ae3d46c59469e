/**
 * Strength from experience: closeness is the first word, what happened moves it. Slowly up, quickly down, and all of it
 * forgotten in time.
 */

/** What the owner of a side has lived through with the other person, as forgetting has left it. */
export interface Experience {
  readonly good: number
  readonly bad: number
}

export type Outcome = 'helped' | 'letDown'

export const NO_EXPERIENCE: Experience = { good: 0, bad: 0 }

const PRIOR = 4
const STRONGEST = 0.98
const MEMORY = 0.9
const LET_DOWN_WEIGHT = 3
const GOOD_HALF_LIFE_DAYS = 180
const BAD_HALF_LIFE_DAYS = 720

/**
 * The weight of a side, in (0, 0.98], from what its owner declared (in (0, 1]) and what happened. The strength for one
 * kind of subject is the same with the overall strength as declared and that kind's experience.
 */
export function strengthOf(declared: number, { good, bad }: Experience): number {
  return Math.min(STRONGEST, (PRIOR * declared + good) / (PRIOR + good + bad))
}

/** The experience after one more outcome. `share` in (0, 1] is how much of it came through this tie. */
export function afterOutcome({ good, bad }: Experience, outcome: Outcome, share = 1): Experience {
  return {
    good: MEMORY * good + (outcome === 'helped' ? share : 0),
    bad: MEMORY * bad + (outcome === 'letDown' ? LET_DOWN_WEIGHT * share : 0),
  }
}

/** The experience after that many whole UTC days on which nothing happened. */
export function afterIdleDays({ good, bad }: Experience, days: number): Experience {
  return { good: good * 2 ** (-days / GOOD_HALF_LIFE_DAYS), bad: bad * 2 ** (-days / BAD_HALF_LIFE_DAYS) }
}
