import type { CardKey } from './answers.ts'
import type { CandidatePosts } from './candidate-posts.ts'
import type { Place } from './card-bounds.ts'
import type { ScoredCard } from './card-making.ts'
import { BRANCH_FACTOR } from './model-constants.ts'

/** A card with its place in the list's total order. */
export interface PlacedCard {
  readonly card: ScoredCard
  readonly key: CardKey
}

/** How a list is ordered. */
export interface Ranking {
  /** What a card counts by itself. */
  readonly valueOf: (card: ScoredCard) => number
  /** Whether the n-th card of a branch counts 0.9^(n-1) of its value. */
  readonly byBranch: boolean
  /** How many branches there may be. */
  readonly branches: number
}

/** Sums of doubles in another order differ by less, and so do values that are equal after rounding. */
const SLACK = 2e-9

/**
 * The cards of a list in its order, each made when its turn comes and not before. Cards are judged in the order of what
 * they count at most: a card has its place by value once no bound that is left reaches it, then learns which of its branch
 * it is, and is final once nothing that is left could still come before it. The lists that this makes are those that
 * judging every card would make.
 */
export class ListOrder {
  readonly #bounds: CandidatePosts
  readonly #judge: (voices: readonly Place[]) => ScoredCard | undefined
  readonly #ranking: Ranking
  /** Judged, in order of value. */
  readonly #judged: PlacedCard[] = []
  /** With their factor, in order of the list. */
  readonly #placed: PlacedCard[] = []
  readonly #seen = new Map<number, number>()

  /** `judge` answers the card made of what is heard among these voices, or undefined if nothing is. */
  constructor(
    bounds: CandidatePosts,
    judge: (voices: readonly Place[]) => ScoredCard | undefined,
    ranking: Ranking,
  ) {
    this.#bounds = bounds
    this.#judge = judge
    this.#ranking = ranking
  }

  /** The next card of the list, or undefined at its end. */
  next(): PlacedCard | undefined {
    for (;;) {
      const candidate = this.#placed[0]
      if (candidate !== undefined && candidate.key.value > this.#mostToCome()) return this.#placed.shift()
      const card = this.#nextByValue()
      if (card === undefined) return this.#placed.shift()
      insert(this.#placed, this.#withFactor(card))
    }
  }

  /** What any card that has no place yet counts at most. */
  #mostToCome(): number {
    const value = Math.max(this.#judged[0]?.key.value ?? Number.NEGATIVE_INFINITY, this.#bounds.best)
    const { byBranch, branches } = this.#ranking
    if (!byBranch) return value + SLACK
    const least = this.#seen.size < branches ? 0 : Math.min(...this.#seen.values())
    return (value + SLACK) * BRANCH_FACTOR ** least + SLACK
  }

  #nextByValue(): PlacedCard | undefined {
    while (this.#bounds.best + SLACK >= (this.#judged[0]?.key.value ?? Number.NEGATIVE_INFINITY)) {
      if (this.#bounds.best === Number.NEGATIVE_INFINITY) break
      const card = this.#judge(this.#bounds.pop())
      if (card !== undefined)
        insert(this.#judged, { card, key: { value: rounded(this.#ranking.valueOf(card)), hash: card.hash } })
    }
    return this.#judged.shift()
  }

  #withFactor({ card, key }: PlacedCard): PlacedCard {
    if (!this.#ranking.byBranch) return { card, key }
    const earlier = this.#seen.get(card.branch) ?? 0
    this.#seen.set(card.branch, earlier + 1)
    const value = rounded(this.#ranking.valueOf(card) * BRANCH_FACTOR ** earlier)
    return { card, key: { value, hash: key.hash } }
  }
}

/** The greater value first, then the smaller hash; no two cards of a list are equal. */
export function compareKeys(one: CardKey, other: CardKey): number {
  return other.value - one.value || one.hash - other.hash
}

export function rounded(score: number): number {
  return Math.round(score * 1e9) / 1e9
}

function insert(list: PlacedCard[], item: PlacedCard): void {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareKeys(list[middle]!.key, item.key) < 0) low = middle + 1
    else high = middle
  }
  list.splice(low, 0, item)
}
