import { Askables, Circles, OwnAskable, OwnAskables } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, openWorld, type Person, tie, type World } from './api-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

const ALL = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }

function line(words: string, audience: object = {}) {
  return { kind: 'craftsman', place: 'Linz', words, audience: { ...ALL, ...audience } }
}

async function say(person: Person, words: string, audience: object = {}): Promise<OwnAskable> {
  return expectBody(OwnAskable, await person.post('/api/me/askable', line(words, audience)))
}

async function readBy(reader: Person, id: string): Promise<string[]> {
  const { askables } = await reader.read(Askables, `/api/ties/${id}/askable`)
  return askables.map(({ words }) => words)
}

it('a tie reads the lines that are for him, and at once no more when he is not meant any more', async () => {
  const [ada, ben, cleo] = [await world.person('ada'), await world.person('ben'), await world.person('cleo')]
  const [withBen, withCleo] = [await tie(ada, ben), await tie(ada, cleo)]
  const [family] = (await ada.read(Circles, '/api/circles')).circles
  await say(ada, 'Roofs')
  const some = await say(ada, 'Debts', { all: false, singles: [ben.me.id] })
  await say(ada, 'Mother', { all: false, circles: [family?.id] })
  await say(ada, 'Ben', { excepted: [ben.me.id] })
  expect(await readBy(ben, withBen)).toEqual(['Roofs', 'Debts'])
  expect(await readBy(cleo, withCleo)).toEqual(['Roofs', 'Ben'])
  await ada.patch(`/api/ties/${withCleo}`, { circles: [family?.id] })
  expect(await readBy(cleo, withCleo)).toEqual(['Roofs', 'Mother', 'Ben'])
  const changed = await ada.send(
    'PUT',
    `/api/me/askable/${some.id}`,
    line('Loans', { excepted: [ben.me.id] }),
  )
  expect(expectBody(OwnAskable, changed)).toMatchObject({ id: some.id, words: 'Loans' })
  expect(await readBy(ben, withBen)).toEqual(['Roofs'])
  expect((await ada.read(OwnAskables, '/api/me/askable')).askables).toMatchObject([
    { words: 'Roofs', kind: 'craftsman', place: 'Linz', audience: ALL },
    { words: 'Loans', audience: { ...ALL, excepted: [ben.me.id] } },
    { words: 'Mother', audience: { all: false, circles: [family?.id] } },
    { words: 'Ben' },
  ])
  expect(await readBy(ada, withBen)).toEqual([])
})

it('whoever is no tie any more, or is behind one, gets nothing', async () => {
  const [dan, eve, fay] = [await world.person('dan'), await world.person('eve'), await world.person('fay')]
  const [withEve, between] = [await tie(dan, eve), await tie(eve, fay)]
  await say(dan, 'Roofs')
  expect(await readBy(eve, withEve)).toEqual(['Roofs'])
  expect(await readBy(fay, between)).toEqual([])
  const unknown = await fay.get(`/api/ties/${crypto.randomUUID()}/askable`)
  expect((await fay.get(`/api/ties/${withEve}/askable`)).text).toBe(unknown.text)
  await eve.post('/api/blocks', { person: dan.me.id })
  expect((await eve.get(`/api/ties/${withEve}/askable`)).text).toBe(unknown.text)
  expect((await world.anybody().get(`/api/ties/${withEve}/askable`)).code).toBe('signed_out')
})

it('seven lines are the most, two at once included, and a removed one makes room', async () => {
  const gil = await world.person('gil')
  const first = await say(gil, 'One')
  for (const words of ['Two', 'Three', 'Four', 'Five', 'Six']) await say(gil, words)
  const sent = ['Seven', 'Eight'].map((words) => gil.post('/api/me/askable', line(words)))
  const codes = (await Promise.all(sent)).map(({ code }) => code ?? 'said').sort()
  expect(codes).toEqual(['said', 'too_many_askables'])
  expect((await gil.delete(`/api/me/askable/${first.id}`)).status).toBe(204)
  expect((await gil.delete(`/api/me/askable/${first.id}`)).code).toBe('not_found')
  expect((await gil.post('/api/me/askable', line('Nine'))).status).toBe(201)
})

it('what is wrong stays out, and the same key says a line once', async () => {
  const [hal, ida] = [await world.person('hal'), await world.person('ida')]
  const { id } = await say(hal, 'Mine')
  for (const [bad, code] of [
    [line('x'.repeat(121)), 'invalid_input'],
    [line('two\nlines'), 'invalid_input'],
    [{ ...line('x'), kind: 'gossip' }, 'invalid_input'],
    [{ ...line('x'), placeId: 2_000_000_000 }, 'invalid_input'],
    [{ ...line('x'), audience: { form: 'notebook' } }, 'invalid_input'],
    [line('x', { all: false }), 'audience_empty'],
    [line('x', { singles: [ida.me.id] }), 'audience_unknown'],
  ] as const) {
    expect((await hal.post('/api/me/askable', bad)).code).toBe(code)
  }
  expect((await ida.send('PUT', `/api/me/askable/${id}`, line('Yours'))).code).toBe('not_found')
  expect((await ida.delete(`/api/me/askable/${id}`)).code).toBe('not_found')
  const key = { 'idempotency-key': crypto.randomUUID() }
  const [one, again] = [
    await hal.post('/api/me/askable', line('Once'), key),
    await hal.post('/api/me/askable', line('Once'), key),
  ]
  expect(again.text).toBe(one.text)
  expect((await hal.read(OwnAskables, '/api/me/askable')).askables).toHaveLength(2)
})
