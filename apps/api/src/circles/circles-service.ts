import {
  type ChangeCircle,
  type ChangeMembers,
  Circle,
  type CircleId,
  type Circles,
  LIMITS,
  type MakeCircle,
  type PreviewSorting,
  type SortingPreview,
  type TieId,
} from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import { type ChangeWriter, violatedConstraint, type Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { lockTies, putInto, takeOut } from './circle-members.ts'
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
import { previewSorting } from './sorting-preview.ts'

type Changed = (...changes: Change[]) => void

export interface CirclesService {
  list(viewer: Viewer): Promise<Circles>
  make(viewer: Viewer, circle: MakeCircle, claim: Claim | undefined): Promise<Written<Circle>>
  change(viewer: Viewer, id: string, change: ChangeCircle): Promise<Written<Circle>>
  /** Puts ties into a circle and takes others out, all or none. */
  changeMembers(viewer: Viewer, id: string, change: ChangeMembers): Promise<Written<Circle>>
  /** What of the viewer's own posts a sorting would open and close. Nothing is done. */
  preview(viewer: Viewer, sorting: PreviewSorting): Promise<SortingPreview>
  /** Removes a circle; its ties stay, and what was for it alone is for nobody. */
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** Gives a new person the seven that everybody begins with, in the transaction that makes the person. */
  readonly giveReadyMade: (tx: Db, changed: Changed, owner: number) => Promise<void>
}

interface CircleDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly newId: () => string
  readonly now: () => Date
}

export function createCircles({ db, changes, newId, now }: CircleDeps): CirclesService {
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
          const { name, kind, position, rhythm } = change
          await changeCircle(tx, no, {
            ...(name === undefined ? {} : { name }),
            ...(kind === undefined ? {} : { kind }),
            ...(rhythm === undefined ? {} : { rhythm }),
          })
          if (position !== undefined) await reorder(tx, viewer.no, no, position)
          changed({ kind: 'circle', a: viewer.no, b: no })
          return (await findOwn(tx, viewer.no, id)).circle
        })
        .catch(translateName),
    changeMembers: (viewer, id, { add, remove }) =>
      changes.write(async (tx, changed) => {
        await lockOwner(tx, viewer.no)
        const { no } = await findOwn(tx, viewer.no, id)
        const others = await othersOf(tx, viewer.no, [...add, ...remove])
        const numbers = (ties: readonly TieId[]) => ties.flatMap((tie) => others.get(tie) ?? [])
        await putInto(tx, { owner: viewer.no, circle: no }, numbers(add))
        await takeOut(tx, { owner: viewer.no, circle: no }, numbers(remove))
        changed(...[...others.values()].map((other) => ({ kind: 'side' as const, a: viewer.no, b: other })))
        return (await findOwn(tx, viewer.no, id)).circle
      }),
    preview: async (viewer, sorting) => {
      const own = await listCircles(db, viewer.no)
      const numbers = (ids: readonly CircleId[]) =>
        ids.map((id) => orNotFound(own.find(({ circle }) => circle.id === id)).no)
      const others = sorting.of === 'ties' ? await othersOf(db, viewer.no, sorting.ties) : undefined
      return previewSorting(db, {
        owner: viewer.no,
        others: others && [...others.values()],
        add: numbers(sorting.add),
        remove: sorting.of === 'ties' ? numbers(sorting.remove) : [],
        now: now(),
      })
    },
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

/** The persons of these live ties of the owner's, none of whom goes before the transaction ends; all must be his. */
async function othersOf(tx: Db, owner: number, ties: readonly TieId[]): Promise<ReadonlyMap<TieId, number>> {
  const found = await lockTies(tx, owner, ties)
  if (found.size < new Set(ties).size) throw notFound()
  return found
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
