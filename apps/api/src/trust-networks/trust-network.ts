import type { RatingLine, TrustLine } from './trust-network-file.ts'

/** A tie of two of the file's persons, the lower number first, with who of them trusts the other. */
export interface ImportedTie {
  readonly low: number
  readonly high: number
  readonly lowTrusts: boolean
  readonly highTrusts: boolean
}

export interface ImportedRecommendation {
  readonly person: number
  readonly film: number
  readonly rating: number
  readonly verdict: 'recommend' | 'against'
}

/** What a public trust network says in Kith's words. */
export interface TrustNetwork {
  readonly persons: readonly number[]
  readonly films: readonly number[]
  readonly ties: readonly ImportedTie[]
  readonly recommendations: readonly ImportedRecommendation[]
  /** Ratings between a recommendation and advice against: they say neither. */
  readonly undecided: number
}

// On FilmTrust's scale up to 4: its makers and the measurements on it count 3 and more as liked.
const LIKED = 3
const DISLIKED = 1

/** Puts a network together: one tie a pair, one recommendation a person and film, the last line winning. */
export function assembleNetwork(trust: readonly TrustLine[], ratings: readonly RatingLine[]): TrustNetwork {
  const last = new Map(ratings.map((line) => [`${line.person} ${line.film}`, line]))
  const recommendations = [...last.values()].flatMap(toRecommendation)
  const persons = new Set([
    ...trust.flatMap((line) => [line.from, line.to]),
    ...ratings.map((line) => line.person),
  ])
  return {
    persons: ascending(persons),
    films: ascending(new Set(recommendations.map((one) => one.film))),
    ties: assembleTies(trust),
    recommendations,
    undecided: last.size - recommendations.length,
  }
}

function assembleTies(trust: readonly TrustLine[]): ImportedTie[] {
  const pairs = new Map<string, ImportedTie>()
  for (const { from, to } of trust) {
    const low = Math.min(from, to)
    const high = Math.max(from, to)
    const key = `${low} ${high}`
    const known = pairs.get(key)
    pairs.set(key, {
      low,
      high,
      lowTrusts: known?.lowTrusts === true || from === low,
      highTrusts: known?.highTrusts === true || from === high,
    })
  }
  return [...pairs.values()]
}

function toRecommendation({ person, film, rating }: RatingLine): ImportedRecommendation[] {
  if (rating >= LIKED) return [{ person, film, rating, verdict: 'recommend' }]
  if (rating <= DISLIKED) return [{ person, film, rating, verdict: 'against' }]
  return []
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b)
}
