import type { Remember, RememberedPage } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db } from '../database/client.ts'
import { readSeenPage } from '../graph/seen-pages.ts'
import type { SeenDeps } from '../graph/seen-posts.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { askAfter } from './question-times.ts'
import { dropQuestion, noteQuestion } from './questions-store.ts'
import { deleteRemembered, listRemembered, saveRemembered } from './remembered-store.ts'

/** What somebody wants to find again. Nobody else learns of it. */
export interface RememberedService {
  /** A page of it as far as the viewer may see it now, newest first. */
  list(viewer: Viewer, cursor: string | undefined): Promise<RememberedPage>
  /** Remembers what the viewer may see of others; what he remembers already gets the reason, if there is one. */
  remember(viewer: Viewer, post: string, wish: Remember): Promise<Written<undefined>>
  /** Also what he may not see any more. */
  forget(viewer: Viewer, post: string): Promise<Written<undefined>>
}

export interface RememberedDeps extends SeenDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly seal: Seal
}

export function createRemembered(deps: RememberedDeps): RememberedService {
  const { db, changes, voices, now } = deps
  return {
    list: async (viewer, cursor) => {
      const { entries, ...rest } = await readSeenPage(deps, viewer.no, {
        purpose: 'remembered',
        cursor,
        select: (before, limit) => listRemembered(db, viewer.no, { before, limit }),
      })
      const remembered = entries.map(({ row, voice }) => ({
        voice: voice.voice,
        since: row.rememberedAt.toISOString(),
      }))
      return { remembered, ...rest }
    },
    remember: async (viewer, id, { reason }) => {
      const { voice, proposal } = orNotFound(await voices.readOne(viewer.no, id))
      if (voice.way === 'own') throw notFound()
      return changes.write(async (tx) => {
        const made = { viewer: viewer.no, post: proposal.post, reason, at: now() }
        if (!(await saveRemembered(tx, made))) throw notFound()
        const askAt = askAfter(voice.subject.kind, made.at)
        await noteQuestion(tx, { viewer: viewer.no, post: made.post, askAt, contactOpened: false })
        return undefined
      })
    },
    forget: (viewer, id) =>
      changes.write(async (tx) => {
        const post = orNotFound(await deleteRemembered(tx, viewer.no, id))
        await dropQuestion(tx, viewer.no, post)
        return undefined
      }),
  }
}
