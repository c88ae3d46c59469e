import { eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Change } from '../changes/change-kinds.ts'
import { deleteCandidacies, selectAddressed } from '../database/candidacies.ts'
import type { Db } from '../database/client.ts'
import { candidacy } from '../database/tables/candidacy-tables.ts'
import { post } from '../database/tables/post-tables.ts'
import { tellLeftBehind } from './left-behind.ts'

type Changed = (...changes: Change[]) => void

export interface Leaver {
  readonly no: number
  readonly id: string
}

export interface Vanishing {
  readonly at: Date
  /** What stands in the place of his handle until his row is gone. */
  readonly nobody: string
}

/**
 * From the end of this transaction on somebody exists for nobody: no way in, no name, and nothing by which anybody could see
 * anything of his. What he wrote is then erased in parts, since it can be much. False where he is not there any more.
 */
export async function vanish(
  tx: Db,
  changed: Changed,
  who: Leaver,
  { at, nobody }: Vanishing,
): Promise<boolean> {
  const { no, id } = who
  const [gone] = await tx.execute(sql`
    update person set leaving_at = ${at.toISOString()}, name = '–', handle = ${nobody}, email = ${`${nobody}@kith.invalid`},
      email_verified = false, image = null, language = null, time_zone = 'UTC', open = false, carries = false, findable = false, care = false,
      letters = false, letter_opened = null, operator = false, updated_at = ${at.toISOString()}
    where no = ${no} and leaving_at is null returning no`)
  if (gone === undefined) return false
  await closeDoors(tx, who)
  changed({ kind: 'sessions', a: no }, { kind: 'person', a: no })
  // Named here already, while engines know who hears them: those have to be told.
  const posts = await tx.execute<{ a: number }>(sql`
    select no as a from post where author = ${no} and deleted_at is null and form <> 'notebook'`)
  changed(...[...posts].map(({ a }) => ({ kind: 'post' as const, a })))
  await tellLeftBehind(tx, changed, no)
  await endTies(tx, changed, no, at)
  await endAddressings(tx, changed, no)
  await tx.execute(sql`delete from ask_link l using ask a where a.post = l.ask and a.author = ${no}`)
  await tx.execute(sql`delete from invitation where inviter = ${no}`)
  await tx.execute(sql`delete from to_invite where person = ${no}`)
  // Answers that are kept for a day name whoever they are about by his id.
  await tx.execute(sql`delete from idempotency where person = ${no} or position(${id} in answer) > 0`)
  return true
}

async function closeDoors(tx: Db, { no, id }: Leaver): Promise<void> {
  await tx.execute(sql`delete from session where person_id = ${id}`)
  await tx.execute(sql`delete from account where person_id = ${id}`)
  await tx.execute(sql`delete from passkey where person = ${no}`)
  await tx.execute(sql`delete from verification where value = ${id}`)
  await tx.execute(sql`delete from face where person = ${no}`)
}

async function endTies(tx: Db, changed: Changed, no: number, at: Date): Promise<void> {
  const ended = await pairsOf(
    tx,
    sql`update tie set ended_at = ${at.toISOString()} where (low = ${no} or high = ${no}) and ended_at is null
      returning low as a, high as b`,
  )
  changed(...ended.map((pair) => ({ kind: 'tie' as const, ...pair })))
  const blocks = await pairsOf(
    tx,
    sql`delete from block where blocker = ${no} or blocked = ${no} returning blocker as a, blocked as b`,
  )
  changed(...blocks.map((pair) => ({ kind: 'block' as const, ...pair })))
  await tx.execute(sql`delete from pass where sender = ${no} or recipient = ${no}`)
}

/** Takes back whatever was addressed by him or to him, as a tie, as an answer, or because it puts somebody forward. */
async function endAddressings(tx: Db, changed: Changed, no: number): Promise<void> {
  const addressed = await pairsOf(
    tx,
    sql`delete from addressing d using post p where p.no = d.post and (d.person = ${no} or p.author = ${no})
      returning d.post as a, d.person as b`,
  )
  const candidates = await deleteCandidacies(
    tx,
    or(
      eq(candidacy.person, no),
      inArray(candidacy.post, tx.select({ no: post.no }).from(post).where(eq(post.author, no))),
    ),
  )
  const held = await selectAddressed(
    tx,
    candidates.map((one) => one.post),
  )
  const answers = await tx.execute<{ ask: number; asker: number; given: number; helper: number }>(sql`
    delete from answer n using ask k, post p
    where k.post = n.ask and p.no = n.post and (k.author = ${no} or p.author = ${no})
    returning n.ask, k.author as asker, n.post as given, p.author as helper`)
  changed(
    ...candidates.map((one) => ({ kind: 'post' as const, a: one.post })),
    ...addressed.map((pair) => ({ kind: 'addressing' as const, ...pair })),
    ...[...candidates, ...held].map((one) => ({ kind: 'addressing' as const, a: one.post, b: one.person })),
    ...answers.flatMap(({ ask, asker, given, helper }) => [
      { kind: 'addressing' as const, a: given, b: asker },
      { kind: 'answer' as const, a: ask, b: helper },
    ]),
  )
}

async function pairsOf(tx: Db, statement: SQL): Promise<{ a: number; b: number }[]> {
  return [...(await tx.execute<{ a: number; b: number }>(statement))].map(({ a, b }) => ({ a, b }))
}
