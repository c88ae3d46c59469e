import { trustOf } from '../src/index.ts'
import { graphOf, NOW, recommendation } from './network-graph.ts'
import { seededRandom, shuffled } from './seeded-random.ts'
import type { TrustNetwork } from './trust-network.ts'

const HOSTS = 20
const CROWDS = [1, 10, 100, 1000]
const WEAK = 0.1
const FULL = { declared: 1, paused: false, circles: [] }

export interface Sybil {
  /** The most that any crowd added to the score of what it recommends, for any viewer. */
  readonly maxGain: number
  /** The greatest score(1000) / score(1). */
  readonly ratio: number
  /** Whether every gain stayed within the trust in the account at the door. */
  readonly withinTrust: boolean
}

/** Behind one weak tie of a person drawn by seed stand S0 and up to a thousand accounts, and all recommend one film. */
export function measureSybil(network: TrustNetwork, missing: number, seed: number): Sybil {
  const hosts = shuffled(network.trusts.keys(), seededRandom(seed)).slice(0, HOSTS)
  const door = Math.max(...network.people) + 1
  const film = 1 + Math.max(0, ...[...network.ratings.values()].flatMap((rated) => [...rated.keys()]))
  let maxGain = 0
  let ratio = 0
  let withinTrust = true
  for (const host of hosts) {
    const graph = graphOf(network, missing)
    graph.setPerson(door, { carries: true })
    graph.setTie(host, door, { ended: false, sides: [{ ...FULL, declared: WEAK }, FULL] })
    graph.setPost(1, recommendation(door, film))
    const first = new Map<number, number>()
    let crowd = 0
    for (const size of CROWDS) {
      while (crowd < size) {
        const fake = door + ++crowd
        graph.setPerson(fake, { carries: true })
        graph.setTie(door, fake, { ended: false, sides: [FULL, FULL] })
        graph.setPost(1 + crowd, recommendation(fake, film))
      }
      for (const viewer of network.people) {
        const gain = graph.card(viewer, film, NOW)?.score ?? 0
        if (gain === 0) continue
        const cost = graph.reach(viewer).find(({ person }) => person === door)!.cost
        withinTrust &&= gain <= trustOf(cost)
        maxGain = Math.max(maxGain, gain)
        if (size === 1) first.set(viewer, gain)
        if (size === 1000) ratio = Math.max(ratio, gain / first.get(viewer)!)
      }
    }
  }
  return { maxGain, ratio, withinTrust }
}
