import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { rateLimit } from '../database/tables/service-tables.ts'
import { AppError } from './refusals.ts'

/** How many tries within how many seconds. */
export interface Rate {
  readonly max: number
  readonly seconds: number
}

const MINUTES = 60
const HOUR = 3_600

/** What is counted in PostgreSQL, across all processes, before anything else is done. */
export const RATES = {
  signInPerAddress: { max: 200, seconds: 10 * MINUTES },
  signInPerEmail: { max: 10, seconds: 10 * MINUTES },
  passkeyBeginPerAddress: { max: 600, seconds: 10 * MINUTES },
  passwordPerPerson: { max: 10, seconds: 10 * MINUTES },
  signUpPerAddress: { max: 100, seconds: HOUR },
  lookAroundPerAddress: { max: 200, seconds: 10 * MINUTES },
  resetPerAddress: { max: 30, seconds: HOUR },
  resetPerEmail: { max: 3, seconds: HOUR },
  linkPerAddress: { max: 300, seconds: 10 * MINUTES },
  askLinkPerPerson: { max: 60, seconds: HOUR },
  guestAnswerPerAddress: { max: 30, seconds: HOUR },
  guestAnswerPerLink: { max: 60, seconds: HOUR },
  objectionPerAddress: { max: 20, seconds: HOUR },
  objectionPerEmail: { max: 5, seconds: HOUR },
  joinCodePerPerson: { max: 30, seconds: 10 * MINUTES },
  tieRequestPerPerson: { max: 60, seconds: HOUR },
  photoPerPerson: { max: 60, seconds: HOUR },
  messagePerPerson: { max: 600, seconds: HOUR },
  exportPerPerson: { max: 20, seconds: 24 * HOUR },
  importPerPerson: { max: 1_200, seconds: HOUR },
  linkPreviewPerPerson: { max: 60, seconds: HOUR },
} as const satisfies Record<string, Rate>
export type RateName = keyof typeof RATES

/** Other rates than the usual ones, by name. */
export type Rates = Partial<Record<RateName, Rate>>

export interface RateLimits {
  /** Counts one try and refuses when it is one too many. `who` is kept as a hash only. */
  count(name: RateName, who: string): Promise<void>
}

/** Fixed windows, one row each; `rates` may be replaced in tests. */
export function createRateLimits(deps: { db: Db; now: () => Date; rates?: Rates | undefined }): RateLimits {
  return {
    count: async (name, who) => {
      const rate = deps.rates?.[name] ?? RATES[name]
      const nowMs = deps.now().getTime()
      const windowMs = rate.seconds * 1_000
      const windowStart = new Date(nowMs - (nowMs % windowMs))
      const bucket = `${name}:${createHash('sha256').update(who).digest('base64url').slice(0, 22)}`
      const [row] = await deps.db
        .insert(rateLimit)
        .values({ bucket, windowStart, count: 1 })
        .onConflictDoUpdate({
          target: [rateLimit.bucket, rateLimit.windowStart],
          set: { count: sql`${rateLimit.count} + 1` },
        })
        .returning({ count: rateLimit.count })
      if ((row?.count ?? 1) <= rate.max) return
      const retryAfterSeconds = Math.ceil((windowStart.getTime() + windowMs - nowMs) / 1_000)
      throw new AppError('rate_limited', { retryAfterSeconds })
    },
  }
}
