import { type FeedPage, type FeedQuery, type MakeRecommendation, subjectsOn } from '@kith/contract'
import { plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadGazetteer } from '../src/places/gazetteer.ts'
import { openWorld, type World } from './graph-world.ts'
import type { Somebody } from './world-writes.ts'

let world: World
let vera: Somebody
let tom: Somebody

const GRAZ = 2778067
const GRATWEIN = 2778079
const VIENNA = 2761369
const DAY_MS = 86_400_000

beforeAll(async () => {
  world = await openWorld()
  await loadGazetteer(world.sql, new AbortController().signal)
  vera = await world.person('Vera')
  tom = await world.person('Tom')
  await world.tie(vera, tom)
})

afterAll(() => world.close())

const titlesOf = (page: Pick<FeedPage, 'cards'>) =>
  subjectsOn(page)
    .map(({ subject }) => subject.title)
    .toSorted()

async function feed(filters: Partial<FeedQuery>) {
  await world.catchUp()
  const read = (order: FeedQuery['order']) => world.live.feed.read(vera, { lane: 'feed', order, ...filters })
  const [ranked, newest] = [await read('ranked'), await read('newest')]
  expect(titlesOf(newest)).toEqual(titlesOf(ranked))
  return titlesOf(ranked)
}

async function search(q: string, filters: Partial<FeedQuery>) {
  await world.catchUp()
  return titlesOf(await world.live.search.read(vera, { q, ...filters }))
}

function sayAt(
  title: string,
  place: string | null,
  placeId?: number,
  more: Partial<MakeRecommendation> = {},
) {
  const subject = { ...plainFacts('restaurant', title), place, placeId }
  return world.recommend(tom, { title, subject, ...more })
}

describe('the gazetteer', () => {
  const names = async (q: string) =>
    (await world.live.places.suggest(vera, { q })).places.map(({ name }) => name)

  it('suggests what begins so, without case and accents, the most populous first, in both languages', async () => {
    expect((await names('graz'))[0]).toBe('Graz')
    expect(await names('gratw')).toEqual(['Gratwein'])
    expect((await names('MÜNCH'))[0]).toBe('Munich')
    expect((await names('zurich'))[0]).toBe('Zürich')
    expect(await names('%raz')).toEqual([])
    expect((await names('s')).length).toBe(8)
    await world.sql`update person set language = 'de' where no = ${vera.no}`
    expect((await names('wie'))[0]).toBe('Wien')
    expect(await world.live.places.read(vera, VIENNA)).toEqual({
      id: VIENNA,
      name: 'Wien',
      country: 'AT',
      region: '09',
    })
    expect(await world.live.places.read(vera, 1)).toBeUndefined()
  })

  it('is read in once, and a reading that was cut short is made up for', async () => {
    const count = async () => Number((await world.sql`select count(*) as n from place`)[0]?.['n'])
    const whole = await count()
    expect(whole).toBeGreaterThan(130_000)
    await world.sql`delete from place where country = 'AT' and id <> ${GRAZ}`
    await loadGazetteer(world.sql, new AbortController().signal)
    expect(await count()).toBeLessThan(whole)
    await world.sql`delete from setting where key like 'gazetteer%'`
    await expect(loadGazetteer(world.sql, AbortSignal.abort())).rejects.toThrow()
    await loadGazetteer(world.sql, new AbortController().signal)
    expect(await count()).toBe(whole)
  })

  it('is kept beside the words that its author chose, and a number that it has not is refused', async () => {
    const made = await sayAt('Kept', 'Graz, by the river', GRAZ)
    const { voice } = await world.live.reading.read(tom, made.id)
    expect(voice.subject).toMatchObject({ place: 'Graz, by the river', placeId: GRAZ })
    const free = await sayAt('Free', 'Nowhere')
    expect((await world.live.reading.read(tom, free.id)).voice.subject).not.toHaveProperty('placeId')
    await expect(sayAt('Wrong', 'Graz', 1)).rejects.toMatchObject({ code: 'invalid_input' })
    await world.live.recommendations.remove(tom, made.id)
    await world.live.recommendations.remove(tom, free.id)
  })
})

describe('within so many kilometres', () => {
  beforeAll(async () => {
    await sayAt('in Graz', 'Graz', GRAZ)
    await sayAt('in Gratwein', 'Gratwein', GRATWEIN)
    await sayAt('in Vienna', 'Wien', VIENNA)
    await sayAt('free text', 'GRAZ')
    await sayAt('free text elsewhere', 'Gratwein')
    await sayAt('nowhere', null)
  })

  it('Graz finds Gratwein from 15 km on, and free text only where it is the very name', async () => {
    expect(await feed({ near: GRAZ, km: '5' })).toEqual(['free text', 'in Graz'])
    expect(await feed({ near: GRAZ })).toEqual(['free text', 'in Gratwein', 'in Graz'])
    expect(await feed({ near: GRAZ, km: '100' })).toEqual(['free text', 'in Gratwein', 'in Graz'])
    expect(await feed({ near: VIENNA, km: '50' })).toEqual(['in Vienna'])
    expect(await feed({ near: GRATWEIN, km: '5' })).toEqual(['free text elsewhere', 'in Gratwein'])
    expect(await search('in', { near: GRAZ })).toEqual(['in Gratwein', 'in Graz'])
  })

  it('a place that the gazetteer has not is not found', async () => {
    await expect(feed({ near: 1 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(search('in', { near: 1 })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('age and own experience filter too, alone and together, in feed and search', async () => {
    await sayAt('heard of', 'Graz', GRAZ, { words: { ...world.said({ title: '' }).words, basis: 'heard' } })
    expect(await feed({ near: GRAZ, km: '5', basis: 'own' })).toEqual(['free text', 'in Graz'])
    expect(await search('heard', { near: GRAZ })).toEqual(['heard of'])
    expect(await search('heard', { near: GRAZ, basis: 'own' })).toEqual([])
    const start = world.now()
    world.setTime(new Date(start.getTime() + 8 * DAY_MS))
    await sayAt('late', 'Graz', GRAZ)
    expect(await feed({ age: 'week' })).toEqual(['late'])
    expect(await feed({ age: 'month', near: GRAZ, km: '5' })).toEqual([
      'free text',
      'heard of',
      'in Graz',
      'late',
    ])
    expect(await feed({ age: 'month', near: GRAZ, km: '5', basis: 'own', kinds: ['film'] })).toEqual([])
    expect(await search('graz', { age: 'week' })).toEqual(['late'])
    world.setTime(start)
  })
})
