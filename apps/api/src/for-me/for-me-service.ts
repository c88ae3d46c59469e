import { type ForMe, type ForMeItem, LIMITS, type Passed, PassId, type PassOn } from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Notify } from '../changes/news.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db } from '../database/client.ts'
import { findLook, saveLook } from '../database/looks.ts'
import type { NewIds } from '../database/new-ids.ts'
import { forMeLook } from '../database/tables/pass-tables.ts'
import { refuseHeld } from '../graph/held-posts.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import {
  type CheckedAsked,
  type CheckedItem,
  type ItemDeps,
  readAskedOf,
  readItems,
  readItemsAbout,
} from './for-me-reading.ts'
import type { ItemKey } from './for-me-rows.ts'
import { countPasses, deletePass, isClosed, type NewPass, savePass } from './pass-store.ts'

const CURSOR = 'for-me'
const CursorContent = z.object({ viewer: z.int(), at: z.iso.datetime(), id: z.uuid() })
const DAY_MS = 86_400_000

export interface ForMeService {
  /** A page of what ties passed on or addressed to the viewer, newest first. */
  read(viewer: Viewer, cursor: string | undefined): Promise<ForMe>
  see(viewer: Viewer, asOf: Date): Promise<Written<undefined>>
  /** Those about these posts that the viewer may see now. */
  about(viewer: number, posts: readonly number[]): Promise<readonly CheckedItem[]>
  /** The open asks that ties put to the viewer. */
  askedOf(viewer: number): Promise<readonly CheckedAsked[]>
  /**
   * Points a tie to a post that the viewer may see and did not write. What the tie may see of it has no part in the answer.
   */
  pass(viewer: Viewer, post: string, wish: PassOn): Promise<Written<Passed>>
  takeBack(viewer: Viewer, id: PassId): Promise<Written<undefined>>
}

export interface ForMeDeps extends ItemDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly seal: Seal
  readonly ids: NewIds
  readonly notify: Notify
  /** The number of somebody whom the viewer has a live tie with, which does not end before the transaction does. */
  readonly lockTieWith: (tx: Db, owner: number, id: PassOn['to']) => Promise<number | undefined>
}

export function createForMe(deps: ForMeDeps): ForMeService {
  const { db, changes, voices, seal, ids, now, notify, lockTieWith } = deps
  return {
    read: async (viewer, cursor) => {
      const asOf = now()
      const after = cursor === undefined ? undefined : openCursor(seal, cursor, viewer)
      const { items, next } = await readItems(deps, viewer.no, after)
      const seen = await findLook(db, forMeLook, viewer.no)
      const asked = cursor === undefined ? await readAskedOf(deps, viewer.no) : []
      return {
        asks: asked.map((one) => ({ ...one, at: one.at.toISOString(), unseen: one.at > seen })),
        items: items.map((item) => presentItem(item, seen)),
        asOf: asOf.toISOString(),
        cursor: next === undefined ? null : sealCursor(seal, viewer, next),
      }
    },
    see: (viewer, asOf) =>
      changes.write(async (tx, changed) => {
        await saveLook(tx, forMeLook, { person: viewer.no, asOf, now: now() })
        changed({ kind: 'look', a: viewer.no })
        return undefined
      }),
    about: (viewer, posts) => readItemsAbout(deps, viewer, posts),
    askedOf: (viewer) => readAskedOf(deps, viewer),
    pass: async (viewer, postId, { to, sentence }) => {
      const { proposal, voice } = orNotFound(await voices.readOne(viewer.no, postId))
      // What is one's own is addressed.
      if (voice.way === 'own') throw notFound()
      refuseHeld(voice)
      return changes.write(async (tx, changed) => {
        const madeAt = now()
        const recipient = orNotFound(await lockTieWith(tx, viewer.no, to))
        await refuseTooMany(tx, viewer.no, madeAt)
        const made: NewPass = {
          id: PassId.parse(ids.dated()),
          post: proposal.post,
          sender: viewer.no,
          recipient,
          sentence,
          madeAt,
        }
        const id = orNotFound(await savePass(tx, made))
        if (!(await isClosed(tx, made))) {
          const news = { reason: 'passed', post: proposal.post, actor: viewer.no, at: madeAt } as const
          await notify(tx, changed, { ...news, to: [recipient] })
        }
        return { id }
      })
    },
    takeBack: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { post, recipient } = orNotFound(await deletePass(tx, id, viewer.no))
        changed({ kind: 'notification', a: post, b: recipient })
        return undefined
      }),
  }
}

async function refuseTooMany(tx: Db, sender: number, at: Date): Promise<void> {
  const today = await countPasses(tx, sender, new Date(at.getTime() - DAY_MS))
  if (today >= LIMITS.passesPerDay) throw new AppError('too_many_passes_today')
}

function presentItem({ row, from, voice }: CheckedItem, seen: Date): ForMeItem {
  const { reason, sentence, at } = row
  return { reason, from, sentence, at: at.toISOString(), unseen: at > seen, voice }
}

function sealCursor(seal: Seal, { no }: Viewer, key: ItemKey): string {
  return seal.seal(CURSOR, JSON.stringify({ viewer: no, ...key }))
}

function openCursor(seal: Seal, cursor: string, viewer: Viewer): ItemKey {
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.viewer !== viewer.no) throw new AppError('cursor_invalid')
  return content
}
