import type { Voice } from '@kith/contract'
import { AppError } from '../http/refusals.ts'

/** Refuses to do with a post what others could read of, or through, before its candidate said yes. */
export function refuseHeld({ candidate }: Voice): void {
  if (candidate?.agreed === false) throw new AppError('waits_for_yes')
}
