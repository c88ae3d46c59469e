import type { PersonId } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Notify } from '../changes/news.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { addAddressing, removeAddressing } from '../posts/addressing-store.ts'
import { keepHistory } from '../posts/audience-history.ts'
import { lockOwn } from './recommendation-store.ts'

export interface AddressingService {
  /** Shows a post of the viewer's to one of his ties, whatever its audience; doing it twice is doing it once. */
  address(viewer: Viewer, id: string, to: PersonId): Promise<Written<undefined>>
  /** Takes it back at once, as if it had never been. */
  withdraw(viewer: Viewer, id: string, to: PersonId): Promise<Written<undefined>>
}

export function createAddressing(deps: {
  changes: ChangeWriter
  now: () => Date
  notify: Notify
  /** The number of somebody whom the author has a live tie with, which does not end before the transaction does. */
  lockTieWith: (tx: Db, owner: number, id: PersonId) => Promise<number | undefined>
}): AddressingService {
  const { changes, now, notify, lockTieWith } = deps
  return {
    address: (viewer, id, to) =>
      changes.write(async (tx, changed) => {
        const { post } = orNotFound(await lockOwn(tx, viewer.no, id))
        if (post.form === 'notebook') throw new AppError('audience_empty')
        if (post.form === 'held') throw new AppError('waits_for_yes')
        const other = orNotFound(await lockTieWith(tx, viewer.no, to))
        const at = now()
        const isNew = await keepHistory(tx, { post: post.no, at }, () =>
          addAddressing(tx, { post: post.no, to: other, at }),
        )
        changed({ kind: 'addressing', a: post.no, b: other })
        const told = { reason: 'addressed', post: post.no, actor: viewer.no, at } as const
        await notify(tx, changed, { ...told, to: isNew ? [other] : [] })
        return undefined
      }),
    withdraw: (viewer, id, from) =>
      changes.write(async (tx, changed) => {
        const { post } = orNotFound(await lockOwn(tx, viewer.no, id))
        const removed = await keepHistory(tx, { post: post.no, at: now() }, () =>
          removeAddressing(tx, post.no, from),
        )
        const other = orNotFound(removed)
        changed({ kind: 'addressing', a: post.no, b: other })
        return undefined
      }),
  }
}
