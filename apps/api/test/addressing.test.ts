import { ReadRecommendation } from '@kith/contract'
import { beforeEach, expect, it } from 'vitest'
import { expectBody, type Person, tie, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import { pairOf } from './world-facts.ts'
import { recommendationOf, token } from './world-words.ts'

let world: World
let ada: Person
let ben: Person
let cal: Person
let tieWithBen: string
let post: string

openSmallWorld(['ben – ada – cal'], (cast, made) => {
  world = made
  ada = cast.client('ada')
  ben = cast.client('ben')
  cal = cast.client('cal')
  tieWithBen = cast.facts.ties.get(pairOf('ada', 'ben')) ?? ''
})

beforeEach(async () => {
  post = await recommend({ form: 'ties', all: false, circles: [], singles: [cal.me.id], excepted: [] })
})

async function recommend(audience: Parameters<typeof recommendationOf>[1]): Promise<string> {
  const made = await ada.post('/api/recommendations', recommendationOf({}, audience))
  return expectBody(ReadRecommendation, made).voice.post
}

const address = (to: Person, id = post) => ada.post(`/api/recommendations/${id}/address`, { to: to.me.id })
const reads = async (reader: Person) => (await reader.get(`/api/recommendations/${post}`)).status

it('is seen by the tie whom it is addressed to, until it is taken back', async () => {
  expect(await reads(ben)).toBe(404)
  expect([(await address(ben)).status, (await address(ben)).status]).toEqual([204, 204])
  expect(await reads(ben)).toBe(200)
  expect((await ada.delete(`/api/recommendations/${post}/address/${ben.me.id}`)).status).toBe(204)
  expect(await reads(ben)).toBe(404)
  expect((await ada.delete(`/api/recommendations/${post}/address/${ben.me.id}`)).code).toBe('not_found')
})

it('ends with the tie for good', async () => {
  await address(ben)
  expect(await reads(ben)).toBe(200)
  await ada.delete(`/api/ties/${tieWithBen}`)
  expect(await reads(ben)).toBe(404)
  await tie(ada, ben)
  expect(await reads(ben)).toBe(404)
})

it('goes to a tie alone, and only by its author', async () => {
  const stranger = await world.person(`d${token().toLowerCase().slice(0, 8)}`)
  expect((await address(stranger)).code).toBe('not_found')
  const byCal = await cal.post(`/api/recommendations/${post}/address`, { to: ada.me.id })
  expect(byCal.code).toBe('not_found')
})

it('leaves the notebook to its author', async () => {
  const note = await recommend({ form: 'notebook' })
  expect((await address(ben, note)).code).toBe('audience_empty')
})
