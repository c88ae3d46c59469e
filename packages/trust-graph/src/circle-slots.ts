import type { CircleNo, PersonNo } from './facts.ts'

const SLOTS = 16

/** Which bit of the owner's masks stands for which of his circles. At most 16 at a time; a freed bit is used again. */
export class CircleSlots {
  readonly #circles = new Map<PersonNo, CircleNo[]>()

  /** The circle's slot, or undefined if nothing named it yet. */
  find(owner: PersonNo, circle: CircleNo): number | undefined {
    const slot = this.#circles.get(owner)?.indexOf(circle) ?? -1
    return slot < 0 ? undefined : slot
  }

  /** The circle's slot, a new one if need be, or undefined while all are taken. */
  take(owner: PersonNo, circle: CircleNo): number | undefined {
    const known = this.find(owner, circle)
    if (known !== undefined) return known
    const circles = this.#circles.get(owner) ?? []
    const empty = circles.indexOf(0)
    const slot = empty < 0 ? circles.length : empty
    if (slot === SLOTS) return undefined
    circles[slot] = circle
    this.#circles.set(owner, circles)
    return slot
  }

  /** Frees the circle's slot and answers which it was. */
  free(owner: PersonNo, circle: CircleNo): number | undefined {
    const slot = this.find(owner, circle)
    if (slot !== undefined) this.#circles.get(owner)![slot] = 0
    return slot
  }

  /** Every owner's circles in the order of their slots; 0 is a free one. */
  entries(): Iterable<readonly [owner: PersonNo, slots: readonly CircleNo[]]> {
    return this.#circles
  }

  restore(owner: PersonNo, slots: readonly CircleNo[]): void {
    this.#circles.set(owner, [...slots])
  }
}
