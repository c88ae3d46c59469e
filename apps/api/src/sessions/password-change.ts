import type { ChangePassword } from '@kith/contract'
import type { ChangeWriter } from '../changes/change-writer.ts'
import type { Viewer } from '../http/context.ts'
import { AppError } from '../http/refusals.ts'
import { confirmPassword, type PasswordCheck } from './password-check.ts'
import { type KeyOwner, replacePassword } from './password-store.ts'
import { endOtherSessions } from './sessions-store.ts'

export interface PasswordChange extends PasswordCheck {
  readonly changes: ChangeWriter
  /** Writes to whoever has a new password, who need not be the one that gave it. */
  tellChanged(owner: KeyOwner): void
}

/**
 * Puts a new password in the place of the one that is given again, and ends every other session in the same
 * transaction. Of two changes at a time the second is refused, since the password that it knew is not there any more.
 */
export async function changePassword(
  deps: PasswordChange,
  viewer: Viewer,
  { password, next }: ChangePassword,
): Promise<void> {
  const owner = await confirmPassword(deps, viewer, password)
  const { password: library } = await deps.auth.$context
  const hash = await library.hash(next)
  await deps.changes.write(async (tx, changed) => {
    if (!(await replacePassword(tx, owner, hash))) throw new AppError('password_wrong')
    await endOtherSessions(tx, viewer.id, viewer.session)
    changed({ kind: 'sessions', a: viewer.no })
  })
  deps.tellChanged(owner)
}
