import type { PersonId } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { addAddressing, removeAddressing } from '../posts/addressing-store.ts'
import { lockAsk } from './ask-store.ts'

/** An ask that is put to one tie: it is addressed to him, whatever its audience, and told to him as long as it is open. */
export interface AskingDirectly {
  /** Doing it twice is doing it once. */
  ask(viewer: Viewer, id: string, to: PersonId): Promise<Written<undefined>>
  /** Takes it back at once, as if it had never been. */
  takeBack(viewer: Viewer, id: string, to: PersonId): Promise<Written<undefined>>
}

export interface AskingDirectlyDeps {
  readonly changes: ChangeWriter
  readonly now: () => Date
  /** The number of somebody whom the asker has a live tie with, which does not end before the transaction does. */
  readonly lockTieWith: (tx: Db, owner: number, id: PersonId) => Promise<number | undefined>
}

export function createAskingDirectly({ changes, now, lockTieWith }: AskingDirectlyDeps): AskingDirectly {
  return {
    ask: (viewer, id, to) =>
      changes.write(async (tx, changed) => {
        const { post } = orNotFound(await lockAsk(tx, viewer.no, id))
        const other = orNotFound(await lockTieWith(tx, viewer.no, to))
        const at = now()
        if (post.expiresAt !== null && post.expiresAt <= at) throw new AppError('ask_over')
        await addAddressing(tx, { post: post.no, to: other, at })
        changed({ kind: 'addressing', a: post.no, b: other }, { kind: 'notification', a: post.no, b: other })
        return undefined
      }),
    takeBack: (viewer, id, from) =>
      changes.write(async (tx, changed) => {
        const { post } = orNotFound(await lockAsk(tx, viewer.no, id))
        const other = orNotFound(await removeAddressing(tx, post.no, from))
        changed({ kind: 'addressing', a: post.no, b: other })
        return undefined
      }),
  }
}
