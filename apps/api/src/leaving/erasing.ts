import { type SQL, sql } from 'drizzle-orm'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'

type Changed = (...changes: Change[]) => void

/** A part of what there is to erase, small enough for one transaction; false where there is nothing left of it. */
export type Erasing = (tx: Db, changed: Changed, no: number) => Promise<boolean>

// Photos are some hundred kilobytes each.
const POSTS = 100
const ROWS = 500

/** What he said, in the order in which it goes. Others have none of it: what hangs on a post of his goes with that. */
export const WORDS: readonly Erasing[] = [
  erasePosts,
  eraseMessages,
  rowsOf(sql`comment`, sql`writer`),
  rowsOf(sql`thanks`, sql`thanker`),
  rowsOf(sql`outcome`, sql`person`),
  rowsOf(sql`remembered`, sql`viewer`),
]

/** What is left of him and says nothing: marks of ties, empty rows of posts, his number with others. His own row is the last. */
export const MARKS: readonly Erasing[] = [
  rowsOf(sql`notification`, sql`actor`),
  rowsOf(sql`audience_move`, sql`person`),
  rowsOf(sql`post_person`, sql`person`),
  rowsOf(sql`thanks_hop`, sql`person`),
  rowsOf(sql`hidden_post`, sql`viewer`),
  rowsOf(sql`post`, sql`author`),
  eraseTies,
  erasePerson,
]

/** As every deleted post it leaves an empty row, so that whoever has it on screen can be told. */
async function erasePosts(tx: Db, changed: Changed, no: number): Promise<boolean> {
  const found = await tx.execute<{ a: number }>(sql`
    select no as a from post where author = ${no} and deleted_at is null order by no limit ${POSTS} for update`)
  if (found.length === 0) return false
  const posts = sql`(${sql.join(
    [...found].map(({ a }) => sql`${a}::int`),
    sql`, `,
  )})`
  for (const table of [sql`recommendation`, sql`ask`, sql`post_circle`, sql`post_person`, sql`hidden_post`])
    await tx.execute(sql`delete from ${table} where post in ${posts}`)
  await tx.execute(sql`update thanks set words = null where post in ${posts}`)
  await tx.execute(sql`delete from invitation_enclosure where post in ${posts}`)
  await tx.execute(sql`update post set deleted_at = now() where no in ${posts}`)
  changed(...[...found].map(({ a }) => ({ kind: 'post' as const, a })))
  return true
}

async function eraseMessages(tx: Db, changed: Changed, no: number): Promise<boolean> {
  const gone = await tx.execute<{ thread: number }>(sql`
    delete from message where no in (select no from message where writer = ${no} limit ${POSTS}) returning thread`)
  const threads = [...new Set([...gone].map(({ thread }) => thread))]
  for (const thread of threads) {
    const members = await tx.execute<{ a: number }>(sql`
      select person as a from thread_member where thread = ${thread} and not gone`)
    changed(...[...members].map(({ a }) => ({ kind: 'threads' as const, a })))
  }
  return gone.length > 0
}

async function eraseTies(tx: Db, changed: Changed, no: number): Promise<boolean> {
  const gone = await tx.execute<{ a: number; b: number }>(sql`
    delete from tie where id in (select id from tie where low = ${no} or high = ${no} limit ${ROWS})
    returning low as a, high as b`)
  changed(...[...gone].map(({ a, b }) => ({ kind: 'tie' as const, a, b })))
  return gone.length > 0
}

async function erasePerson(tx: Db, changed: Changed, no: number): Promise<boolean> {
  const gone = await tx.execute(sql`delete from person where no = ${no} returning no`)
  if (gone.length > 0) changed({ kind: 'person', a: no })
  return false
}

function rowsOf(table: SQL, column: SQL): Erasing {
  return async (tx, _changed, no) => {
    const gone = await tx.execute(sql`
      delete from ${table} where ctid = any(array(select ctid from ${table} where ${column} = ${no} limit ${ROWS}))
      returning 1 as gone`)
    return gone.length > 0
  }
}
