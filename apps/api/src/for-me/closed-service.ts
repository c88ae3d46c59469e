import {
  type ClosedForMe,
  type CloseForMe,
  type PersonId,
  type ShownTie,
  SubjectKind,
  type TieView,
} from '@kith/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { closedKind, closedPerson } from '../database/tables/pass-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'

/** From whom and of what one wants nothing passed on or addressed. Nobody is told, and may-see knows nothing of it. */
export interface ClosedService {
  /** Kinds, and persons as far as the viewer still has a tie with them: from others nothing comes anyway. */
  list(viewer: Viewer): Promise<ClosedForMe>
  /** Closing again changes nothing. */
  close(viewer: Viewer, wish: CloseForMe): Promise<Written<undefined>>
  open(viewer: Viewer, wish: CloseForMe): Promise<Written<undefined>>
}

export interface ClosedDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  /** The viewer's live tie with a person. */
  readonly findTieWith: (db: Db, owner: number, other: number) => Promise<TieView | undefined>
  readonly lockTieWith: (tx: Db, owner: number, id: PersonId) => Promise<number | undefined>
}

export function createClosed({ db, changes, findTieWith, lockTieWith }: ClosedDeps): ClosedService {
  return {
    list: async (viewer) => {
      const people = await db.select().from(closedPerson).where(eq(closedPerson.owner, viewer.no))
      const kinds = await db.select().from(closedKind).where(eq(closedKind.owner, viewer.no))
      const ties = await Promise.all(people.map((row) => findTieWith(db, viewer.no, row.person)))
      return {
        people: ties.flatMap((tie): ShownTie[] => (tie ? [tie.person] : [])),
        kinds: kinds.map(({ kind }) => SubjectKind.parse(kind)),
      }
    },
    close: (viewer, wish) =>
      changes.write(async (tx, changed) => {
        if (wish.what === 'kind') {
          await tx.insert(closedKind).values({ owner: viewer.no, kind: wish.kind }).onConflictDoNothing()
        } else {
          const other = orNotFound(await lockTieWith(tx, viewer.no, wish.person))
          await tx.insert(closedPerson).values({ owner: viewer.no, person: other }).onConflictDoNothing()
        }
        changed({ kind: 'look', a: viewer.no })
        return undefined
      }),
    open: (viewer, wish) =>
      changes.write(async (tx, changed) => {
        if (!(await remove(tx, viewer.no, wish))) throw notFound()
        changed({ kind: 'look', a: viewer.no })
        return undefined
      }),
  }
}

/** Whether it was closed. */
async function remove(tx: Db, owner: number, wish: CloseForMe): Promise<boolean> {
  if (wish.what === 'kind') {
    const isKind = and(eq(closedKind.owner, owner), eq(closedKind.kind, wish.kind))
    return (await tx.delete(closedKind).where(isKind).returning()).length > 0
  }
  const named = tx.select({ no: person.no }).from(person).where(eq(person.id, wish.person))
  const isPerson = and(eq(closedPerson.owner, owner), inArray(closedPerson.person, named))
  return (await tx.delete(closedPerson).where(isPerson).returning()).length > 0
}
