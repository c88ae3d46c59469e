import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import type { Auth } from './auth-library.ts'
import { findKeyOwner, type KeyOwner } from './password-store.ts'

export interface PasswordCheck {
  readonly db: Db
  readonly rates: RateLimits
  readonly auth: Auth
}

/**
 * Whoever merely found an open session must not be able to do what opens or closes an account for good: the password is
 * asked for again. Answers whose it is; refuses another one, and everybody of the demo village, who have none.
 */
export async function confirmPassword(
  { db, rates, auth }: PasswordCheck,
  viewer: Viewer,
  password: string,
): Promise<KeyOwner> {
  const owner = orNotFound(await findKeyOwner(db, viewer.no))
  if (owner.password === null) throw new AppError('demo_person')
  await rates.count('passwordPerPerson', viewer.id)
  const context = await auth.$context
  if (!(await context.password.verify({ hash: owner.password, password }))) {
    throw new AppError('password_wrong', { fields: [{ path: 'password', message: 'is another' }] })
  }
  return owner
}
