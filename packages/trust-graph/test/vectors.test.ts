import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  afterIdleDays,
  afterOutcome,
  type Experience,
  NO_EXPERIENCE,
  type PersonNo,
  strengthOf,
  TrustGraph,
  trustOf,
} from '../src/index.ts'

interface ScoreVector {
  id: string
  title: string
  edges: [string, string, number][]
  recommenders: string[]
  fakes?: { behind: string; count: number; strength: number }
  trust: Record<string, number>
  score: number
}

type Event = 'helped' | 'letDown' | { idleDays: number } | { helped: number }

interface StrengthVector {
  id: string
  declared: number
  events: Event[]
  r?: number
  s?: number
  strength: number
}

const vectors: { score: ScoreVector[]; strength: StrengthVector[] } = JSON.parse(
  readFileSync(new URL('vectors/trust.json', import.meta.url), 'utf8'),
)

const SUBJECT = 1
const NOW = 1_800_000_000
/** A side that is not part of the vector: far below the floor. */
const NO_SIDE = 0.001

for (const vector of vectors.score) {
  it(`[R4][S1][S2] ${vector.id} ${vector.title}`, () => {
    const { graph, numberOf } = worldOf(vector)
    const reached = Object.fromEntries(
      graph.reach(numberOf('me')).map(({ person, cost }) => [person, trustOf(cost)]),
    )
    for (const [name, trust] of Object.entries(vector.trust)) {
      expect(within(reached[numberOf(name)], trust), `trust in ${name}`).toBe(true)
    }
    expect(Object.keys(reached)).toHaveLength(Object.keys(vector.trust).length + (vector.fakes?.count ?? 0))
    const score = graph.card(numberOf('me'), SUBJECT, NOW)?.score ?? 0
    expect(within(score, vector.score), `score ${score}`).toBe(true)
  })
}

for (const { id, declared, events, r, s, strength } of vectors.strength) {
  it(`[E1][E2][E3] ${id} strength follows what happened`, () => {
    const experience = events.reduce(after, NO_EXPERIENCE)
    if (r !== undefined) expect(experience.good).toBeCloseTo(r, 6)
    if (s !== undefined) expect(experience.bad).toBeCloseTo(s, 6)
    expect(strengthOf(declared, experience)).toBeCloseTo(strength, 6)
  })
}

function after(experience: Experience, event: Event): Experience {
  if (typeof event === 'string') return afterOutcome(experience, event)
  if ('idleDays' in event) return afterIdleDays(experience, event.idleDays)
  return afterOutcome(experience, 'helped', event.helped)
}

function within(value: number | undefined, expected: number): boolean {
  return value !== undefined && Math.abs(value - expected) <= 0.002 * expected
}

function worldOf({ edges, recommenders, fakes }: ScoreVector): {
  graph: TrustGraph
  numberOf: (name: string) => PersonNo
} {
  const numbers = new Map<string, PersonNo>()
  const graph = new TrustGraph()
  const numberOf = (name: string): PersonNo => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    const no = numbers.size + 1
    numbers.set(name, no)
    graph.setPerson(no, { carries: true })
    return no
  }
  const side = (declared: number) => ({ declared, paused: false, circles: [] })
  for (const [from, to, strength] of edges) {
    graph.setTie(numberOf(from), numberOf(to), { ended: false, sides: [side(strength), side(NO_SIDE)] })
  }
  const authors = [...recommenders]
  for (let i = 1; i <= (fakes?.count ?? 0); i++) {
    authors.push(`F${i}`)
    graph.setTie(numberOf(fakes!.behind), numberOf(`F${i}`), { ended: false, sides: [side(1), side(1)] })
  }
  for (const [place, author] of authors.entries()) {
    graph.setPost(place + 1, {
      author: numberOf(author),
      subject: SUBJECT,
      kind: 'other',
      ask: false,
      verdict: 'recommend',
      interest: 'none',
      ownExperience: true,
      onward: 2,
      audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
      created: NOW,
      since: NOW,
      expires: undefined,
    })
  }
  return { graph, numberOf }
}
