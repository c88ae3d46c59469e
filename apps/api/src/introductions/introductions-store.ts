import type { IntroductionId, SubjectKind } from '@kith/contract'
import { and, count, desc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../database/client.ts'
import { introduction, introductionNever, introductionSide } from '../database/tables/introduction-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { post, recommendation } from '../database/tables/post-tables.ts'

export type IntroductionRow = typeof introduction.$inferSelect
export type SideRow = typeof introductionSide.$inferSelect

/** The latest that an asker asked a broker for, of a kind, and nothing came of yet; withdrawn ones too. */
export async function findBefore(
  tx: Db,
  { asker, broker, kind }: { asker: number; broker: number; kind: SubjectKind },
  since: Date,
): Promise<IntroductionRow | undefined> {
  const [row] = await tx
    .select()
    .from(introduction)
    .where(
      and(
        eq(introduction.asker, asker),
        eq(introduction.broker, broker),
        eq(introduction.kind, kind),
        isUnfulfilled(since),
      ),
    )
    .orderBy(desc(introduction.madeAt), desc(introduction.no))
    .limit(1)
  return row
}

/** Whether a broker's own idea to bring these two together stands open. */
export async function isBrought(
  tx: Db,
  { broker, kind, people }: { broker: number; kind: SubjectKind; people: readonly [number, number] },
  since: Date,
): Promise<boolean> {
  const across = alias(introductionSide, 'across')
  const [row] = await tx
    .select({ no: introduction.no })
    .from(introduction)
    .innerJoin(introductionSide, eq(introductionSide.introduction, introduction.no))
    .innerJoin(across, eq(across.introduction, introduction.no))
    .where(
      and(
        eq(introduction.broker, broker),
        eq(introduction.kind, kind),
        eq(introductionSide.person, people[0]),
        eq(across.person, people[1]),
        isNull(introduction.withdrawnAt),
        isUnfulfilled(since),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** How many look open to whoever asked for them. */
export async function countPending(tx: Db, asker: number, since: Date): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(introduction)
    .where(and(eq(introduction.asker, asker), isNull(introduction.withdrawnAt), isUnfulfilled(since)))
  return row?.n ?? 0
}

/** How many a broker offered since a moment, or took to somebody outside. */
export async function countOffers(tx: Db, broker: number, since: Date): Promise<number> {
  const isRecent = or(gt(introduction.offeredAt, since), gt(introduction.outsideAt, since))
  const [row] = await tx
    .select({ n: count() })
    .from(introduction)
    .where(and(eq(introduction.broker, broker), isRecent))
  return row?.n ?? 0
}

/** Answers the new one's number. */
export async function insertIntroduction(tx: Db, made: typeof introduction.$inferInsert): Promise<number> {
  const [row] = await tx.insert(introduction).values(made).returning({ no: introduction.no })
  if (!row) throw new Error('expected a new introduction to have a number')
  return row.no
}

export async function insertSides(
  tx: Db,
  sides: readonly Pick<SideRow, 'introduction' | 'person' | 'line' | 'silent'>[],
): Promise<void> {
  await tx.insert(introductionSide).values([...sides])
}

/** Takes turns with everybody else who does something about it. */
export async function lockIntroduction(tx: Db, id: string): Promise<IntroductionRow | undefined> {
  const [row] = await tx.select().from(introduction).where(eq(introduction.id, id)).for('update')
  return row
}

export async function updateIntroduction(
  tx: Db,
  no: number,
  set: Partial<typeof introduction.$inferInsert>,
): Promise<void> {
  await tx.update(introduction).set(set).where(eq(introduction.no, no))
}

/** Those whom it is offered to. */
export function listSides(tx: Db, no: number): Promise<SideRow[]> {
  return tx
    .select()
    .from(introductionSide)
    .where(eq(introductionSide.introduction, no))
    .orderBy(introductionSide.person)
}

export async function saveAnswer(
  tx: Db,
  side: Pick<SideRow, 'introduction' | 'person'>,
  answer: SideRow['answer'],
): Promise<void> {
  await tx
    .update(introductionSide)
    .set({ answer })
    .where(
      and(eq(introductionSide.introduction, side.introduction), eq(introductionSide.person, side.person)),
    )
}

export async function hasNever(tx: Db, who: number, kind: string): Promise<boolean> {
  const rows = await tx
    .select({ kind: introductionNever.kind })
    .from(introductionNever)
    .where(isNever(who, kind))
  return rows.length > 0
}

export async function saveNever(tx: Db, who: number, kind: string): Promise<void> {
  await tx.insert(introductionNever).values({ person: who, kind }).onConflictDoNothing()
}

/** False where there was none. */
export async function removeNever(tx: Db, who: number, kind: string): Promise<boolean> {
  const rows = await tx
    .delete(introductionNever)
    .where(isNever(who, kind))
    .returning({ kind: introductionNever.kind })
  return rows.length > 0
}

export async function findByHandle(
  tx: Db,
  handle: string,
): Promise<{ no: number; name: string } | undefined> {
  const [row] = await tx
    .select({ no: person.no, name: person.name })
    .from(person)
    .where(eq(person.handle, handle))
  return row
}

/** The number of a recommendation. */
export async function selectPostNo(db: Db, id: string): Promise<number | undefined> {
  const [row] = await db
    .select({ no: post.no })
    .from(post)
    .innerJoin(recommendation, eq(recommendation.post, post.no))
    .where(eq(post.id, id))
  return row?.no
}

/** The one whom somebody was brought together with in a thread of three; undefined for anybody else. */
export async function findIntroduced(
  tx: Db,
  who: number,
  id: IntroductionId,
): Promise<{ no: number; handle: string; name: string } | undefined> {
  const [row] = await tx.select().from(introduction).where(eq(introduction.id, id))
  if (!row || row.acceptedAt === null) return undefined
  const sides = await listSides(tx, row.no)
  const parties = partiesOf(row, sides)
  if (!parties.includes(who)) return undefined
  const others = parties.filter((one) => one !== who)
  const [found] = await tx
    .select({ no: person.no, handle: person.handle, name: person.name })
    .from(person)
    .where(and(inArray(person.no, others), ne(person.no, row.broker)))
  return found
}

/** The two who are to be brought together; one as long as nobody is found for whoever asked. */
export function partiesOf({ asker }: IntroductionRow, sides: readonly SideRow[]): number[] {
  return [...(asker === null ? [] : [asker]), ...sides.map((side) => side.person)]
}

function isUnfulfilled(since: Date) {
  return and(gt(introduction.madeAt, since), isNull(introduction.acceptedAt))
}

function isNever(who: number, kind: string) {
  return and(eq(introductionNever.person, who), eq(introductionNever.kind, kind))
}
