import type { Kind, Seconds } from './facts.ts'
import { DAY_SECONDS } from './model-constants.ts'

const HALF_LIFE_DAYS = 180
const JOB_HALF_LIFE_DAYS = 30
const ASK_HALF_LIFE_DAYS = 30
const FEED_DAYS = 730
const JOB_FEED_DAYS = 60

/** How much of a voice age has left, in (0, 1]; what is dated later than `asOf` is as fresh as can be. */
export function freshness(since: Seconds, asOf: Seconds, kind: Kind, ask: boolean): number {
  const halfLife = ask ? ASK_HALF_LIFE_DAYS : kind === 'job' ? JOB_HALF_LIFE_DAYS : HALF_LIFE_DAYS
  return 2 ** (-Math.max(0, asOf - since) / (halfLife * DAY_SECONDS))
}

/** By whole days of age, what freshness is at most: for what fades slowly, and for jobs and asks. */
export const SLOWLY_FADING = fading(HALF_LIFE_DAYS)
export const QUICKLY_FADING = fading(JOB_HALF_LIFE_DAYS)

function fading(halfLifeDays: number): Float64Array {
  return Float64Array.from({ length: FEED_DAYS + 1 }, (_, days) => 2 ** (-days / halfLifeDays))
}

/** Whether a voice of this kind is still young enough for the feed. */
export function isInFeedAge(since: Seconds, asOf: Seconds, kind: Kind): boolean {
  return asOf - since <= (kind === 'job' ? JOB_FEED_DAYS : FEED_DAYS) * DAY_SECONDS
}

/** Seconds after which no voice is young enough, of whatever kind, and no job. */
export const LONGEST_IN_FEED = FEED_DAYS * DAY_SECONDS
export const LONGEST_JOB_IN_FEED = JOB_FEED_DAYS * DAY_SECONDS
