import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TrustGraph } from '../src/index.ts'
import { type Shape, shapes } from './arbitrary-facts.ts'
import { histories, worlds } from './arbitrary-world.ts'
import { answersOf, expectEqualAnswers } from './comparison.ts'
import { Oracle } from './oracle.ts'
import { RUNS, SEED } from './property-runs.ts'
import { forTies, Town } from './town.ts'
import { type Telling, tellGraph, World } from './world-facts.ts'

const LIMIT_MS = 3_600_000

function told(tellings: Iterable<Telling>, mostTrusted: number): TrustGraph {
  const graph = new TrustGraph({ mostTrusted })
  for (const telling of tellings) tellGraph(graph, telling)
  return graph
}

it('[U1] after any history the graph answers as one that was told how things stand', {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(histories, ({ shape, mostTrusted, tellings }) => {
      const changed = told(tellings, mostTrusted)
      const rebuilt = told(new World(tellings).retold(), mostTrusted)
      expect(answersOf(changed, shape)).toEqual(answersOf(rebuilt, shape))
    }),
    { numRuns: RUNS, ...SEED },
  )
})

it('[U1] the order of the facts does not matter, nor how often each is told', { timeout: LIMIT_MS }, () => {
  const shuffled = worlds.chain(({ shape, mostTrusted, tellings }) => {
    const facts = [...new World(tellings).retold()]
    const again = fc.shuffledSubarray(facts)
    const order = fc.shuffledSubarray(facts, { minLength: facts.length })
    return fc.tuple(fc.constant({ shape, mostTrusted, facts }), order, again)
  })
  fc.assert(
    fc.property(shuffled, ([{ shape, mostTrusted, facts }, order, again]) => {
      const inOrder = told(facts, mostTrusted)
      const outOfOrder = told([...order, ...again], mostTrusted)
      expect(answersOf(outOfOrder, shape)).toEqual(answersOf(inOrder, shape))
    }),
    { numRuns: RUNS, ...SEED },
  )
})

it('[U1] engine, oracle and a graph built afresh agree after every single change', {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(histories, ({ shape, mostTrusted, tellings }) => {
      const graph = new TrustGraph({ mostTrusted })
      const world = new World([])
      for (const [i, telling] of tellings.entries()) {
        tellGraph(graph, telling)
        world.record(telling)
        if (i <= tellings.length - 8) continue
        expectEqualAnswers(graph, new Oracle(world, mostTrusted), shape)
        expect(answersOf(told(world.retold(), mostTrusted), shape)).toEqual(answersOf(graph, shape))
      }
    }),
    { numRuns: Math.ceil(RUNS / 10), ...SEED },
  )
})

it('[U1] everything taken back leaves nothing', { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(worlds, ({ shape, mostTrusted, tellings }) => {
      const graph = told(tellings, mostTrusted)
      for (const telling of new World(tellings).retold()) tellGraph(graph, takenBack(telling))
      expect(answersOf(graph, shape)).toEqual(answersOf(new TrustGraph({ mostTrusted }), shape))
    }),
    { numRuns: Math.ceil(RUNS / 4), ...SEED },
  )
})

function takenBack(telling: Telling): Telling {
  switch (telling.tell) {
    case 'person':
    case 'tie':
    case 'member':
    case 'post':
      return { ...telling, facts: null }
    case 'block':
      return { ...telling, stands: false }
    case 'hidden':
      return { ...telling, voices: [], posts: [] }
    case 'offer answer':
      return { ...telling, answer: null }
    case 'addressed':
      return { ...telling, as: null }
    case 'answered':
      return { ...telling, answered: false }
    case 'circle gone':
    case 'day':
      return telling
  }
}

it('[U1] a tie between strangers and a post before its author wait for their persons', () => {
  const graph = new TrustGraph()
  const town = new Town()
  graph.setPost(1, { ...town.facts('Ada'), author: 8 })
  const side = { declared: 0.5, paused: false, circles: [3] }
  graph.setTie(7, 8, { ended: false, sides: [side, side] })
  expect([graph.reach(7), graph.maySee(7, 1, 0)]).toEqual([[], undefined])
  graph.setPerson(8, { carries: true })
  expect([graph.reach(7), graph.maySee(8, 1, 0)]).toEqual([[], { way: 'own' }])
  graph.setPerson(7, { carries: false })
  expect(graph.maySee(7, 1, 0)).toEqual({ way: 'chain', chain: [7, 8] })
})

