import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PostFacts, type TieFacts, TrustGraph, trustOf } from '../src/index.ts'
import { NOW, postFacts, type Shape, tieFacts } from './arbitrary-facts.ts'
import { worlds } from './arbitrary-world.ts'
import { ChainOracle } from './oracle-chains.ts'
import { RUNS, SEED } from './property-runs.ts'
import { type Telling, tellGraph, World } from './world-facts.ts'

/** Honest people have low numbers, accounts that enter behind them follow from here on. */
const FIRST_FAKE = 100
const LIMIT_MS = 3_600_000
const ROUNDING = 1e-9

/** Ties among the accounts, and what each says about subject 1; the wildest ties and posts are among them. */
function fakes(shape: Shape, count: number): fc.Arbitrary<Telling[]> {
  const strong = fc.record({
    tie: tieFacts({ ...shape, mild: true }),
    first: fc.nat(count - 1),
    second: fc.nat(count - 1),
  })
  const ties = fc.array(strong, { maxLength: 2 * count, size: 'max' }).map((drawn) =>
    drawn.flatMap(({ tie, first, second }): Telling[] => {
      const [one, other] = [FIRST_FAKE + first, FIRST_FAKE + second]
      return one === other ? [] : [{ tell: 'tie', one, other, facts: tie }]
    }),
  )
  const posts = fc
    .array(postFacts(shape), { minLength: count, maxLength: count })
    .map((drawn) =>
      drawn.map((facts, i): Telling => ({ tell: 'post', no: 1000 + i, facts: said(facts, FIRST_FAKE + i) })),
    )
  const persons = Array.from({ length: count }, (_, i): Telling => person(FIRST_FAKE + i))
  return fc.tuple(ties, posts).map((told) => [...persons, ...told.flat()])
}

function person(no: number): Telling {
  return { tell: 'person', no, facts: { carries: true } }
}

function said(facts: PostFacts, author: number): PostFacts {
  const audience = facts.audience.form === 'club' ? { form: 'notebook' as const } : facts.audience
  return {
    ...facts,
    audience,
    author,
    kind: 'film',
    subject: 1,
    ask: false,
    interest: 'none',
    ownExperience: true,
    verdict: 'recommend',
    expires: undefined,
  }
}

