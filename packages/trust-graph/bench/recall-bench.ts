import { type TrustGraph, trustOf, UNFILTERED } from '../src/index.ts'
import { viewerHash } from '../src/viewer-hash.ts'
import { graphOf, NOW, recommendation } from './network-graph.ts'
import { seededRandom, shuffled } from './seeded-random.ts'
import type { TrustNetwork } from './trust-network.ts'

const LIKED = 3
const HELD_OUT = 0.2
const PLACES = 10

export interface Recall {
  /** Of the engine's scores. */
  readonly engine: number
  /** Of the sum of the trust in everybody who recommends: the ranking that any fake can inflate. */
  readonly sumOfBestPaths: number
  readonly people: number
}

/**
 * How much of the likes that were held out stands among the first ten films, on average over people who trust somebody. Of
 * everybody's likes a fifth is held out at once; what a person has rated otherwise is not offered to him.
 */
export function measureRecall(network: TrustNetwork, missing: number, seed: number): Recall {
  const graph = graphOf(network, missing)
  const { kept, heldOut } = holdOut(network, seed)
  let post = 0
  for (const [person, films] of kept)
    for (const film of films) graph.setPost(++post, recommendation(person, film))
  let people = 0
  let engine = 0
  let sumOfBestPaths = 0
  for (const viewer of network.trusts.keys()) {
    const wanted = heldOut.get(viewer) ?? new Set()
    if (wanted.size === 0) continue
    people++
    const rated = network.ratings.get(viewer)!
    const isNew = (film: number) => wanted.has(film) || !rated.has(film)
    engine += share(viewer, wanted, engineScores(graph, viewer), isNew)
    sumOfBestPaths += share(viewer, wanted, summedTrust(graph, viewer, kept), isNew)
  }
  return { engine: engine / people, sumOfBestPaths: sumOfBestPaths / people, people }
}

interface Split {
  readonly kept: ReadonlyMap<number, readonly number[]>
  readonly heldOut: ReadonlyMap<number, ReadonlySet<number>>
}

function holdOut(network: TrustNetwork, seed: number): Split {
  const random = seededRandom(seed)
  const kept = new Map<number, number[]>()
  const heldOut = new Map<number, Set<number>>()
  for (const [person, ratings] of network.ratings) {
    const likes = [...ratings].filter(([, rating]) => rating >= LIKED).map(([film]) => film)
    const order = shuffled(likes, random)
    const count = Math.round(order.length * HELD_OUT)
    heldOut.set(person, new Set(order.slice(0, count)))
    kept.set(person, order.slice(count))
  }
  return { kept, heldOut }
}

type Scores = Map<number, number>

function engineScores(graph: TrustGraph, viewer: number): Scores {
  const { cards } = graph.page(viewer, {
    lane: 'feed',
    order: 'ranked',
    asOf: NOW,
    highestPost: graph.highestPost(),
    ...UNFILTERED,
    after: undefined,
    limit: Number.POSITIVE_INFINITY,
  })
  return new Map(cards.map(({ subject, score }) => [subject!, score]))
}

function summedTrust(
  graph: TrustGraph,
  viewer: number,
  kept: ReadonlyMap<number, readonly number[]>,
): Scores {
  const scores: Scores = new Map()
  for (const { person, cost } of graph.reach(viewer)) {
    for (const film of kept.get(person) ?? []) scores.set(film, (scores.get(film) ?? 0) + trustOf(cost))
  }
  return scores
}

/** The share of the wanted films among the first ten new ones; equal scores stand in the viewer's own order. */
function share(
  viewer: number,
  wanted: ReadonlySet<number>,
  scores: Scores,
  isNew: (film: number) => boolean,
): number {
  const places = [...scores]
    .filter(([film]) => isNew(film))
    .map(([film, score]) => ({ film, score: Math.round(score * 1e9), hash: viewerHash(viewer, film) }))
    .sort((one, other) => other.score - one.score || one.hash - other.hash)
  return places.slice(0, PLACES).filter(({ film }) => wanted.has(film)).length / wanted.size
}
