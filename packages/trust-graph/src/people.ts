import { grown } from './block-arena.ts'
import type { PersonFacts, PersonNo } from './facts.ts'
import { PairMap } from './pair-map.ts'

const KNOWN = 1
const CARRIES = 2
/** Blocked somebody or was blocked, now or once: only then is it worth looking closer. */
const MAY_BE_APART = 4

/** Who exists, who carries, and who has blocked whom. A person of whom nothing was told does not exist. */
export class People {
  #flags = new Int32Array(64)
  /** One past the highest number that was ever told. */
  end = 1
  readonly #blocks = new PairMap<true>()
  readonly #blockedBy = new PairMap<true>()

  set(no: PersonNo, facts: PersonFacts | null): void {
    this.mention(no)
    const told = facts === null ? 0 : KNOWN | (facts.carries ? CARRIES : 0)
    this.#flags[no] = (this.#flags[no]! & MAY_BE_APART) | told
  }

  /** Makes sure that arrays of length `end` have a place for this person. */
  mention(no: PersonNo): void {
    expectNumber(no)
    if (no >= this.end) this.end = no + 1
    if (no >= this.#flags.length) this.#flags = grown(this.#flags, no + 1)
  }

  exists(no: PersonNo): boolean {
    return ((this.#flags[no] ?? 0) & KNOWN) !== 0
  }

  carries(no: PersonNo): boolean {
    return ((this.#flags[no] ?? 0) & CARRIES) !== 0
  }

  setBlock(blocker: PersonNo, blocked: PersonNo, stands: boolean): void {
    this.mention(blocker)
    this.mention(blocked)
    this.#flags[blocker]! |= MAY_BE_APART
    this.#flags[blocked]! |= MAY_BE_APART
    this.#blocks.set(blocker, blocked, stands ? true : null)
    this.#blockedBy.set(blocked, blocker, stands ? true : null)
  }

  hasBlocked(blocker: PersonNo, blocked: PersonNo): boolean {
    return this.#blocks.has(blocker, blocked)
  }

  /** Whether either has blocked the other. */
  apart(one: PersonNo, other: PersonNo): boolean {
    if (((this.#flags[one] ?? 0) & (this.#flags[other] ?? 0) & MAY_BE_APART) === 0) return false
    return this.#blocks.has(one, other) || this.#blocks.has(other, one)
  }

  /** Everybody with whom this person is apart; somebody may come twice. */
  *apartFrom(no: PersonNo): Generator<PersonNo> {
    yield* this.#blocks.row(no)?.keys() ?? []
    yield* this.#blockedBy.row(no)?.keys() ?? []
  }
}

/** Refuses what no row of the tables has as its number. */
export function expectNumber(no: number): void {
  if (Number.isInteger(no) && no > 0 && no < 2 ** 31) return
  throw new RangeError(`A number is a positive integer below 2^31; this one is ${no}.`)
}
