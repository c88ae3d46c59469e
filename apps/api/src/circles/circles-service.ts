import { type ChangeCircle, Circle, type Circles, LIMITS, type MakeCircle } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import { type ChangeWriter, violatedConstraint, type Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import {
  type CircleRow,
  changeCircle,
  listCircles,
  lockOwner,
  moveCircle,
  removeCircle,
  saveCircle,
  saveReadyMade,
} from './circles-store.ts'

type Changed = (...changes: Change[]) => void

export interface CirclesService {
  list(viewer: Viewer): Promise<Circles>
  make(viewer: Viewer, circle: MakeCircle, claim: Claim | undefined): Promise<Written<Circle>>
  change(viewer: Viewer, id: string, change: ChangeCircle): Promise<Written<Circle>>
  /** Removes a circle; its ties stay, and what was for it alone is for nobody. */
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** Gives a new person the seven that everybody begins with, in the transaction that makes the person. */
  readonly giveReadyMade: (tx: Db, changed: Changed, owner: number) => Promise<void>
}

interface CircleDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly newId: () => string
}

export function createCircles({ db, changes, newId }: CircleDeps): CirclesService {
  return {
    list: async (viewer) => ({ circles: (await listCircles(db, viewer.no)).map((row) => row.circle) }),
    make: (viewer, circle, claim) =>
      changes
        .write((tx, changed) =>
          onlyOnce(tx, claim, Circle, async () => {
            const id = newId()
            const no = await makeCircle(tx, viewer.no, id, circle)
            changed({ kind: 'circle', a: viewer.no, b: no })
            return (await findOwn(tx, viewer.no, id)).circle
          }),
        )
        .catch(translateName),
    change: (viewer, id, change) =>
      changes
        .write(async (tx, changed) => {
          await lockOwner(tx, viewer.no)
          const { no } = await findOwn(tx, viewer.no, id)
          const { name, kind, position } = change
          await changeCircle(tx, no, {
            ...(name === undefined ? {} : { name }),
            ...(kind === undefined ? {} : { kind }),
          })
          if (position !== undefined) await reorder(tx, viewer.no, no, position)
          changed({ kind: 'circle', a: viewer.no, b: no })
          return (await findOwn(tx, viewer.no, id)).circle
        })
        .catch(translateName),
    remove: (viewer, id) =>
      changes.write(async (tx, changed) => {
        await lockOwner(tx, viewer.no)
        const { no } = await findOwn(tx, viewer.no, id)
        const { members, posts } = await removeCircle(tx, viewer.no, no)
        changed({ kind: 'circle', a: viewer.no, b: no })
        changed(...members.map((other) => ({ kind: 'side' as const, a: viewer.no, b: other })))
        changed(...posts.map((post) => ({ kind: 'post' as const, a: post })))
        return undefined
      }),
    giveReadyMade: async (tx, changed, owner) => {
      const numbers = await saveReadyMade(tx, owner, newId)
      changed(...numbers.map((no) => ({ kind: 'circle' as const, a: owner, b: no })))
    },
  }
}

async function findOwn(db: Db, owner: number, id: string): Promise<CircleRow> {
  return orNotFound((await listCircles(db, owner)).find((row) => row.circle.id === id))
}

async function makeCircle(tx: Db, owner: number, id: string, circle: MakeCircle): Promise<number> {
  await lockOwner(tx, owner)
  const taken = await listCircles(tx, owner)
  const free = firstFree(taken.map((row) => row.slot))
  if (free === undefined) throw new AppError('too_many_circles')
  const position = Math.min(taken.length, LIMITS.circles - 1)
  return saveCircle(tx, { id, owner, slot: free, position, ...circle })
}

function firstFree(slots: readonly number[]): number | undefined {
  return Array.from({ length: LIMITS.circles }, (_, slot) => slot).find((slot) => !slots.includes(slot))
}

/** Moves one circle to a place and the others along, so that positions run from 0 without a gap. */
async function reorder(tx: Db, owner: number, no: number, position: number): Promise<void> {
  const rows = await listCircles(tx, owner)
  const order = rows.map((row) => row.no).filter((one) => one !== no)
  order.splice(position, 0, no)
  for (const [at, one] of order.entries()) {
    if (rows.find((row) => row.no === one)?.position !== at) await moveCircle(tx, one, at)
  }
}

function translateName(error: unknown): never {
  if (violatedConstraint(error) === 'circle_name') throw new AppError('circle_name_taken', { cause: error })
  throw error
}
