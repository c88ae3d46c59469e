import type { LeaveKith } from '@kith/contract'
import { and, eq, isNotNull, lt } from 'drizzle-orm'
import type { Position } from '../changes/change-log.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { type Erasing, MARKS, WORDS } from './erasing.ts'
import { vanish } from './vanishing.ts'

// So long every process has had to tell those who had something of his on screen that it is gone.
const TOLD_MS = 60_000

/** Somebody goes for good, with all that is his. */
export interface LeavingService {
  /** Refuses another handle or password than his own. When it has answered, nothing that he said is there. */
  leave(viewer: Viewer, wish: LeaveKith): Promise<Written<undefined>>
  /** Goes on with whoever was interrupted in going, and removes what is left of those who went. */
  finish(): Promise<void>
}

export interface LeavingDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly now: () => Date
  /** An id that says nothing. */
  readonly newId: () => string
  /** Refuses another password, and whoever has none: the people of the demo village are shared. */
  confirmPassword(viewer: Viewer, password: string): Promise<unknown>
}

export function createLeaving(deps: LeavingDeps): LeavingService {
  const { db, changes, now, newId } = deps
  return {
    leave: async (viewer, { handle, password }) => {
      await deps.confirmPassword(viewer, password)
      const { position } = await changes.write(async (tx, changed) => {
        await refuseOther(tx, viewer, handle)
        const nobody = `left-${newId().replaceAll('-', '').slice(0, 20)}`
        if (!(await vanish(tx, changed, viewer, { at: now(), nobody }))) throw new AppError('signed_out')
        return undefined
      })
      return { value: undefined, position: await eraseAll(deps, WORDS, viewer.no, position) }
    },
    finish: async () => {
      const leaving = await db
        .select({ no: person.no, at: person.leavingAt })
        .from(person)
        .where(and(isNotNull(person.leavingAt), lt(person.leavingAt, new Date(now().getTime() - TOLD_MS))))
      for (const { no } of leaving) await eraseAll(deps, [...WORDS, ...MARKS], no, 0n)
    },
  }
}

/** Part by part, each in a transaction of its own. Answers where a reader must have come to see the last of it. */
async function eraseAll(
  { changes }: LeavingDeps,
  parts: readonly Erasing[],
  no: number,
  from: Position,
): Promise<Position> {
  let last = from
  for (const erase of parts) {
    let more: boolean
    do {
      const { value, position } = await changes.write((tx, changed) => erase(tx, changed, no))
      more = value
      last = position
    } while (more)
  }
  return last
}

/** Somebody else's handle was typed, or nobody else would look after this Kith. */
async function refuseOther(tx: Db, viewer: Viewer, handle: string): Promise<void> {
  const [me] = await tx
    .select({ handle: person.handle, operator: person.operator })
    .from(person)
    .where(eq(person.no, viewer.no))
  const { operator, ...mine } = orNotFound(me)
  if (mine.handle !== handle)
    throw new AppError('invalid_input', { fields: [{ path: 'handle', message: 'is another' }] })
  if (!operator) return
  const operators = await tx
    .select({ no: person.no })
    .from(person)
    .where(eq(person.operator, true))
    .orderBy(person.no)
    .for('update')
  if (operators.length === 1) throw new AppError('last_operator')
}
