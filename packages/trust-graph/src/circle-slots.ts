import { blockArena } from './block-arena.ts'
import type { CircleNo, PersonNo } from './facts.ts'

const SLOTS = 16

/** Which bit of the owner's masks stands for which of his circles. At most 16 at a time; a freed bit is used again. */
export class CircleSlots {
  /** By owner: his circles in the order of their slots, 0 being a free one. */
  readonly lists = blockArena(1)

  /** The circle's slot, or undefined if nothing named it yet. */
  find(owner: PersonNo, circle: CircleNo): number | undefined {
    const { data } = this.lists
    const start = this.lists.start(owner)
    const end = start + this.lists.count(owner)
    for (let at = start; at < end; at++) if (data[at] === circle) return at - start
    return undefined
  }

  /** The circle's slot, a new one if need be, or undefined while all are taken. */
  take(owner: PersonNo, circle: CircleNo): number | undefined {
    const known = this.find(owner, circle)
    if (known !== undefined) return known
    const count = this.lists.count(owner)
    const slot = this.find(owner, 0) ?? count
    if (slot === SLOTS) return undefined
    const at = slot < count ? this.lists.start(owner) + slot : this.lists.insert(owner, slot)
    this.lists.data[at] = circle
    return slot
  }

  /** Frees the circle's slot and answers which it was. */
  free(owner: PersonNo, circle: CircleNo): number | undefined {
    const slot = this.find(owner, circle)
    if (slot !== undefined) this.lists.data[this.lists.start(owner) + slot] = 0
    return slot
  }
}
