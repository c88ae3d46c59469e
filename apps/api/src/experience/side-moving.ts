import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { declaredStrength } from '../graph/graph-telling.ts'
import {
  insertMove,
  listHappened,
  lockSide,
  type NewMove,
  type SideKey,
  saveExperience,
} from './experience-store.ts'
import { type Happened, strengthOn, sumUp } from './experience-sum.ts'

export type Changed = (...changes: Change[]) => void

/** What is to move a side. */
export type Moving = Omit<NewMove, 'shift'>

/**
 * Changes what moved a side and counts it up again: `change` takes moves back or away, then `moving` is added. Nothing
 * happens where there is no live tie; answers whether there is one. Nobody but the owner is told.
 */
export async function recount(
  tx: Db,
  changed: Changed,
  side: SideKey,
  { change, moving }: { change?: () => Promise<void>; moving?: Moving | undefined },
): Promise<boolean> {
  const locked = await lockSide(tx, side)
  if (!locked) return false
  await change?.()
  const before = await listHappened(tx, side)
  const after = moving ? [...before, moving] : before
  if (moving) {
    const shift = shiftOf(declaredStrength(locked.closeness), { before, after, moving })
    await insertMove(tx, side, { ...moving, shift })
  }
  await saveExperience(tx, side, sumUp(after))
  changed({ kind: 'side', a: side.owner, b: side.other })
  return true
}

function shiftOf(
  declared: number,
  { before, after, moving }: { before: readonly Happened[]; after: readonly Happened[]; moving: Moving },
): number {
  const felt = { kind: moving.cause === 'less' ? moving.kind : undefined, at: moving.movedAt }
  return strengthOn(declared, sumUp(after), felt) - strengthOn(declared, sumUp(before), felt)
}
