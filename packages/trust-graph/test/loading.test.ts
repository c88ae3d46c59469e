import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GraphLoader, type TieFacts, TrustGraph } from '../src/index.ts'
import { worlds } from './arbitrary-world.ts'
import { answersOf } from './comparison.ts'
import { RUNS, SEED } from './property-runs.ts'
import { type Telling, tellGraph, World } from './world-facts.ts'

const LIMIT_MS = 3_600_000

type TieTelling = Extract<Telling, { tell: 'tie' }>

/** The ties that a loader takes: between people who exist. */
function isLoaded(world: World, telling: Telling): telling is TieTelling & { facts: TieFacts } {
  return (
    telling.tell === 'tie' &&
    telling.facts !== null &&
    world.people.has(telling.one) &&
    world.people.has(telling.other)
  )
}

function load(world: World, mostTrusted: number): TrustGraph {
  const loader = new GraphLoader({ mostTrusted, today: world.today })
  const tellings = [...world.retold()]
  for (const [no, facts] of world.people) loader.person(no, facts)
  const ties = tellings.filter((telling) => isLoaded(world, telling))
  for (const { one, other, facts } of ties) {
    if (facts.ended) loader.endedTie(one, other)
    else loader.side(one, other, facts.sides[0])
  }
  for (const { one, other, facts } of ties) if (!facts.ended) loader.side(other, one, facts.sides[1])
  for (const { one, other, facts } of ties) {
    if (facts.ended) continue
    for (const circle of facts.sides[0].circles) loader.circleMember(one, other, circle)
    for (const circle of facts.sides[1].circles) loader.circleMember(other, one, circle)
  }
  sorted(loader)
  for (const { one, other, facts } of ties) {
    if (facts.ended) continue
    loader.lived(one, other, facts.sides[0])
    loader.lived(other, one, facts.sides[1])
  }
  for (const telling of tellings) {
    if (telling.tell !== 'person' && !isLoaded(world, telling)) tellGraph(loader.graph, telling)
  }
  return loader.graph
}

const SIDE = { declared: 0.5, paused: false }
const POST = {
  author: 1,
  subject: 1,
  kind: 'film',
  ask: false,
  verdict: 'recommend',
  interest: 'none',
  ownExperience: true,
  onward: 1,
  created: 0,
  since: 0,
  expires: undefined,
} as const

function sorted(loader: GraphLoader): void {
  while (!loader.sort());
}

it('[N4] a loaded graph answers as one that was told fact by fact', { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(worlds, ({ shape, mostTrusted, tellings }) => {
      const world = new World(tellings)
      const graph = new TrustGraph({ mostTrusted })
      for (const telling of tellings) tellGraph(graph, telling)
      expect(answersOf(load(world, mostTrusted), shape)).toEqual(answersOf(graph, shape))
    }),
    { numRuns: Math.ceil(RUNS / 4), ...SEED },
  )
})

it('[N4] long lists are in order too, and what follows finds them so', () => {
  const loader = new GraphLoader()
  const people = 300
  for (let no = 1; no <= people; no++) loader.person(no, { carries: true })
  for (let no = 2; no <= people; no++) {
    loader.side(1, no, { declared: ((no * 37) % 100) / 100 + 0.005, paused: false })
    loader.side(no, 1, { declared: 0.5, paused: false })
  }
  sorted(loader)
  const { graph } = loader
  const costs = graph.reach(1).map(({ cost }) => cost)
  expect(costs).toHaveLength(284)
  expect(costs).toEqual([...costs].sort((one, other) => one - other))
  graph.setTie(1, 2, null)
  expect(graph.reach(1)).toHaveLength(283)
})

it('[N4] all sixteen circles of a person count', () => {
  const loader = new GraphLoader()
  for (const no of [1, 2, 3]) loader.person(no, { carries: true })
  loader.side(1, 2, SIDE)
  loader.side(2, 1, SIDE)
  // Their places are taken in one order and told in the other.
  for (let circle = 1; circle <= 16; circle++) loader.circleMember(1, 3, circle)
  for (let circle = 16; circle >= 1; circle--) loader.circleMember(1, 2, circle)
  sorted(loader)
  for (let no = 1; no <= 16; no++) {
    const audience = { form: 'ties', all: false, circles: [no], singles: [], excepted: [] } as const
    loader.graph.setPost(no, { ...POST, audience })
  }
  const seen = Array.from({ length: 16 }, (_, i) => loader.graph.maySee(2, i + 1, 0) !== undefined)
  expect(seen).not.toContain(false)
})

it('[N4] half a tie, a side of strangers and a seventeenth circle are refused with a sentence', () => {
  const loader = new GraphLoader()
  loader.person(1, { carries: true })
  loader.person(2, { carries: true })
  loader.side(1, 2, SIDE)
  for (let circle = 1; circle <= 16; circle++) loader.circleMember(1, 2, circle)
  expect(() => loader.circleMember(1, 2, 17)).toThrow('more than sixteen circles')
  expect(() => sorted(loader)).toThrow('one side was not told')
  const strangers = new GraphLoader()
  strangers.person(1, { carries: true })
  strangers.side(1, 2, SIDE)
  strangers.side(2, 1, SIDE)
  expect(() => sorted(strangers)).toThrow('Ties of person 2 were told')
})
