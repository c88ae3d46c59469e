import { type CircleId, LIMITS, type TieId } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { AppError } from '../http/refusals.ts'
import { removeRequests } from './requests-store.ts'
import {
  changeSide,
  circleNumbers,
  countTies,
  findPair,
  lockPersons,
  replaceCircles,
  saveTie,
} from './ties-store.ts'

const WEEK_MS = 7 * 86_400_000

export type Changed = (...changes: Change[]) => void

export interface NewTie {
  readonly id: string
  /** Who accepts. */
  readonly one: number
  /** Who asked or invited. */
  readonly other: number
  readonly at: Date
}

/**
 * Makes the tie of two persons, both sides unsorted; requests between them are done with. The caller has made sure that
 * both want it and that neither blocked the other. Limits hold for whoever acts, when he acts: the one who asked or
 * invited was held to his then, and to refuse him now would tell the other of his ties.
 */
export async function makeTie(tx: Db, changed: Changed, tie: NewTie): Promise<TieId> {
  const { one, other, at } = tie
  await lockPersons(tx, [one, other])
  const pair = await findPair(tx, one, other)
  if (pair && !pair.endedAt) throw new AppError('already_tied')
  await refuseTooMany(tx, one, at)
  const id = await saveTie(tx, tie)
  await removeRequests(tx, one, other)
  changed({ kind: 'tie', a: one, b: other }, { kind: 'requests', a: one }, { kind: 'requests', a: other })
  return id
}

/** Refuses somebody who has as many ties, or as many new ones, as he may have. */
export async function refuseTooMany(tx: Db, no: number, at: Date): Promise<void> {
  const { live, fresh } = await countTies(tx, no, new Date(at.getTime() - WEEK_MS))
  if (live >= LIMITS.ties) throw new AppError('too_many_ties')
  if (fresh >= LIMITS.newTiesPerWeek) throw new AppError('too_many_new_ties')
}

export interface Sorting {
  readonly owner: number
  readonly other: number
  readonly closeness?: number | null | undefined
  readonly circles?: readonly number[] | undefined
}

/** Sorts the owner's side of a tie. Circles are seen by what they are for; closeness is noticed by the owner alone. */
export async function sortSide(tx: Db, changed: Changed, sorting: Sorting): Promise<void> {
  const { owner, other, closeness, circles } = sorting
  if (closeness !== undefined) {
    await changeSide(tx, { owner, other }, { closeness })
    changed({ kind: 'side', a: owner, b: other })
  }
  if (circles !== undefined) {
    await replaceCircles(tx, { owner, other, circles })
    changed({ kind: 'side', a: owner, b: other })
  }
}

/** The numbers of the owner's circles with these ids; refuses when one of them is not the owner's. */
export async function ownCircles(tx: Db, owner: number, ids: readonly CircleId[]): Promise<number[]> {
  const wanted = new Set(ids)
  const numbers = await circleNumbers(tx, owner, [...wanted])
  if (numbers.length === wanted.size) return numbers
  throw new AppError('invalid_input', { fields: [{ path: 'circles', message: 'not one of your circles' }] })
}
