import type { Kind, PersonNo } from '../src/index.ts'
import { type Chain, type ChainOracle, hash } from './oracle-chains.ts'

/** One recommender, as the score of a subject sees him. */
export interface TreeVoice {
  readonly author: PersonNo
  readonly weight: number
  /** Along which the post came; for a club's post of a tie, that tie; undefined if it came by the club alone. */
  readonly chain: Chain | undefined
  readonly club: number | undefined
}

/** The formula of SPEC.md, evaluated from the viewer downwards by its own definition. */
export function scoreTree(
  chains: ChainOracle,
  viewer: PersonNo,
  voices: readonly TreeVoice[],
  kind: Kind,
): number {
  const chainOf = personChains(chains, viewer, voices)
  const cost = (person: PersonNo) => (person === viewer ? 0 : chains.cost(chainOf.get(person)!))
  const atNode = (voice: TreeVoice) => {
    const own = chainOf.get(voice.author)
    return voice.chain !== undefined && own !== undefined && String(own) === String(voice.chain)
  }

  const gainsBelow = (person: PersonNo): number[] => {
    const gains: number[] = []
    for (const [child, chain] of chainOf) {
      if (chain.at(-2) !== person) continue
      const trust =
        person === viewer
          ? chains.tieTrust(viewer, child, kind)
          : Math.exp(-(cost(child) - cost(person)) / 1000)
      gains.push(trust * evidenceOf(child))
    }
    for (const voice of voices) {
      if (voice.chain === undefined || atNode(voice) || voice.chain.at(-2) !== person) continue
      gains.push(Math.exp(-(chains.cost(voice.chain) - cost(person)) / 1000) * voice.weight)
    }
    return gains
  }
  const evidenceOf = (person: PersonNo): number => {
    const own = voices.find((voice) => voice.author === person && atNode(voice))?.weight ?? 0
    return 1 - (1 - own) * doubt(strongest(gainsBelow(person)).slice(0, 5))
  }

  const clubs = new Set(voices.flatMap(({ club }) => club ?? []))
  const clubGains = [...clubs].map((club) => {
    const weights = voices.filter((voice) => voice.club === club).map(({ weight }) => weight)
    return 0.2 * (1 - 1 * doubt(strongest(weights).slice(0, 5)))
  })
  return 1 - doubt(strongest([...gainsBelow(viewer), ...clubGains]))
}

/**
 * Whose chain stands where in the tree: the most trusted at the end of their strongest chains; a carrier or a tie who is
 * not among them at the end of the strongest of the voices' chains that need him.
 */
function personChains(
  chains: ChainOracle,
  viewer: PersonNo,
  voices: readonly TreeVoice[],
): Map<PersonNo, Chain> {
  const chainOf = new Map(chains.reach(viewer).map((chain) => [chain.at(-1)!, chain]))
  const considered = new Set(chainOf.keys())
  const offer = (chain: Chain) => {
    const person = chain.at(-1)!
    const known = chainOf.get(person)
    const better =
      known === undefined ||
      chains.cost(chain) < chains.cost(known) ||
      (chains.cost(chain) === chains.cost(known) && hash(viewer, chain.at(-2)!) < hash(viewer, known.at(-2)!))
    if (!considered.has(person) && better) chainOf.set(person, chain)
  }
  for (const { chain } of voices) {
    if (chain === undefined) continue
    for (let length = 2; length < chain.length; length++) offer(chain.slice(0, length))
    if (chain.length === 2) offer(chain)
  }
  return chainOf
}

export function strongest(gains: readonly number[]): number[] {
  return [...gains].sort((one, other) => other - one)
}

function doubt(gains: readonly number[]): number {
  return gains.reduce((left, gain) => left * (1 - gain), 1)
}