it('[U1] a post that is told again about another subject leaves one card and joins the other', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben')
  town.tie('Ada', 'Cleo', 0.6)
  const [bens, cleos] = [town.post('Ben', { subject: 1 }), town.post('Cleo', { subject: 2 })]
  const cards = () => [1, 2].map((subject) => town.card('Ada', subject)?.voices.map(({ post }) => post) ?? [])
  expect(cards()).toEqual([[bens], [cleos]])
  town.graph.setPost(bens, { ...town.facts('Ben'), subject: 2 })
  expect(cards()).toEqual([[], [bens, cleos]])
  expect(town.list('Ada')).toHaveLength(1)
  town.graph.setPost(bens, { ...town.facts('Ben'), subject: 1 })
  expect(cards()).toEqual([[bens], [cleos]])
})

it('[U2] a removed circle leaves sides and audiences, and its slot is used again', () => {
  const town = new Town()
  for (let circle = 1; circle <= 60; circle++) {
    town.tie('Ada', 'Ben', 0.5, { circles: [circle] })
    town.tie('Ada', 'Cleo', 0.5, { circles: [] })
    const post = town.post('Ada', { audience: forTies({ circles: [circle] }) })
    expect([town.seen('Ben', post), town.seen('Cleo', post)]).toEqual(['Ben Ada', ''])
    town.graph.removeCircle(town.no('Ada'), circle)
    expect(town.seen('Ben', post)).toBe('')
    town.tie('Ada', 'Cleo', 0.5, { circles: [circle + 1] })
    expect(town.seen('Cleo', post)).toBe('')
  }
})

it('[U2] a seventeenth circle counts as empty until one of the others is removed', () => {
  const town = new Town()
  for (let circle = 1; circle <= 16; circle++) town.tie('Ada', `friend ${circle}`, 0.5, { circles: [circle] })
  town.tie('Ada', 'Ben', 0.5, { circles: [3, 17] })
  const post = town.post('Ada', { audience: forTies({ circles: [17, 18] }) })
  const early = town.post('Ada', { audience: forTies({ circles: [3] }) })
  expect([town.seen('Ben', post), town.seen('Ben', early)]).toEqual(['', 'Ben Ada'])
  town.graph.removeCircle(town.no('Ada'), 3)
  expect([town.seen('Ben', post), town.seen('Ben', early), town.seen('friend 3', post)]).toEqual([
    'Ben Ada',
    '',
    '',
  ])
  town.tie('Ada', 'Cleo', 0.5, { circles: [18] })
  expect(town.seen('Cleo', post)).toBe('')
  town.graph.removeCircle(town.no('Ada'), 4)
  expect([town.seen('Cleo', post), town.seen('Ben', post), town.seen('friend 4', post)]).toEqual([
    'Cleo Ada',
    'Ben Ada',
    '',
  ])
})

it('[U1] numbers and strengths that cannot be are refused with a sentence', () => {
  const graph = new TrustGraph()
  const side = { declared: 0.5, paused: false, circles: [] }
  expect(() => graph.setPerson(0, { carries: true })).toThrow('positive integer')
  expect(() => graph.setPerson(2 ** 31, { carries: true })).toThrow('positive integer')
  expect(() => graph.setTie(4, 4, { ended: false, sides: [side, side] })).toThrow('two persons')
  expect(() => graph.setTie(4, 5, { ended: false, sides: [side, { ...side, declared: 0 }] })).toThrow(
    'strength',
  )
  expect(() => graph.setPost(1.5, new Town().facts('Ada'))).toThrow('positive integer')
})

it('[U1] every shape of world is tried', () => {
  const drawn: Shape[] = fc.sample(shapes, 200)
  expect(new Set(drawn.map(({ mild, chorus }) => `${mild} ${chorus}`)).size).toBe(3)
})
