import { Circle, Circles, TieView } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, openWorld, type Person, tie, type World } from './api-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

async function circlesOf(person: Person): Promise<Circle[]> {
  return (await person.read(Circles, '/api/circles')).circles
}

it('circles are made, renamed, recoloured and removed, each by its owner alone', async () => {
  const [ada, ben] = [await world.person('ada'), await world.person('ben')]
  const made = await ada.post('/api/circles', { name: ' Choir ', kind: 'club' })
  const choir = expectBody(Circle, made)
  expect([made.status, choir]).toEqual([
    201,
    { id: choir.id, name: 'Choir', kind: 'club', readyMade: false, position: 7, rhythm: null, count: 0 },
  ])
  const changed = expectBody(
    Circle,
    await ada.patch(`/api/circles/${choir.id}`, { name: 'Old choir', kind: 'friends' }),
  )
  expect(changed).toMatchObject({ name: 'Old choir', kind: 'friends' })
  for (const answer of [
    await ben.patch(`/api/circles/${choir.id}`, { name: 'x' }),
    await ben.delete(`/api/circles/${choir.id}`),
  ]) {
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  }
  expect((await ada.delete(`/api/circles/${choir.id}`)).status).toBe(204)
  expect((await ada.delete(`/api/circles/${choir.id}`)).code).toBe('not_found')
  expect(await circlesOf(ada)).toHaveLength(7)
})

it('two circles of one name are refused, whatever the case', async () => {
  const cleo = await world.person('cleo')
  await cleo.post('/api/circles', { name: 'Choir', kind: 'club' })
  expect((await cleo.post('/api/circles', { name: 'CHOIR', kind: 'club' })).code).toBe('circle_name_taken')
  const [family] = await circlesOf(cleo)
  expect((await cleo.patch(`/api/circles/${family?.id}`, { name: 'choir' })).code).toBe('circle_name_taken')
  expect((await cleo.patch(`/api/circles/${family?.id}`, { name: 'Clan' })).body).toMatchObject({
    readyMade: true,
    name: 'Clan',
  })
  expect((await cleo.post('/api/circles', { name: ' ', kind: 'club' })).code).toBe('invalid_input')
  expect((await cleo.post('/api/circles', { name: 'x', kind: 'gang' })).code).toBe('invalid_input')
})

it('there is room for sixteen, also when they are made at once', async () => {
  const dan = await world.person('dan')
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      dan.post('/api/circles', { name: `Circle ${at}`, kind: 'friends' }),
    ),
  )
  expect(made.filter((one) => one.status === 201)).toHaveLength(9)
  expect(made.filter((one) => one.code === 'too_many_circles')).toHaveLength(3)
  expect(await circlesOf(dan)).toHaveLength(16)
})

it('a moved circle takes its place and the others close up', async () => {
  const eve = await world.person('eve')
  const before = await circlesOf(eve)
  const last = before.at(-1)
  await eve.patch(`/api/circles/${last?.id}`, { position: 0 })
  const after = await circlesOf(eve)
  expect(after.map((one) => one.kind)).toEqual([last, ...before.slice(0, -1)].map((one) => one?.kind))
  expect(after.map((one) => one.position)).toEqual([0, 1, 2, 3, 4, 5, 6])
})

it('a removed circle keeps its ties and tells the followers whom it held', async () => {
  const [fay, gil] = [await world.person('fay'), await world.person('gil')]
  const id = await tie(fay, gil)
  const [family] = await circlesOf(fay)
  await fay.patch(`/api/ties/${id}`, { circles: [family?.id] })
  expect((await fay.delete(`/api/circles/${family?.id}`)).status).toBe(204)
  expect(expectBody(TieView, await fay.get(`/api/ties/${id}`))).toMatchObject({
    circles: [],
    person: { ring: 'unsorted' },
  })
  const log = await world.database.sql<{ kind: string }[]>`
    select distinct kind from change_log where xid = (select max(xid) from change_log)`
  expect(log.map((row) => row.kind).sort()).toEqual(['circle', 'side'])
})
