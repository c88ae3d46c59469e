import { and, eq, gt, isNull, max, ne, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { message, messagePhoto, thread, threadMember } from '../database/tables/thread-tables.ts'
import { tie } from '../database/tables/tie-tables.ts'
import { AppError, notFound } from '../http/refusals.ts'
import type { Picture } from '../photos/photo-picture.ts'

/** The one thread of a tie's two; made if there is none. Answers its id. */
export async function giveThread(
  tx: Db,
  made: { id: string; tie: string; people: readonly number[]; at: Date },
): Promise<string> {
  const [row] = await tx
    .insert(thread)
    .values({ id: made.id, tie: made.tie, madeAt: made.at })
    .onConflictDoNothing()
    .returning({ no: thread.no })
  if (row) {
    await tx.insert(threadMember).values(made.people.map((person) => ({ thread: row.no, person })))
    return made.id
  }
  const [known] = await tx.select({ id: thread.id }).from(thread).where(eq(thread.tie, made.tie))
  if (!known) throw new Error('expected a tie to have the thread that stood in the way')
  return known.id
}

/** A thread of more than two: it belongs to no tie, so that no end of one closes it. Answers its number. */
export async function makeSharedThread(
  tx: Db,
  made: { id: string; people: readonly number[]; at: Date },
): Promise<number> {
  const [row] = await tx
    .insert(thread)
    .values({ id: made.id, tie: null, madeAt: made.at })
    .returning({ no: thread.no })
  if (!row) throw new Error('expected a new thread to have a number')
  await tx.insert(threadMember).values(made.people.map((person) => ({ thread: row.no, person })))
  return row.no
}

/** The number of a thread of the person's; undefined when it is not his, or he has left it for good. */
export async function findThread(
  db: Db,
  member: number,
  id: string,
): Promise<{ no: number; tie: string | null } | undefined> {
  const [row] = await db
    .select({ no: thread.no, tie: thread.tie })
    .from(thread)
    .innerJoin(threadMember, eq(threadMember.thread, thread.no))
    .where(and(eq(thread.id, id), eq(threadMember.person, member), eq(threadMember.gone, false)))
  return row
}

/**
 * The number of a thread that the person may write in; who writes there waits for this transaction, so that messages come in
 * the order of their numbers, and its tie cannot end before. Refuses where the tie is over, the same whether it was ended or
 * one of the two was blocked, and where nobody else is in it any more.
 */
export async function lockWritable(tx: Db, member: number, id: string): Promise<number> {
  const found = await findThread(tx, member, id)
  if (!found) throw notFound()
  await tx.select({ no: thread.no }).from(thread).where(eq(thread.no, found.no)).for('no key update')
  if (found.tie === null) {
    if (await isAlone(tx, found.no, member)) throw new AppError('thread_closed')
    return found.no
  }
  const [live] = await tx
    .select({ id: tie.id })
    .from(tie)
    .where(and(eq(tie.id, found.tie), isNull(tie.endedAt)))
    .for('share')
  if (!live) throw new AppError('thread_closed')
  return found.no
}

// Whoever left one of more than two is in it as before: nobody learns that he did.
async function isAlone(tx: Db, no: number, member: number): Promise<boolean> {
  const others = await tx
    .select({ person: threadMember.person })
    .from(threadMember)
    .where(and(eq(threadMember.thread, no), ne(threadMember.person, member)))
    .limit(1)
  return others.length === 0
}

export interface NewMessage {
  readonly id: string
  readonly thread: number
  readonly writer: number
  readonly text: string | null
  readonly picture: Picture | null
  readonly at: Date
}

export async function insertMessage(tx: Db, made: NewMessage): Promise<void> {
  const { id, writer, text, picture, at } = made
  await tx.insert(message).values({ id, thread: made.thread, writer, text, madeAt: at })
  if (picture !== null) await tx.insert(messagePhoto).values({ message: id, ...picture })
}

/** Removes somebody's own message for everybody; answers its thread, undefined where he has no such message. */
export async function deleteMessage(tx: Db, writer: number, id: string): Promise<number | undefined> {
  const [gone] = await tx
    .delete(message)
    .where(and(eq(message.id, id), eq(message.writer, writer)))
    .returning({ thread: message.thread })
  return gone?.thread
}

export async function listMembers(tx: Db, no: number): Promise<number[]> {
  const rows = await tx
    .select({ person: threadMember.person })
    .from(threadMember)
    .where(and(eq(threadMember.thread, no), eq(threadMember.gone, false)))
  return rows.map(({ person }) => person)
}

/** He has read up to a message that he has; what was read stays read. False where he has no such message. */
export async function saveRead(tx: Db, member: number, id: string, messageId: string): Promise<boolean> {
  const found = await findThread(tx, member, id)
  if (!found) return false
  const [read] = await tx
    .select({ no: message.no })
    .from(message)
    .where(and(eq(message.id, messageId), eq(message.thread, found.no)))
  if (!read) return false
  const rows = await tx
    .update(threadMember)
    .set({ readUpTo: sql`greatest(${threadMember.readUpTo}, ${read.no})` })
    .where(and(isMember(found.no, member), sql`${threadMember.leftUpTo} < ${read.no}`))
    .returning({ person: threadMember.person })
  return rows.length > 0
}

/** Everything that was written so far is gone for him; one of more than two he has left for good. False where the thread is not his. */
export async function saveLeft(tx: Db, member: number, id: string): Promise<boolean> {
  const found = await findThread(tx, member, id)
  if (!found) return false
  const [newest] = await tx
    .select({ no: max(message.no) })
    .from(message)
    .where(eq(message.thread, found.no))
  await tx
    .update(threadMember)
    .set({ leftUpTo: newest?.no ?? 0, gone: found.tie === null })
    .where(isMember(found.no, member))
  return true
}

export interface FoundMessage {
  readonly writer: number
  readonly text: string | null
  readonly photo: Buffer | null
}

/** Somebody else's message that the reader has; undefined where he has no such message. */
export async function findOfOthers(db: Db, reader: number, id: string): Promise<FoundMessage | undefined> {
  const [found] = await db
    .select({ writer: message.writer, text: message.text, photo: messagePhoto.large })
    .from(message)
    .innerJoin(
      threadMember,
      and(
        eq(threadMember.thread, message.thread),
        eq(threadMember.person, reader),
        eq(threadMember.gone, false),
        gt(message.no, threadMember.leftUpTo),
      ),
    )
    .leftJoin(messagePhoto, eq(messagePhoto.message, message.id))
    .where(and(eq(message.id, id), ne(message.writer, reader)))
  return found
}

function isMember(no: number, person: number) {
  return and(eq(threadMember.thread, no), eq(threadMember.person, person))
}
