import { LIMITS, ToInviteList } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, expectBody, openWorld, type Person, type World } from './api-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

const add = (person: Person, names: readonly string[]) => person.post('/api/me/to-invite', { names })

function namesIn(answer: Answer): string[] {
  return expectBody(ToInviteList, answer).toInvite.map(({ name }) => name)
}

async function listOf(person: Person): Promise<ToInviteList['toInvite']> {
  return (await person.read(ToInviteList, '/api/me/to-invite')).toInvite
}

it('[P25] of an address book Kith takes names alone, and nobody else gets anything of them', async () => {
  const [ada, ben] = [await world.person('ada'), await world.person('ben')]
  expect(namesIn(await add(ada, [' Paula Moser ', 'Ben']))).toEqual(['Paula Moser', 'Ben'])
  const [paula] = await listOf(ada)
  expect(Object.keys(paula ?? {}).toSorted()).toEqual(['id', 'name'])
  // Neither the one of that name nor anybody else, and to its owner it says of nobody whether he is here.
  expect(await listOf(ben)).toEqual([])
  expect((await ben.get('/api/export')).text).not.toContain('Paula')
  const foreign = await ben.delete(`/api/me/to-invite/${paula?.id}`)
  const unknown = await ben.delete(`/api/me/to-invite/${crypto.randomUUID()}`)
  expect([foreign.status, foreign.text]).toEqual([404, unknown.text])
  expect((await world.anybody().get('/api/me/to-invite')).code).toBe('signed_out')
  // What else an address book holds has no place here.
  const wish = { names: ['Max'], numbers: ['+43 660 0000000'] }
  expect((await ada.post('/api/me/to-invite', wish)).code).toBe('invalid_input')
  expect(await listOf(ada)).toHaveLength(2)
})

it('sent again, or twice at once, every name is there once; removed it is gone', async () => {
  const cleo = await world.person('cleo')
  const names = ['Dora', 'Emil', 'Dora']
  const answers = await Promise.all([add(cleo, names), add(cleo, names), add(cleo, names)])
  for (const answer of answers) expect(namesIn(answer).toSorted()).toEqual(['Dora', 'Emil'])
  const [first] = await listOf(cleo)
  expect((await cleo.delete(`/api/me/to-invite/${first?.id}`)).status).toBe(204)
  expect((await cleo.delete(`/api/me/to-invite/${first?.id}`)).code).toBe('not_found')
  expect(await listOf(cleo)).toHaveLength(1)
  expect(namesIn(await add(cleo, names)).toSorted()).toEqual(['Dora', 'Emil'])
})

it('a list that is full takes what it holds already, and of anything else nothing at all', async () => {
  const dan = await world.person('dan')
  const many = Array.from({ length: LIMITS.toInvite - 1 }, (_, at) => `Person ${at}`)
  expect(namesIn(await add(dan, many))).toHaveLength(LIMITS.toInvite - 1)
  const refused = await add(dan, ['One', 'Another'])
  expect([refused.status, refused.code]).toEqual([409, 'too_many_to_invite'])
  expect(await listOf(dan)).toHaveLength(LIMITS.toInvite - 1)
  expect(namesIn(await add(dan, [...many.slice(0, 3), 'One']))).toHaveLength(LIMITS.toInvite)
  // Many at once find no more room together than one of them, however often they try.
  for (let round = 0; round < 6; round++) {
    const [last] = await listOf(dan)
    await dan.delete(`/api/me/to-invite/${last?.id}`)
    const tries = Array.from({ length: 8 }, (_, at) => add(dan, [`Round ${round}, ${at}`]))
    const taken = (await Promise.all(tries)).filter(({ status }) => status === 200)
    expect([round, taken.length]).toEqual([round, 1])
  }
})

it.each([
  ['no name', []],
  ['an empty one', ['Fine', ' ']],
  ['one that is too long', ['Fine', 'x'.repeat(LIMITS.name + 1)]],
  ['two lines', ['Fine', 'One\nTwo']],
  ['what turns a name around', ['\u202eenif']],
  ['too many at once', Array.from({ length: LIMITS.toInvite + 1 }, (_, at) => `Person ${at}`)],
])('%s is refused, and the rest with it', async (what, names) => {
  const person = await world.person(`wrong-${what.replaceAll(/[^a-z]/g, '')}`)
  expect((await add(person, names)).code).toBe('invalid_input')
  expect(await listOf(person)).toEqual([])
})
