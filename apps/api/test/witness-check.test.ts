import { UNFILTERED, type Witness } from '@kith/trust-graph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seconds } from '../src/graph/voice-reader.ts'
import { checkWitnesses, type Proposal } from '../src/graph/witness-check.ts'
import { createDice } from './dice.ts'
import { openWorld, type World } from './graph-world.ts'
import { makeRandomWorld, type RandomWorld } from './random-world.ts'

const SEEDS = Array.from({ length: 24 }, (_, at) => 1_000 + at)
const CHANGES = 12

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** Every witness that there could be, true or not. */
function* everyWitness(
  people: readonly number[],
  viewer: number,
  author: number,
  club: number,
): Generator<Witness> {
  yield { way: 'own' }
  yield { way: 'addressed' }
  yield { way: 'club', club }
  yield { way: 'chain', chain: [viewer, author] }
  const carriers = people.filter((person) => person !== viewer && person !== author)
  for (const first of carriers) {
    yield { way: 'chain', chain: [viewer, first, author] }
    for (const second of carriers) {
      if (second !== first) yield { way: 'chain', chain: [viewer, first, second, author] }
    }
  }
}

interface Verdicts {
  /** By viewer and post: the witnesses that the database accepts, and those of them by which it is heard. */
  readonly seen: Map<string, Set<string>>
  readonly heard: Map<string, Set<string>>
}

async function askDatabase(random: RandomWorld, authors: ReadonlyMap<number, number>): Promise<Verdicts> {
  const people = random.people.map(({ no }) => no)
  const proposals = people.flatMap((viewer) =>
    random.posts.flatMap((post) =>
      [...everyWitness(people, viewer, authors.get(post) ?? 0, random.club)].map(
        (witness): Proposal => ({ viewer, post, witness, card: 0, from: 'engine' }),
      ),
    ),
  )
  const rows = await world.sql<{ ord: number; heard: boolean }[]>`
    with ${checkWitnesses(world.sql, proposals, world.now())} select c.ord, c.heard from checked c`
  const verdicts: Verdicts = { seen: new Map(), heard: new Map() }
  for (const { ord, heard } of rows) {
    const proposal = proposals[ord]
    if (!proposal) throw new Error('expected an answer to a proposal')
    const key = `${proposal.viewer} ${proposal.post}`
    const witness = JSON.stringify(proposal.witness)
    verdicts.seen.set(key, (verdicts.seen.get(key) ?? new Set()).add(witness))
    if (heard) verdicts.heard.set(key, (verdicts.heard.get(key) ?? new Set()).add(witness))
  }
  return verdicts
}

/** Ways by which a post stands in the feed: neither one's own nor addressed. */
function inFeed(witnesses: ReadonlySet<string> | undefined): boolean {
  return [...(witnesses ?? [])].some((one) => !one.includes('own') && !one.includes('addressed'))
}

async function compare(random: RandomWorld): Promise<{ seen: number; heard: number }> {
  const rows = await world.sql<{ no: number; author: number }[]>`select no, author from post`
  const authors = new Map(rows.map(({ no, author }) => [no, author]))
  const verdicts = await askDatabase(random, authors)
  const { engine } = world.graph
  const now = seconds(world.now())
  let [seen, heard] = [0, 0]
  for (const { no: viewer } of random.people) {
    for (const post of random.posts) {
      const key = `${viewer} ${post}`
      const witness = engine.maySee(viewer, post, now)
      expect(witness !== undefined, `may ${viewer} see ${post}`).toBe(verdicts.seen.has(key))
      if (witness)
        expect(verdicts.seen.get(key), `why ${viewer} sees ${post}`).toContain(JSON.stringify(witness))
      const way = engine.hears(viewer, post, now)?.witness
      // All sides are strong and there are few people: floor and K leave nobody out.
      expect(way !== undefined, `does ${viewer} hear ${post}`).toBe(inFeed(verdicts.heard.get(key)))
      if (way) expect(verdicts.heard.get(key), `how ${viewer} hears ${post}`).toContain(JSON.stringify(way))
      if (witness) seen += 1
      if (way) heard += 1
    }
  }
  return { seen, heard }
}

describe('the witness check accepts exactly what the engine allows', () => {
  it.each(SEEDS)('in the random world of seed %i, also after changes', async (seed) => {
    const dice = createDice(seed)
    const random = await makeRandomWorld(world, dice)
    await world.catchUp()
    const first = await compare(random)
    expect(first.seen, `seed ${seed} shows something`).toBeGreaterThan(0)
    for (let i = 0; i < CHANGES; i++) await random.change()
    await world.catchUp()
    await compare(random)
  })
})

it('an engine that followed answers like one that was built anew', async () => {
  const dice = createDice(77)
  const random = await makeRandomWorld(world, dice)
  for (let i = 0; i < 40; i++) {
    await random.change()
    if (dice.chance(0.3)) await world.catchUp()
  }
  await world.catchUp()
  const built = world.newGraph()
  await built.rebuild()
  const now = seconds(world.now())
  const pageOf = (viewer: number) => ({
    lane: 'feed' as const,
    order: 'ranked' as const,
    asOf: now,
    highestPost: built.engine.highestPost(),
    ...UNFILTERED,
    after: undefined,
    limit: 100,
    viewer,
  })
  for (const { no: viewer } of random.people) {
    const { viewer: _, ...page } = pageOf(viewer)
    expect(world.graph.engine.page(viewer, page)).toEqual(built.engine.page(viewer, page))
    expect(world.graph.engine.reach(viewer)).toEqual(built.engine.reach(viewer))
    for (const post of random.posts) {
      expect(world.graph.engine.maySee(viewer, post, now)).toEqual(built.engine.maySee(viewer, post, now))
      expect(world.graph.engine.hears(viewer, post, now)).toEqual(built.engine.hears(viewer, post, now))
    }
  }
})
