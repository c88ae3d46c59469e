import { type AddToInvite, LIMITS, type ToInviteList } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, notFound } from '../http/refusals.ts'
import { deleteName, insertNames, listNames, lockList } from './to-invite-store.ts'

/**
 * Whom somebody wants to invite, by names that he gave. They are compared with nobody: whether there is somebody of that
 * name here neither he nor anybody else learns by it.
 */
export interface ToInviteService {
  list(viewer: Viewer): Promise<ToInviteList>
  /** Adds all of these names or none; sent again it adds nothing. Answers the whole list. */
  add(viewer: Viewer, wish: AddToInvite): Promise<Written<ToInviteList>>
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
}

export interface ToInviteDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly newId: () => string
  readonly now: () => Date
}

export function createToInvite({ db, changes, newId, now }: ToInviteDeps): ToInviteService {
  return {
    list: async ({ no }) => ({ toInvite: await listNames(db, no) }),
    add: ({ no }, { names }) =>
      changes.write(async (tx, changed) => {
        await lockList(tx, no)
        const addedAt = now()
        await insertNames(
          tx,
          names.map((name) => ({ id: newId(), person: no, name, addedAt })),
        )
        const toInvite = await listNames(tx, no)
        if (toInvite.length > LIMITS.toInvite) throw new AppError('too_many_to_invite')
        changed({ kind: 'invitations', a: no })
        return { toInvite }
      }),
    remove: ({ no }, id) =>
      changes.write(async (tx, changed) => {
        if (!(await deleteName(tx, no, id))) throw notFound()
        changed({ kind: 'invitations', a: no })
        return undefined
      }),
  }
}
