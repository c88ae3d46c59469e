import { trustOf } from '@kith/trust-graph'
import type { HeardFind } from '../graph/found-posts.ts'
import type { Match } from './search-matches.ts'

/** Where a result stands in the order of its list; the next page begins behind it. */
export interface ResultKey {
  readonly value: number
  readonly subject: number
}

/** A subject with the voices that match, the most trusted first. */
export interface Result {
  readonly key: ResultKey
  readonly voices: readonly HeardFind<Match>[]
}

/**
 * Subjects in the order in which they are shown: by how well the words match times the trust in who says so, a subject
 * counting as its best voice does. One's own word and what is addressed to oneself count as said with full trust.
 */
export function orderResults(heard: readonly HeardFind<Match>[]): Result[] {
  const subjects = Map.groupBy(heard, ({ found }) => found.subject)
  return [...subjects]
    .map(([subject, voices]) => ({
      key: { subject, value: Math.max(...voices.map(valueOf)) },
      voices: voices.toSorted((one, other) => one.cost - other.cost || one.post - other.post),
    }))
    .sort((one, other) => compareKeys(one.key, other.key))
}

/** Those of the results that stand behind the key. */
export function behind(results: readonly Result[], after: ResultKey | undefined): readonly Result[] {
  return after === undefined ? results : results.filter(({ key }) => compareKeys(after, key) < 0)
}

/** Keeps what came by one of these ties: the circle filter. */
export function throughCircle(
  heard: readonly HeardFind<Match>[],
  members: ReadonlySet<number> | undefined,
): readonly HeardFind<Match>[] {
  if (members === undefined) return heard
  return heard.filter(({ witness, found }) => {
    if (witness.way === 'chain') return members.has(witness.chain[1] ?? found.author)
    return witness.way === 'club' && members.has(found.author)
  })
}

/** What a match is worth that is heard with this trust. */
export function valueAt(rank: number, trust: number): number {
  return Math.round(rank * trust * 1e9) / 1e9
}

function valueOf({ found, witness, cost }: HeardFind<Match>): number {
  const trust = witness.way === 'chain' || witness.way === 'club' ? trustOf(cost) : 1
  return valueAt(found.rank, trust)
}

function compareKeys(one: ResultKey, other: ResultKey): number {
  return other.value - one.value || one.subject - other.subject
}
