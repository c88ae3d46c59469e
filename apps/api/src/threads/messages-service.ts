import { type Message, MessageId, type PhotoSize } from '@kith/contract'
import { z } from 'zod'
import type { Change } from '../changes/change-kinds.ts'
import type { Position } from '../changes/change-log.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import type { SentPhoto } from '../photos/photo-receiving.ts'
import type { PictureMaker } from '../photos/picture-maker.ts'
import { peopleOf, presentMessage } from './thread-presentation.ts'
import { selectMessages, selectPhoto, selectThread } from './thread-rows.ts'
import {
  deleteMessage,
  type FoundMessage,
  findOfOthers,
  findThread,
  insertMessage,
  listMembers,
  lockWritable,
  type NewMessage,
} from './threads-store.ts'

const Made = z.object({ message: MessageId })

export interface MessageService {
  write(viewer: Viewer, thread: string, text: string, claim: Claim | undefined): Promise<Written<Message>>
  /** `receive` is called only where the viewer may write. */
  writePhoto(
    viewer: Viewer,
    thread: string,
    receive: () => Promise<SentPhoto>,
    claim: Claim | undefined,
  ): Promise<Written<Message>>
  readPhoto(viewer: Viewer, message: string, size: PhotoSize): Promise<Buffer>
  /** Removes one's own for everybody, for good; also after the end of the tie. */
  remove(viewer: Viewer, message: string): Promise<Written<undefined>>
  /** Somebody else's message that the viewer has, as it stands; undefined where he has no such message. */
  readOfOthers(viewer: Viewer, message: string): Promise<FoundMessage | undefined>
}

export interface MessageDeps {
  readonly db: Db
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly makePicture: PictureMaker
  readonly ids: NewIds
  readonly now: () => Date
}

export function createMessages(deps: MessageDeps): MessageService {
  const { db, sql, changes, rates, makePicture } = deps
  return {
    write: async (viewer, thread, text, claim) => {
      orNotFound(await findThread(db, viewer.no, thread))
      await rates.count('messagePerPerson', viewer.id)
      return send(deps, { viewer, thread, claim }, { text, picture: null })
    },
    writePhoto: async (viewer, thread, receive, claim) => {
      await db.transaction((tx) => lockWritable(tx, viewer.no, thread))
      await rates.count('photoPerPerson', viewer.id)
      const { bytes, words } = await receive()
      const picture = await makePicture(bytes)
      return send(deps, { viewer, thread, claim }, { text: words, picture })
    },
    readPhoto: async (viewer, message, size) => orNotFound(await selectPhoto(sql, viewer.no, message, size)),
    remove: (viewer, message) =>
      changes.write(async (tx, changed) => {
        if (!(await removeMessage(tx, changed, viewer.no, message))) throw notFound()
        return undefined
      }),
    readOfOthers: ({ no }, message) => findOfOthers(db, no, message),
  }
}

interface Sending {
  readonly viewer: Viewer
  readonly thread: string
  readonly claim: Claim | undefined
}

async function send(
  deps: MessageDeps,
  { viewer, thread, claim }: Sending,
  said: Pick<NewMessage, 'text' | 'picture'>,
): Promise<Written<Message>> {
  const { changes, ids, now } = deps
  const { value, position } = await changes.write(async (tx, changed) =>
    onlyOnce(tx, claim, Made, async () => {
      const id = MessageId.parse(ids.dated())
      const no = await lockWritable(tx, viewer.no, thread)
      await insertMessage(tx, { ...said, id, thread: no, writer: viewer.no, at: now() })
      await tellMembers(tx, changed, no)
      return { message: id }
    }),
  )
  return readBack(deps, viewer, { thread, message: value.message, position })
}

async function readBack(
  { sql }: MessageDeps,
  { no }: Viewer,
  { thread, message, position }: { thread: string; message: string; position: Position },
): Promise<Written<Message>> {
  const row = orNotFound(await selectThread(sql, no, thread))
  const [made] = await selectMessages(sql, no, row.no, { id: message, before: null, limit: 1 })
  return { value: presentMessage(orNotFound(made), peopleOf(row)), position }
}

/** Removes somebody's message for everybody, for good. False where he wrote no such message. */
export async function removeMessage(
  tx: Db,
  changed: (...changes: Change[]) => void,
  writer: number,
  message: string,
): Promise<boolean> {
  const thread = await deleteMessage(tx, writer, message)
  if (thread === undefined) return false
  await tellMembers(tx, changed, thread)
  return true
}

async function tellMembers(tx: Db, changed: (...changes: Change[]) => void, thread: number): Promise<void> {
  for (const member of await listMembers(tx, thread)) changed({ kind: 'threads', a: member })
}
