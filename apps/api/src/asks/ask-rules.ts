import { KIND_OF_WISH, LIMITS, type Wish } from '@kith/contract'
import { AppError } from '../http/refusals.ts'

const DAY_MS = 86_400_000

/** Refuses what belongs to a wish of another kind. */
export function refuseForeign(wish: Wish): void {
  const foreign = Object.entries(KIND_OF_WISH).filter(([field, owner]) => {
    const said: unknown = Reflect.get(wish, field)
    return owner !== wish.kind && said !== null && said !== false
  })
  if (foreign.length === 0) return
  const fields = foreign.map(([path, owner]) => ({
    path: `wish.${path}`,
    message: `is of a ${owner} alone`,
  }))
  throw new AppError('invalid_input', { fields })
}

/** Refuses a last day that is over, or further away than an ask may be open. */
export function refuseUntil(ends: Date, now: Date): void {
  const latest = now.getTime() + (LIMITS.askDays + 1) * DAY_MS
  if (ends > now && ends.getTime() <= latest) return
  const message = `must be today or later, and within ${LIMITS.askDays} days`
  throw new AppError('invalid_input', { fields: [{ path: 'until', message }] })
}
