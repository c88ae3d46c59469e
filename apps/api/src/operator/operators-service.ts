import type { Operators } from '@kith/contract'
import { and, eq } from 'drizzle-orm'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { presentNamed } from '../graph/person-presentation.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'

/** Who runs the house. Operators know each other by name, without a face. */
export interface OperatorService {
  list(): Promise<Operators>
  /** A tie of the viewer's becomes one as well. */
  name(viewer: Viewer, handle: string): Promise<Written<Operators>>
  /** Of oneself too; one operator stays. */
  takeBack(handle: string): Promise<Written<Operators>>
}

export interface OperatorDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  /** Whether the viewer has a live tie with somebody. */
  readonly isTied: (tx: Db, one: number, other: number) => Promise<boolean>
}

export function createOperators({ db, changes, isTied }: OperatorDeps): OperatorService {
  return {
    list: () => listOperators(db),
    name: (viewer, handle) =>
      changes.write(async (tx, changed) => {
        const found = orNotFound(await findPerson(tx, handle))
        if (!(await isTied(tx, viewer.no, found.no))) throw notFound()
        await tx.update(person).set({ operator: true }).where(eq(person.no, found.no))
        changed({ kind: 'person', a: found.no })
        return listOperators(tx)
      }),
    takeBack: (handle) =>
      changes.write(async (tx, changed) => {
        const all = await tx
          .select({ no: person.no, handle: person.handle })
          .from(person)
          .where(isOperator)
          .for('update')
        const found = orNotFound(all.find((one) => one.handle === handle))
        if (all.length === 1) throw new AppError('last_operator')
        await tx.update(person).set({ operator: false }).where(eq(person.no, found.no))
        changed({ kind: 'person', a: found.no })
        return listOperators(tx)
      }),
  }
}

const isOperator = eq(person.operator, true)

async function listOperators(db: Db): Promise<Operators> {
  const { id, handle, name } = person
  const rows = await db.select({ id, handle, name }).from(person).where(isOperator).orderBy(name, handle)
  return { operators: rows.map((row) => presentNamed(row)) }
}

async function findPerson(tx: Db, handle: string): Promise<{ no: number } | undefined> {
  const [row] = await tx
    .select({ no: person.no })
    .from(person)
    .where(and(eq(person.handle, handle), eq(person.demo, false)))
  return row
}
