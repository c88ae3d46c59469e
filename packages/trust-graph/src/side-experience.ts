import type { DatedExperience, Day, Kind, PersonNo, SideStrength } from './facts.ts'
import { PairMap } from './pair-map.ts'
import { costOf, trustOf } from './tie-cost.ts'
import type { TieSides } from './tie-sides.ts'
import { afterIdleDays, type Experience, strengthOf } from './tie-strength.ts'

/** A side on which something happened. */
interface LivedSide {
  readonly declared: number
  readonly experience: readonly DatedExperience[]
  /** The first day after today on which its cost differs from today's; undefined if it never will. */
  due: Day | undefined
}

/** After so many days without an outcome nothing is left of it that a whole number of cost would show. */
const FORGOTTEN_DAYS = 12_000

/**
 * The sides that experience has moved, beside the arena: few have any. Their strength is constant within a UTC day, so
 * each is kept by the next day on which its cost changes, and on that day it alone is costed again. Strengths for a kind
 * of subject are not kept at all but worked out when a viewer asks, from a table that holds only what happened.
 */
export class SideExperience {
  today: Day
  readonly sides = new PairMap<LivedSide>()
  readonly #ties: TieSides
  /** Owner and other of the sides that were due on a day when they were told, two numbers a side; some are no more. */
  readonly #due = new Map<Day, PersonNo[]>()
  /** Every day before it is dealt with. */
  #openDay: Day

  constructor(ties: TieSides, today: Day) {
    this.#ties = ties
    this.today = today
    this.#openDay = today
  }

  /** Keeps what happened on a side and answers its cost today. */
  tell(owner: PersonNo, other: PersonNo, { declared, experience = [] }: SideStrength): number {
    if (experience.length === 0) {
      this.sides.set(owner, other, null)
      return costOf(declared)
    }
    const side: LivedSide = { declared, experience, due: undefined }
    this.sides.set(owner, other, side)
    return this.#schedule(owner, other, side)
  }

  forget(owner: PersonNo, other: PersonNo): void {
    this.sides.set(owner, other, null)
  }

  /**
   * Makes it another day, never an earlier one, and costs at most so many of the sides again that are due by then. Answers
   * whether all are. O(sides · ties of their two ends).
   */
  moveTo(day: Day, most: number): boolean {
    this.today = Math.max(this.today, day)
    for (let left = most; this.#openDay <= this.today; this.#openDay++) {
      const due = this.#due.get(this.#openDay) ?? []
      for (; due.length > 0; left--) {
        if (left === 0) return false
        const [other, owner] = [due.pop()!, due.pop()!]
        const side = this.sides.get(owner, other)
        if (side?.due === this.#openDay) this.#ties.setCost(owner, other, this.#schedule(owner, other, side))
      }
      this.#due.delete(this.#openDay)
    }
    return true
  }

  /** Trust in a tie where a subject of this kind is concerned, or undefined if it is the same as overall. O(kinds). */
  kindTrust(owner: PersonNo, other: PersonNo, kind: Kind): number | undefined {
    const side = this.sides.get(owner, other)
    const lived = side?.experience.find((one) => one.kind === kind)
    return (
      side && lived && trustOf(costOf(strengthOf(strengthOn(side, this.today), faded(lived, this.today))))
    )
  }

  /** By how much the owner's trust in a tie grows at most where a kind is concerned, at least 1. O(his lived sides). */
  greatestLift(owner: PersonNo): number {
    let lift = 1
    for (const [other, side] of this.sides.row(owner) ?? []) {
      const overall = trustOf(costOf(strengthOn(side, this.today)))
      for (const { kind } of side.experience) {
        if (kind !== undefined) lift = Math.max(lift, this.kindTrust(owner, other, kind)! / overall)
      }
    }
    return lift
  }

  /** The cost today; keeps the side by the day on which that will change. O(days until then). */
  #schedule(owner: PersonNo, other: PersonNo, side: LivedSide): number {
    const cost = costOf(strengthOn(side, this.today))
    const happened = overallOf(side)?.day ?? Number.NEGATIVE_INFINITY
    const last = happened + FORGOTTEN_DAYS
    let day = Math.max(this.today, happened) + 1
    while (day <= last && costOf(strengthOn(side, day)) === cost) day++
    side.due = day <= last ? day : undefined
    if (side.due === undefined) return cost
    const due = this.#due.get(day)
    if (due === undefined) this.#due.set(day, [owner, other])
    else due.push(owner, other)
    return cost
  }
}

function overallOf({ experience }: LivedSide): DatedExperience | undefined {
  return experience.find(({ kind }) => kind === undefined)
}

function strengthOn(side: LivedSide, day: Day): number {
  const overall = overallOf(side)
  return overall === undefined ? side.declared : strengthOf(side.declared, faded(overall, day))
}

function faded(experience: DatedExperience, day: Day): Experience {
  return afterIdleDays(experience, Math.max(0, day - experience.day))
}
