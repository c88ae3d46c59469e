import { type Block, LIMITS, PersonId } from '@kith/contract'
import { and, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { type Concerned, deleteCandidacies } from '../database/candidacies.ts'
import type { Db } from '../database/client.ts'
import { candidacy } from '../database/tables/candidacy-tables.ts'
import { pass } from '../database/tables/pass-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { addressing, post } from '../database/tables/post-tables.ts'
import { thread, threadMember } from '../database/tables/thread-tables.ts'
import { block } from '../database/tables/tie-tables.ts'

const DAY_MS = 86_400_000

/** Whom a person blocked, the latest first. */
export async function listBlocks(db: Db, blocker: number, only?: number): Promise<Block[]> {
  const rows = await db
    .select({ id: person.id, name: person.name, madeAt: block.madeAt })
    .from(block)
    .innerJoin(person, eq(person.no, block.blocked))
    .where(and(eq(block.blocker, blocker), only === undefined ? undefined : eq(block.blocked, only)))
    .orderBy(sql`${block.madeAt} desc`)
  return rows.map((row) => ({
    person: PersonId.parse(row.id),
    name: row.name,
    since: row.madeAt.toISOString(),
    mayEnd: mayEnd(row.madeAt).toISOString(),
  }))
}

/** A block stays for at least seven days: it must not serve to test who somebody is. */
export function mayEnd(madeAt: Date): Date {
  return new Date(madeAt.getTime() + LIMITS.blockDays * DAY_MS)
}

/** Whether one of the two has blocked the other. */
export async function isBlocked(db: Db, one: number, other: number): Promise<boolean> {
  const [row] = await db
    .select({ at: block.madeAt })
    .from(block)
    .where(or(isBlock(one, other), isBlock(other, one)))
    .limit(1)
  return row !== undefined
}

export async function findBlock(db: Db, blocker: number, blocked: number): Promise<Date | undefined> {
  const [row] = await db.select({ at: block.madeAt }).from(block).where(isBlock(blocker, blocked))
  return row?.at
}

export async function saveBlock(tx: Db, blocker: number, blocked: number, at: Date): Promise<void> {
  await tx.insert(block).values({ blocker, blocked, madeAt: at })
}

export async function removeBlock(tx: Db, blocker: number, blocked: number): Promise<void> {
  await tx.delete(block).where(isBlock(blocker, blocked))
}

export async function countBlocks(db: Db, blocker: number, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(block)
    .where(and(eq(block.blocker, blocker), gt(block.madeAt, since)))
  return row?.n ?? 0
}

export async function findPersonNo(db: Db, id: string): Promise<number | undefined> {
  const [row] = await db.select({ no: person.no }).from(person).where(eq(person.id, id))
  return row?.no
}

/** Takes back for good what two persons addressed to each other. Answers the posts and the persons. */
export async function removeAddressings(
  tx: Db,
  one: number,
  other: number,
): Promise<{ post: number; person: number }[]> {
  return tx
    .delete(addressing)
    .where(
      or(
        and(eq(addressing.person, other), inArray(addressing.post, postsOf(tx, one))),
        and(eq(addressing.person, one), inArray(addressing.post, postsOf(tx, other))),
      ),
    )
    .returning({ post: addressing.post, person: addressing.person })
}

/** Takes back for good what two persons answered each other's asks with. */
export function removeAnswers(
  tx: Db,
  one: number,
  other: number,
): Promise<{ ask: number; helper: number; post: number; asker: number }[]> {
  return tx.execute(sql`
    delete from answer a using ask k, post p
    where k.post = a.ask and p.no = a.post
      and (k.author, p.author) in ((${one}::int, ${other}::int), (${other}::int, ${one}::int))
    returning a.ask, p.author as helper, a.post, k.author as asker`)
}

/** Takes somebody out of the threads of more than two that he shares with another, who is not told; answers whether of any. */
export async function leaveSharedThreads(tx: Db, person: number, other: number): Promise<boolean> {
  const theirs = tx
    .select({ thread: threadMember.thread })
    .from(threadMember)
    .where(eq(threadMember.person, other))
  const rows = await tx
    .update(threadMember)
    .set({ gone: true })
    .where(
      and(
        eq(threadMember.person, person),
        eq(threadMember.gone, false),
        inArray(threadMember.thread, tx.select({ no: thread.no }).from(thread).where(isNull(thread.tie))),
        inArray(threadMember.thread, theirs),
      ),
    )
    .returning({ thread: threadMember.thread })
  return rows.length > 0
}

/** Deletes for good for which jobs two persons put each other forward. */
export function removeCandidacies(tx: Db, one: number, other: number): Promise<Concerned[]> {
  const isBetween = (author: number, person: number) =>
    and(eq(candidacy.person, person), inArray(candidacy.post, postsOf(tx, author)))
  return deleteCandidacies(tx, or(isBetween(one, other), isBetween(other, one)))
}

/** Takes back what two persons passed on to each other, for good. */
export async function removePasses(tx: Db, one: number, other: number): Promise<void> {
  await tx
    .delete(pass)
    .where(
      or(
        and(eq(pass.sender, one), eq(pass.recipient, other)),
        and(eq(pass.sender, other), eq(pass.recipient, one)),
      ),
    )
}

function postsOf(tx: Db, author: number) {
  return tx.select({ no: post.no }).from(post).where(eq(post.author, author))
}

function isBlock(blocker: number, blocked: number) {
  return and(eq(block.blocker, blocker), eq(block.blocked, blocked))
}
