import { Language, type Me, PersonId } from '@kith/contract'
import { and, count, eq, gt, isNull, or } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { leftHandle, person } from '../database/tables/person-tables.ts'
import { tie } from '../database/tables/tie-tables.ts'

/** What a person sees of the own account. */
export async function readMe(db: Db, no: number): Promise<Me | undefined> {
  const [row] = await db.select().from(person).where(eq(person.no, no))
  if (!row) return undefined
  const [ties] = await db
    .select({ n: count() })
    .from(tie)
    .where(and(or(eq(tie.low, no), eq(tie.high, no)), isNull(tie.endedAt)))
  return {
    id: PersonId.parse(row.id),
    handle: row.handle,
    name: row.name,
    email: row.email,
    photo: row.image,
    language: Language.nullable().parse(row.language),
    timeZone: row.timeZone,
    open: row.open,
    carries: row.carries,
    findable: row.findable,
    care: row.care,
    navelCheck: row.navelCheck,
    letters: row.letters,
    operator: row.operator,
    demo: row.demo,
    tieCount: ties?.n ?? 0,
  }
}

export async function changePerson(
  tx: Db,
  no: number,
  set: Partial<typeof person.$inferInsert>,
): Promise<void> {
  await tx.update(person).set(set).where(eq(person.no, no))
}

/** Locks a person’s row, so that changes of his handle take turns; answers the handle that he has. */
export async function lockHandle(tx: Db, no: number): Promise<string | undefined> {
  const [row] = await tx
    .select({ handle: person.handle })
    .from(person)
    .where(eq(person.no, no))
    .for('no key update')
  return row?.handle
}

export async function countLeftHandles(tx: Db, no: number, since: Date): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(leftHandle)
    .where(and(eq(leftHandle.person, no), gt(leftHandle.leftAt, since)))
  return row?.n ?? 0
}

export interface FoundPerson {
  readonly id: PersonId
  readonly no: number
  readonly handle: string
  readonly name: string
  readonly photo: string | null
  readonly findable: boolean
}

export async function findByHandle(db: Db, handle: string): Promise<FoundPerson | undefined> {
  const [row] = await db
    .select({
      id: person.id,
      no: person.no,
      handle: person.handle,
      name: person.name,
      photo: person.image,
      findable: person.findable,
    })
    .from(person)
    .where(eq(person.handle, handle))
  return row && { ...row, id: PersonId.parse(row.id) }
}
