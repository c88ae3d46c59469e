import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ChainSearch } from '../src/chain-search.ts'
import { GraphFacts } from '../src/graph-facts.ts'
import { TrustGraph } from '../src/index.ts'
import { FLOOR_COST } from '../src/model-constants.ts'
import { TransitBall } from '../src/transit-ball.ts'
import { worlds } from './arbitrary-world.ts'
import { RUNS, SEED } from './property-runs.ts'
import { tellGraph, World } from './world-facts.ts'

const LIMIT_MS = 3_600_000
const FEW_TRUSTED = 5
const EVERYBODY = 2 ** 30

it(
  'single ways are those of the whole ball, however many are asked for one by one before it is searched',
  () => {
    const property = fc.property(worlds, fc.integer({ min: 0, max: 6 }), ({ tellings }, sidesATie) => {
      const facts = new GraphFacts(0)
      const graph = new TrustGraph({}, facts)
      for (const telling of tellings) tellGraph(graph, telling)
      const people = [...new World(tellings).people.keys()]
      for (const viewer of people) {
        const chains = new ChainSearch(facts)
        chains.run(viewer, 3, FEW_TRUSTED)
        const ball = new TransitBall(facts, chains, sidesATie)
        ball.clear()
        const found = people.map((person) => ball.wayTo(person))
        expect(found).toEqual(people.map((person) => wholeWay(facts, viewer, person)))
      }
    })
    fc.assert(property, { numRuns: RUNS, ...SEED })
  },
  LIMIT_MS,
)

function wholeWay(facts: GraphFacts, viewer: number, person: number) {
  const whole = new ChainSearch(facts)
  whole.run(viewer, 2, EVERYBODY)
  const label = whole.labelOf(person)
  if (label <= 0 || whole.cost(label) > FLOOR_COST) return undefined
  const before = whole.before(label)
  return { cost: whole.cost(label), over: before === 0 ? 0 : whole.person(before) }
}
