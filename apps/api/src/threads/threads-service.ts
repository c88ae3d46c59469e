import {
  LIMITS,
  type OpenedThread,
  type ShownPerson,
  ThreadId,
  type ThreadPage,
  type Threads,
} from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { peopleOf, presentListed, presentMessage, presentThread } from './thread-presentation.ts'
import { selectMessages, selectThread, selectThreads } from './thread-rows.ts'
import { giveThread, saveLeft, saveRead } from './threads-store.ts'

const LIST_CURSOR = 'threads'
const ListCursor = z.object({ viewer: z.int(), unread: z.boolean(), no: z.int() })
const PAGE_CURSOR = 'thread'
const PageCursor = z.object({ viewer: z.int(), thread: z.int(), before: z.int() })

/** A thread in which somebody else wrote what its reader has not read. */
export interface UnreadThread {
  readonly thread: ThreadId
  /** Who wrote last of it. */
  readonly person: ShownPerson
  readonly at: Date
}

/** Threads are read by their members alone. What a member does but write is told to nobody. */
export interface ThreadService {
  list(viewer: Viewer, cursor: string | undefined): Promise<Threads>
  /** The one thread of the viewer and a tie of his; made if there is none, of which the other learns by a message. */
  open(viewer: Viewer, tie: string): Promise<Written<OpenedThread>>
  read(viewer: Viewer, id: string, cursor: string | undefined): Promise<ThreadPage>
  see(viewer: Viewer, id: string, message: string): Promise<Written<undefined>>
  /**
   * What was said so far is gone for the viewer alone. Of a thread of two whoever writes next opens it anew for both; one of
   * more goes on without him.
   */
  leave(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** The newest of them. */
  unread(viewer: number): Promise<UnreadThread[]>
}

export interface ThreadDeps {
  readonly db: Db
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly seal: Seal
  readonly ids: NewIds
  readonly now: () => Date
  /** The viewer's live tie of that id, which does not end before the transaction does. */
  lockTie(tx: Db, owner: number, id: string): Promise<{ low: number; high: number } | undefined>
}

export function createThreads(deps: ThreadDeps): ThreadService {
  const { sql, changes, ids, now } = deps
  return {
    list: (viewer, cursor) => listThreads(deps, viewer, cursor),
    open: (viewer, tie) =>
      changes.write(async (tx) => {
        const { low, high } = orNotFound(await deps.lockTie(tx, viewer.no, tie))
        const id = await giveThread(tx, { id: ids.dated(), tie, people: [low, high], at: now() })
        return { id: ThreadId.parse(id) }
      }),
    read: (viewer, id, cursor) => readThread(deps, viewer, id, cursor),
    see: (viewer, id, message) =>
      changes.write(async (tx, changed) => {
        if (!(await saveRead(tx, viewer.no, id, message))) throw notFound()
        changed({ kind: 'threads', a: viewer.no })
        return undefined
      }),
    leave: (viewer, id) =>
      changes.write(async (tx, changed) => {
        if (!(await saveLeft(tx, viewer.no, id))) throw notFound()
        changed({ kind: 'threads', a: viewer.no })
        return undefined
      }),
    unread: async (viewer) => {
      const wish = { after: undefined, limit: LIMITS.notifications, unreadOnly: true }
      const rows = await selectThreads(sql, viewer, wish)
      return rows.flatMap((row): UnreadThread[] => {
        const person = peopleOf(row).get(row.unreadBy ?? '')
        if (person === undefined || row.unreadAt === null) return []
        return [{ thread: ThreadId.parse(row.id), person, at: row.unreadAt }]
      })
    },
  }
}

async function listThreads(
  { sql, seal }: ThreadDeps,
  viewer: Viewer,
  cursor: string | undefined,
): Promise<Threads> {
  const after = cursor === undefined ? undefined : openSealed(seal, LIST_CURSOR, cursor, ListCursor)
  if (after !== undefined && after.viewer !== viewer.no) throw new AppError('cursor_invalid')
  const rows = await selectThreads(sql, viewer.no, { after, limit: LIMITS.page + 1, unreadOnly: false })
  const shown = rows.slice(0, LIMITS.page)
  const last = rows.length > LIMITS.page ? shown.at(-1) : undefined
  const key = last && { viewer: viewer.no, unread: last.unreadAt !== null, no: last.last.no }
  return {
    threads: shown.map(presentListed),
    cursor: key === undefined ? null : seal.seal(LIST_CURSOR, JSON.stringify(key)),
  }
}

async function readThread(
  { sql, seal }: ThreadDeps,
  viewer: Viewer,
  id: string,
  cursor: string | undefined,
): Promise<ThreadPage> {
  const row = orNotFound(await selectThread(sql, viewer.no, id))
  const from = cursor === undefined ? undefined : openSealed(seal, PAGE_CURSOR, cursor, PageCursor)
  if (from !== undefined && (from.viewer !== viewer.no || from.thread !== row.no))
    throw new AppError('cursor_invalid')
  const wish = { id: null, before: from?.before ?? null, limit: LIMITS.messagesPerPage + 1 }
  const rows = await selectMessages(sql, viewer.no, row.no, wish)
  const shown = rows.slice(0, LIMITS.messagesPerPage)
  const oldest = rows.length > LIMITS.messagesPerPage ? shown.at(-1) : undefined
  const key = oldest && { viewer: viewer.no, thread: row.no, before: oldest.no }
  const people = peopleOf(row)
  const messages = shown.map((one) => presentMessage(one, people))
  return {
    thread: presentThread(row, from === undefined ? (messages[0] ?? null) : null),
    messages,
    cursor: key === undefined ? null : seal.seal(PAGE_CURSOR, JSON.stringify(key)),
  }
}

function openSealed<Content>(seal: Seal, name: string, cursor: string, content: z.ZodType<Content>): Content {
  const plain = seal.open(name, cursor)
  if (plain === undefined) throw new AppError('cursor_invalid')
  return content.parse(JSON.parse(plain))
}
