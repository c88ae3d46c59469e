import { LIMITS, type Notification, type Notifications } from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db } from '../database/client.ts'
import { findLook, saveLook } from '../database/looks.ts'
import { notificationLook } from '../database/tables/notification-tables.ts'
import type { Viewer } from '../http/context.ts'
import { AppError } from '../http/refusals.ts'
import { behind, type GroupKey, groupLines } from './notification-groups.ts'
import { type NotificationDeps, readLines } from './notification-reading.ts'

const CURSOR = 'notifications'
const CursorContent = z.object({ viewer: z.int(), at: z.string(), about: z.string() })

export interface NotificationService {
  /** A page of what there is to tell the viewer, one entry a subject, newest first. */
  read(viewer: Viewer, cursor: string | undefined): Promise<Notifications>
  /** What happened between two moments and the viewer has not seen, as it may be told him now. */
  news(viewer: number, between: { after: Date; until: Date }): Promise<readonly Notification[]>
  /** He has seen what there was at that moment, which is never later than now. */
  see(viewer: Viewer, asOf: Date): Promise<Written<undefined>>
}

export interface NotificationsDeps extends NotificationDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly seal: Seal
}

export function createNotifications(deps: NotificationsDeps): NotificationService {
  const { db, changes, seal, now } = deps
  return {
    read: async (viewer, cursor) => {
      const asOf = now()
      const after = cursor === undefined ? undefined : openCursor(seal, cursor, viewer)
      const lines = await readLines(deps, viewer.no)
      const groups = groupLines(lines, await findLook(db, notificationLook, viewer.no))
      const rest = behind(groups, after)
      const page = rest.slice(0, LIMITS.page)
      const last = rest.length > LIMITS.page ? page.at(-1) : undefined
      return {
        notifications: page.map(({ notification }) => notification),
        unseen: groups.filter(({ notification }) => notification.unseen).length,
        asOf: asOf.toISOString(),
        cursor: last === undefined ? null : sealCursor(seal, viewer, last.key),
      }
    },
    news: async (viewer, { after, until }) => {
      const seen = await findLook(db, notificationLook, viewer)
      const lines = (await readLines(deps, viewer)).filter(({ at }) => new Date(at) <= until)
      return groupLines(lines, seen > after ? seen : after)
        .map(({ notification }) => notification)
        .filter(({ unseen }) => unseen)
    },
    see: (viewer, asOf) =>
      changes.write(async (tx, changed) => {
        await saveLook(tx, notificationLook, { person: viewer.no, asOf, now: now() })
        changed({ kind: 'look', a: viewer.no })
        return undefined
      }),
  }
}

function sealCursor(seal: Seal, { no }: Viewer, key: GroupKey): string {
  return seal.seal(CURSOR, JSON.stringify({ viewer: no, ...key }))
}

function openCursor(seal: Seal, cursor: string, viewer: Viewer): GroupKey {
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.viewer !== viewer.no) throw new AppError('cursor_invalid')
  return content
}
