import { Circle, Circles, SortingPreview, TieView } from '@kith/contract'
import { expect, it } from 'vitest'
import { expectBody } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

let cast: Cast

openSmallWorld(['me – ben', 'me – cal', 'me – dan', 'ben – oda'], (...made) => {
  ;[cast] = made
})

const tieWith = (other: string, of = 'me') => cast.facts.ties.get(pairOf(of, other)) ?? ''
const tiesWith = (...others: string[]) => others.map((other) => tieWith(other))

async function readyMade(kind: string): Promise<Circle> {
  const { circles } = await cast.client('me').read(Circles, '/api/circles')
  const found = circles.find((circle) => circle.kind === kind)
  if (!found) throw new Error(`expected a circle of ${kind}`)
  return found
}

const change = (circle: Circle, add: string[], remove: string[] = []) =>
  cast.client('me').patch(`/api/circles/${circle.id}/members`, { add, remove })

const circlesOf = async (other: string) =>
  (await cast.client('me').read(TieView, `/api/ties/${tieWith(other)}`)).circles

it('several are put into a circle and taken out of it at once, and what is for it opens and closes', async () => {
  const circle = await readyMade('family')
  cast.facts.circles.set('mine', { ...circle, name: 'Family', owner: 'me', members: new Set() })
  const post = await cast.post('p', 'me', { circles: ['mine'], onward: 1 })
  const sees = async (key: string) =>
    (await cast.client(key).get(`/api/recommendations/${post.id}`, cast.after())).status
  expect(await sees('ben')).toBe(404)
  expect(expectBody(Circle, cast.done(await change(circle, tiesWith('ben', 'cal')))).count).toBe(2)
  expect([await sees('ben'), await sees('cal'), await sees('dan'), await sees('oda')]).toEqual([
    200, 200, 404, 200,
  ])
  expect(await circlesOf('ben')).toEqual([circle.id])
  // Said again, it changes nothing.
  expect(
    expectBody(Circle, cast.done(await change(circle, tiesWith('ben', 'dan'), tiesWith('cal')))).count,
  ).toBe(2)
  expect([await sees('ben'), await sees('cal'), await sees('dan')]).toEqual([200, 404, 200])
})

it('one who is no tie of mine, or not any more, leaves everything as it was', async () => {
  const circle = await readyMade('friends')
  expect((await change(circle, [...tiesWith('ben'), tieWith('oda', 'ben')])).code).toBe('not_found')
  cast.done(await cast.client('me').delete(`/api/ties/${tieWith('cal')}`))
  expect((await change(circle, tiesWith('ben', 'cal'))).code).toBe('not_found')
  expect((await readyMade('friends')).count).toBe(0)
  expect(
    (
      await change(
        circle,
        Array.from({ length: 501 }, () => tieWith('ben')),
      )
    ).code,
  ).toBe('invalid_input')
})

async function preview(body: object): Promise<string> {
  const answer = await cast.client('me').post('/api/circles/preview', body)
  const { opens, closes } = expectBody(SortingPreview, answer)
  return `opens ${opens.count} closes ${closes.count}`
}

it('says beforehand what a sorting opens and closes, and does nothing', async () => {
  const [family, friends] = [await readyMade('family'), await readyMade('friends')]
  for (const [key, circle] of [
    ['family', family],
    ['friends', friends],
  ] as const)
    cast.facts.circles.set(key, { ...circle, name: key, owner: 'me', members: new Set() })
  await cast.post('p1', 'me', { circles: ['family'] })
  await cast.post('p2', 'me', { circles: ['family', 'friends'] })
  await cast.post('p3', 'me', { circles: ['family'], singles: ['ben'] })
  await cast.post('p4', 'me', { circles: ['family'], excepted: ['ben'] })
  await cast.post('p5', 'me', { all: true, circles: ['family'] })
  await cast.post('p6', 'me', { notebook: true })
  const of = (ties: string[], add: Circle[], remove: Circle[] = []) =>
    preview({ of: 'ties', ties, add: add.map(({ id }) => id), remove: remove.map(({ id }) => id) })
  expect(await of(tiesWith('ben'), [family])).toBe('opens 2 closes 0')
  expect(await of(tiesWith('ben', 'cal'), [family])).toBe('opens 4 closes 0')
  expect(await of(tiesWith('ben'), [friends])).toBe('opens 1 closes 0')
  cast.done(await change(family, tiesWith('ben')))
  expect(await of(tiesWith('ben'), [family])).toBe('opens 0 closes 0')
  expect(await of(tiesWith('ben'), [], [family])).toBe('opens 0 closes 2')
  expect(await of(tiesWith('ben'), [friends], [family])).toBe('opens 0 closes 1')
  // Whoever becomes a tie sees what is for all of them, too.
  expect(await preview({ of: 'newcomer', add: [] })).toBe('opens 1 closes 0')
  expect(await preview({ of: 'newcomer', add: [friends.id] })).toBe('opens 2 closes 0')
  expect(await circlesOf('ben')).toEqual([family.id])
})
