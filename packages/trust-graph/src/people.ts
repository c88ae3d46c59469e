import type { BlockArena } from './block-arena.ts'
import type { PersonFacts, PersonNo } from './facts.ts'
import { PairMap } from './pair-map.ts'

const KNOWN = 1
/** Whether things may travel on through this person; a bit of the tag of his list of sides. */
const CARRIES = 2
/** Blocked somebody or was blocked, now or once: only then is it worth looking closer. */
const MAY_BE_APART = 4

/**
 * Who exists, who carries, and who has blocked whom. A person of whom nothing was told does not exist. What is known of one
 * person alone is the tag of his list of sides, where a search reads it together with the list's place.
 */
export class People {
  readonly #sides: BlockArena
  readonly blocks = new PairMap<true>()
  readonly #blockedBy = new PairMap<true>()

  constructor(sides: BlockArena) {
    this.#sides = sides
  }

  set(no: PersonNo, facts: PersonFacts | null): void {
    expectNumber(no)
    const told = facts === null ? 0 : KNOWN | (facts.carries ? CARRIES : 0)
    this.#sides.setTag(no, (this.#sides.tag(no) & MAY_BE_APART) | told)
  }

  exists(no: PersonNo): boolean {
    return (this.#sides.tag(no) & KNOWN) !== 0
  }

  carries(no: PersonNo): boolean {
    return (this.#sides.tag(no) & CARRIES) !== 0
  }

  setBlock(blocker: PersonNo, blocked: PersonNo, stands: boolean): void {
    for (const person of [blocker, blocked]) {
      expectNumber(person)
      this.#sides.setTag(person, this.#sides.tag(person) | MAY_BE_APART)
    }
    this.blocks.set(blocker, blocked, stands ? true : null)
    this.#blockedBy.set(blocked, blocker, stands ? true : null)
  }

  hasBlocked(blocker: PersonNo, blocked: PersonNo): boolean {
    return this.blocks.has(blocker, blocked)
  }

  /** Whether either has blocked the other. */
  apart(one: PersonNo, other: PersonNo): boolean {
    if ((this.#sides.tag(one) & this.#sides.tag(other) & MAY_BE_APART) === 0) return false
    return this.blocks.has(one, other) || this.blocks.has(other, one)
  }

  /** Everybody with whom this person is apart; somebody may come twice. */
  *apartFrom(no: PersonNo): Generator<PersonNo> {
    yield* this.blocks.row(no)?.keys() ?? []
    yield* this.#blockedBy.row(no)?.keys() ?? []
  }
}

/** Refuses what no row of the tables has as its number. */
export function expectNumber(no: number): void {
  if (Number.isInteger(no) && no > 0 && no < 2 ** 31) return
  throw new RangeError(`A number is a positive integer below 2^31; this one is ${no}.`)
}
