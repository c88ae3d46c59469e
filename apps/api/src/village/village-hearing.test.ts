import { expect, it } from 'vitest'
import { LOOK_AROUND_AS, readVillage, type VillagePost, type VillageRecommendation } from './village-data.ts'

const STRENGTHS = [0.2, 0.4, 0.6, 0.8, 0.95] as const
const UNSORTED = 0.4
const FLOOR = 0.05
const DECAY = 0.8

interface Side {
  readonly strength: number
  readonly circles: readonly string[]
  readonly paused: boolean
}

const { people, ties, subjects, recommendations, clubs, asks } = readVillage()
const carrying = new Set(people.filter((person) => person.carries).map((person) => person.key))
const jobs = new Set(subjects.filter((subject) => subject.kind === 'job').map((subject) => subject.key))
const inClub = new Map(clubs.map(({ key, host, members }) => [key, new Set([host, ...members])]))
const openAsks = asks.filter((asked) => asked.endsInDays > 0 && asked.result === undefined)
const sides = new Map<string, Map<string, Side>>(people.map((person) => [person.key, new Map()]))
for (const { a, b, closeness, circles, paused } of ties) {
  const [mine, theirs] = closeness
  sides.get(a)?.set(b, { strength: strengthOf(mine), circles: circles[0], paused: paused[0] })
  sides.get(b)?.set(a, { strength: strengthOf(theirs), circles: circles[1], paused: paused[1] })
}

it.each(LOOK_AROUND_AS)('a full feed waits for $key from rings 1, 2 and 3', ({ key }) => {
  const rings = recommendations
    .filter((said) => said.author !== key && isFeedPost(said))
    .map((said) => ringHeard(key, said))
  for (const ring of [1, 2, 3])
    expect(rings.filter((heard) => heard === ring).length, `ring ${ring}`).toBeGreaterThanOrEqual(5)
  expect(rings.filter((heard) => heard > 0).length).toBeGreaterThanOrEqual(25)
})

it('everybody hears something from somebody', () => {
  for (const person of people) {
    const heard = recommendations.filter(
      (said) => said.author !== person.key && isFeedPost(said) && ringHeard(person.key, said) > 0,
    )
    expect(heard.length, person.key).toBeGreaterThanOrEqual(10)
  }
})

it.each(LOOK_AROUND_AS)('$key hears what others ask, and what is for a club', ({ key }) => {
  const heard = (posts: readonly VillagePost[]) =>
    posts.filter((one) => one.author !== key && hears(key, one)).length
  expect(heard(openAsks)).toBeGreaterThanOrEqual(6)
  expect(heard([...recommendations, ...asks].filter(clubOf))).toBeGreaterThanOrEqual(2)
})

it('whoever answers has heard the ask, and some of them know whoever asks through others alone', () => {
  const answered = asks.flatMap((asked) => asked.answers.map((one) => ({ asked, helper: one.helper })))
  for (const { asked, helper } of answered)
    expect(hears(helper, asked), `${helper}: ${asked.title}`).toBe(true)
  const rings = answered.map(({ asked, helper }) => ringHeard(helper, asked))
  expect(rings.filter((ring) => ring === 1).length).toBeGreaterThanOrEqual(4)
  expect(rings.filter((ring) => ring > 1).length).toBeGreaterThanOrEqual(8)
})

it('of an electrician in Graz, who is sought, a friend of a friend knows', () => {
  const sought = openAsks.find(({ kind, place }) => kind === 'craftsman' && place === 'Graz')
  const fitting = recommendations.find(
    (said) => said.subject === 'oedwinkler' && sought && ringHeard(sought.author, said) === 2,
  )
  expect(sought?.answers.map(({ helper }) => helper)).toContain(fitting?.author)
})

it('thanks go back along a way that the answer could take', () => {
  const thanked = asks.filter(({ result }) => result?.thanks)
  expect(thanked.length).toBeGreaterThanOrEqual(2)
  for (const { author, answers, result } of thanked) {
    const { subject } = answers.find(({ helper }) => helper === result?.through) ?? {}
    const said = recommendations.find((one) => one.author === result?.through && one.subject === subject)
    const chain = [author, ...(result?.thanks?.carriers ?? [])]
    for (const [at, key] of chain.entries())
      expect(sides.get(key)?.has(chain[at + 1] ?? said?.author ?? ''), key).toBe(true)
    expect(said && chain.length <= 1 + said.onward && mayTravel(said, chain), author).toBe(true)
  }
})

function hears(viewer: string, post: VillagePost): boolean {
  const club = clubOf(post)
  return club === undefined ? ringHeard(viewer, post) > 0 : inClub.get(club)?.has(viewer) === true
}

function clubOf({ audience }: VillagePost): string | undefined {
  return audience !== 'notebook' && 'club' in audience ? audience.club : undefined
}

function isFeedPost(said: VillageRecommendation): boolean {
  return said.interest !== 'paid' && said.daysAgo <= (jobs.has(said.subject) ? 60 : 730)
}

/** The ties on the strongest chain along which the viewer hears it; 0 if unheard. Naive: every chain is tried. */
function ringHeard(viewer: string, said: VillagePost): number {
  let best = { trust: 0, ring: 0 }
  const walk = (chain: readonly string[], trust: number): void => {
    const last = chain.at(-1) ?? viewer
    for (const [next, side] of sides.get(last) ?? []) {
      const ring = chain.length
      // Own word: whoever the viewer has a tie with is reached by that tie alone.
      if (chain.includes(next) || (ring > 1 && sides.get(viewer)?.has(next))) continue
      if (ring === 1 && side.paused) continue
      const reached = trust * side.strength * (ring > 1 ? DECAY : 1)
      if (reached < FLOOR) continue
      if (next === said.author) {
        if (reached > best.trust && mayTravel(said, chain)) best = { trust: reached, ring }
      } else if (ring <= said.onward && carrying.has(next)) walk([...chain, next], reached)
    }
  }
  walk([viewer], 1)
  return best.ring
}

/** `chain` runs from the viewer to the last carrier: that one is in the audience, and nobody on it is left out. */
function mayTravel(said: VillagePost, chain: readonly string[]): boolean {
  const last = chain.at(-1)
  const leftOut = chain.some((key) => sides.get(said.author)?.has(key) && !isInAudience(said, key))
  return last !== undefined && isInAudience(said, last) && !leftOut
}

function isInAudience({ author, audience }: VillagePost, key: string): boolean {
  const side = sides.get(author)?.get(key)
  if (side === undefined || audience === 'notebook' || 'club' in audience) return false
  if (audience.except.includes(key)) return false
  return (
    audience.all ||
    audience.singles.includes(key) ||
    side.circles.some((circle) => audience.circles.includes(circle))
  )
}

function strengthOf(closeness: number | null): number {
  return closeness === null ? UNSORTED : (STRENGTHS[closeness - 1] ?? UNSORTED)
}
