import type { ChangeTie, Ties, TieView } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import { selectAddressed } from '../database/candidacies.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { orNotFound } from '../http/refusals.ts'
import { removeAddressings, removeCandidacies, removePasses } from './blocks-store.ts'
import { removeRequests } from './requests-store.ts'
import { type Changed, ownCircles, sortSide } from './tie-making.ts'
import { changeSide, findTie, listTies, lockTie, markEnded, type TieRow } from './ties-store.ts'

export interface TiesService {
  list(viewer: Viewer): Promise<Ties>
  read(viewer: Viewer, id: string): Promise<TieView>
  change(viewer: Viewer, id: string, change: ChangeTie): Promise<Written<TieView>>
  /** Ends a tie at once and silently; the other learns of it by absence alone. */
  end(viewer: Viewer, id: string): Promise<Written<undefined>>
}

export interface TiesDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly now: () => Date
  /** The owner of a side has said how close the two are. */
  closenessSaid(tx: Db, side: { owner: number; other: number }, at: Date): Promise<void>
}

export function createTies(deps: TiesDeps): TiesService {
  const { db, changes, now } = deps
  return {
    list: async (viewer) => ({ ties: await listTies(db, viewer.no) }),
    read: async (viewer, id) => orNotFound(await findTie(db, viewer.no, id)),
    change: (viewer, id, change) =>
      changes.write(async (tx, changed) => {
        const tie = orNotFound(await lockTie(tx, viewer.no, id))
        const side = { owner: viewer.no, other: otherOf(tie, viewer.no) }
        await applyChange(tx, changed, side, change)
        if (change.closeness !== undefined) await deps.closenessSaid(tx, side, now())
        return orNotFound(await findTie(tx, viewer.no, id))
      }),
    end: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const tie = orNotFound(await lockTie(tx, viewer.no, id))
        await endTie(tx, changed, tie, now())
        return undefined
      }),
  }
}

function otherOf(tie: TieRow, no: number): number {
  return tie.low === no ? tie.high : tie.low
}

async function applyChange(
  tx: Db,
  changed: Changed,
  side: { owner: number; other: number },
  change: ChangeTie,
): Promise<void> {
  const { circles, closeness, paused, offers } = change
  const numbers = circles && (await ownCircles(tx, side.owner, circles))
  await sortSide(tx, changed, { ...side, closeness, circles: numbers })
  if (paused === undefined && offers === undefined) return
  await changeSide(tx, side, {
    ...(paused === undefined ? {} : { paused }),
    ...(offers === undefined ? {} : { offers }),
  })
  changed({ kind: 'side', a: side.owner, b: side.other })
}

/** Ends a tie inside a transaction, and with it what the two addressed, passed on and asked of each other. */
export async function endTie(tx: Db, changed: Changed, tie: TieRow, at: Date): Promise<void> {
  await markEnded(tx, tie, at)
  changed({ kind: 'tie', a: tie.low, b: tie.high })
  for (const gone of await removeAddressings(tx, tie.low, tie.high)) {
    changed({ kind: 'addressing', a: gone.post, b: gone.person })
  }
  await endCandidacies(tx, changed, tie)
  await removePasses(tx, tie.low, tie.high)
  if (await removeRequests(tx, tie.low, tie.high)) {
    changed({ kind: 'requests', a: tie.low }, { kind: 'requests', a: tie.high })
  }
}

/** Nobody is put forward for a job by somebody who is no tie of his. */
async function endCandidacies(tx: Db, changed: Changed, { low, high }: TieRow): Promise<void> {
  const gone = await removeCandidacies(tx, low, high)
  const posts = gone.map(({ post }) => post)
  changed(...posts.map((post) => ({ kind: 'post' as const, a: post })))
  for (const { post, person } of [...gone, ...(await selectAddressed(tx, posts))])
    changed({ kind: 'addressing', a: post, b: person })
}
