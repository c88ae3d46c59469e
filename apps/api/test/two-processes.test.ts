import { FeedPage, ReadRecommendation, subjectsOn } from '@kith/contract'
import { saying } from '@kith/testkit/plain-post'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Client, expectBody, openWorld, type Person, positionOf, tie, type World } from './api-world.ts'

let world: World
let second: FastifyInstance

beforeAll(async () => {
  world = await openWorld()
  second = await world.build()
  await second.ready()
})

afterAll(async () => {
  await second.close()
  await world.close()
})

/** The same person at the other process. */
function elsewhere(person: Person): Client {
  const client = new Client(second)
  client.cookie = person.cookie
  return client
}

function titlesOf(page: FeedPage): string[] {
  return subjectsOn(page).map((card) => card.subject.title)
}

it('what was written at one process is read at the other at once, by whoever carries its position', async () => {
  const ada = await world.person('ada-two')
  const ben = await world.person('ben-two')
  await tie(ada, ben)
  for (let round = 0; round < 20; round++) {
    const title = `Soup ${round}`
    const written = await ada.post('/api/recommendations', saying(title))
    const { voice } = expectBody(ReadRecommendation, written)
    const after = { 'kith-after': positionOf(written) }

    const own = await elsewhere(ada).get(`/api/recommendations/${voice.post}`, after)
    expect(own.status).toBe(200)
    const heard = await elsewhere(ben).get('/api/feed?order=newest', after)
    expect(titlesOf(expectBody(FeedPage, heard))[0]).toBe(title)

    const gone = await ada.delete(`/api/recommendations/${voice.post}`)
    const left = await elsewhere(ben).get('/api/feed?order=newest', { 'kith-after': positionOf(gone) })
    expect(titlesOf(expectBody(FeedPage, left))).not.toContain(title)
  }
})

it('a position that was made up or sealed by nobody is ignored', async () => {
  const cleo = await world.person('cleo-two')
  const answer = await elsewhere(cleo).get('/api/feed', { 'kith-after': `made-up,${'x'.repeat(80)}` })
  expect(answer.status).toBe(200)
})
