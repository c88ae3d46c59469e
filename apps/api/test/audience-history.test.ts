import { type Audience, AudienceHistory, AudiencePreview, PersonId, ReadRecommendation } from '@kith/contract'
import { beforeEach, expect, it } from 'vitest'
import { expectBody, type Person, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import { pairOf } from './world-facts.ts'
import { recommendationOf } from './world-words.ts'

let world: World
let ada: Person
let ben: Person
let cal: Person
let tieWithBen: string
let post: string

const ALL: Audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }

openSmallWorld(['ben – ada – cal – ben'], (cast, made) => {
  world = made
  ada = cast.client('ada')
  ben = cast.client('ben')
  cal = cast.client('cal')
  tieWithBen = cast.facts.ties.get(pairOf('ada', 'ben')) ?? ''
})

beforeEach(async () => {
  const made = await ada.post('/api/recommendations', recommendationOf({}, ALL))
  post = expectBody(ReadRecommendation, made).voice.post
})

const notFor = (person: Person): Audience => ({ ...ALL, excepted: [PersonId.parse(person.me.id)] })
const onlyFor = (person: Person): Audience => ({
  ...ALL,
  all: false,
  singles: [PersonId.parse(person.me.id)],
})

async function change(audience: Audience): Promise<void> {
  expectBody(ReadRecommendation, await ada.patch(`/api/recommendations/${post}`, { audience }))
}

/** Who came and went by name and, where somebody is not named, how many more. */
async function history() {
  const { changes } = await ada.read(AudienceHistory, `/api/recommendations/${post}/audience/history`)
  const told = ({ ties, more }: (typeof changes)[number]['cameIn']) => [
    ...ties.map(({ id }) => id),
    ...(more > 0 ? [more] : []),
  ]
  return changes.map(({ cameIn, wentOut }) => ({ in: told(cameIn), out: told(wentOut) }))
}

async function canSee() {
  const { ring1 } = await ada.read(AudiencePreview, `/api/recommendations/${post}/audience`)
  return new Set(ring1.map(({ id }) => id))
}

it('tells whom each change let in and out, the latest first', async () => {
  await change(notFor(ben))
  await change(onlyFor(ben))
  await change({ form: 'notebook' })
  expect(await history()).toEqual([
    { in: [], out: [ben.me.id] },
    { in: [ben.me.id], out: [cal.me.id] },
    { in: [], out: [ben.me.id] },
  ])
})

it('keeps nothing where a change moved nobody', async () => {
  await change(ALL)
  await change({ ...ALL, singles: [PersonId.parse(ben.me.id)] })
  expect(await history()).toEqual([])
})

it('counts whom it is addressed to among those who see it', async () => {
  await change(notFor(ben))
  await ada.post(`/api/recommendations/${post}/address`, { to: ben.me.id })
  expect(await canSee()).toEqual(new Set([ben.me.id, cal.me.id]))
  await change(onlyFor(cal))
  await ada.delete(`/api/recommendations/${post}/address/${ben.me.id}`)
  expect(await canSee()).toEqual(new Set([cal.me.id]))
  expect(await history()).toEqual([
    { in: [], out: [ben.me.id] },
    { in: [ben.me.id], out: [] },
    { in: [], out: [ben.me.id] },
  ])
})

it('names nobody who is no tie any more', async () => {
  await change(onlyFor(cal))
  await ben.delete(`/api/ties/${tieWithBen}`)
  expect(await history()).toEqual([{ in: [], out: [1] }])
})

it('is told to nobody but the author, and goes with the words', async () => {
  await change(notFor(ben))
  const path = `/api/recommendations/${post}/audience/history`
  for (const reader of [ben, cal]) expect((await reader.get(path)).code).toBe('not_found')
  await ada.delete(`/api/recommendations/${post}`)
  expect((await ada.get(path)).code).toBe('not_found')
  const { sql } = world.database
  expect(
    await sql`
    select from audience_change c join post p on p.no = c.post where p.id = ${post}`,
  ).toHaveLength(0)
})