const invasions = worlds.chain(({ shape, tellings }) =>
  fc.record({
    shape: fc.constant(shape),
    honest: fc.constant(tellings.map(aboutFilms)),
    invaders: fakes(shape, 7),
    doors: fc.array(fc.record({ host: fc.integer({ min: 1, max: shape.people }), tie: tieFacts(shape) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)

function told(tellings: readonly Telling[]): TrustGraph {
  const graph = new TrustGraph()
  for (const telling of tellings) tellGraph(graph, telling)
  return graph
}

function door(host: number, fake: number, facts: TieFacts): Telling {
  return { tell: 'tie', one: host, other: fake, facts }
}

/** Trust as it counts where films are concerned: the bounds are about one subject, so about one kind. */
function trustIn(graph: TrustGraph, chains: ChainOracle, viewer: number, no: number): number {
  const reached = graph.reach(viewer).find((one) => one.person === no)
  if (reached === undefined) return 0
  const tie = reached.chain[1]!
  return (
    (trustOf(reached.cost) * chains.tieTrust(viewer, tie, 'film')) / trustOf(chains.sideCost(viewer, tie))
  )
}

function aboutFilms(telling: Telling): Telling {
  if (telling.tell !== 'post' || telling.facts === null) return telling
  return { ...telling, facts: { ...telling.facts, kind: 'film' } }
}

function score(graph: TrustGraph, viewer: number): number {
  return graph.card(viewer, 1, NOW)?.score ?? 0
}

it('[B1][B3] accounts behind ties to S1 … Sn add no more than the trust in them', {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(invasions, ({ shape, honest, invaders, doors }) => {
      const before = told(honest)
      const ways = doors.map(({ host, tie }, i) => door(host, FIRST_FAKE + i, tie))
      const invaded = [...honest, ...invaders, ...ways]
      const after = told(invaded)
      const chains = new ChainOracle(new World(invaded), 5000)
      for (let viewer = 1; viewer <= shape.people; viewer++) {
        const doubt = doors.reduce(
          (left, _, i) => left * (1 - trustIn(after, chains, viewer, FIRST_FAKE + i)),
          1,
        )
        const gain = score(after, viewer) - score(before, viewer)
        expect(gain).toBeLessThanOrEqual(1 - doubt + ROUNDING)
      }
    }),
    { numRuns: RUNS, ...SEED },
  )
})

it('[B2] accounts behind one carrier add no more than five of them could', { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(invasions, fc.constantFrom(0.2, 0.8, 1), ({ shape, honest, invaders }, strength) => {
      const host = 1
      const side = { declared: strength, paused: false, circles: [] }
      const ways = Array.from({ length: 7 }, (_, i) =>
        door(host, FIRST_FAKE + i, { ended: false, sides: [side, side] }),
      )
      const before = told(honest)
      const invaded = [...honest, ...invaders, ...ways]
      const after = told(invaded)
      const chains = new ChainOracle(new World(invaded), 5000)
      for (let viewer = 2; viewer <= shape.people; viewer++) {
        const most = trustIn(after, chains, viewer, host) * (1 - (1 - 0.8 * strength) ** 5)
        expect(score(after, viewer) - score(before, viewer)).toBeLessThanOrEqual(most + 0.001)
      }
    }),
    { numRuns: RUNS, ...SEED },
  )
})

it('[B1] a thousand accounts behind a weak tie count no more than ten', () => {
  const side = (declared: number) => ({ declared, paused: false, circles: [] })
  const scoreOf = (count: number) => {
    const tellings: Telling[] = [
      person(1),
      person(2),
      door(1, 2, { ended: false, sides: [side(0.1), side(1)] }),
    ]
    for (let no = 3; no < 3 + count; no++) {
      tellings.push(person(no), door(2, no, { ended: false, sides: [side(1), side(1)] }))
      tellings.push({ tell: 'post', no, facts: said(PLAIN, no) })
    }
    return score(told(tellings), 1)
  }
  expect(scoreOf(1000)).toBe(scoreOf(10))
  expect(scoreOf(1000)).toBeLessThanOrEqual(0.1)
})

const PLAIN: PostFacts = {
  author: 1,
  subject: 1,
  kind: 'film',
  ask: false,
  verdict: 'recommend',
  interest: 'none',
  ownExperience: true,
  onward: 2,
  audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
  created: NOW,
  since: NOW,
  expires: undefined,
}

/** What may be given to the accounts beside all chains. */
const exceptions: fc.Arbitrary<Telling[]> = fc.array(
  fc
    .record({
      tell: fc.constantFrom('addressed' as const, 'answered' as const, 'member' as const),
      post: fc.integer({ min: 1, max: 9 }),
      fake: fc.integer({ min: FIRST_FAKE, max: FIRST_FAKE + 6 }),
    })
    .map(({ tell, post, fake }): Telling => {
      if (tell === 'addressed') return { tell, post, person: fake, as: 'answer' }
      if (tell === 'answered') return { tell, ask: post, helper: fake, answered: true }
      return { tell, club: 1, person: fake, facts: { paused: false } }
    }),
  { maxLength: 6 },
)

it('[B4] accounts behind one tie see nothing of others that this tie may not see', {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(invasions, exceptions, ({ shape, honest, invaders, doors }, given) => {
      const { host, tie } = doors[0]!
      const graph = told([...honest, ...invaders, ...given, door(host, FIRST_FAKE, tie)])
      const { posts } = new World(honest)
      for (const [post, { expires }] of posts) {
        if (post > shape.posts) continue
        const ended = expires !== undefined && expires <= NOW
        for (let fake = FIRST_FAKE + 1; fake < FIRST_FAKE + 7; fake++) {
          const seen = graph.maySee(fake, post, NOW)
          if (seen?.way !== 'chain' || ended) continue
          expect(graph.maySee(FIRST_FAKE, post, NOW), `post ${post}, seen by ${fake}`).toBeDefined()
        }
      }
    }),
    { numRuns: RUNS, ...SEED },
  )
})
