import { Me, PersonPage } from '@kith/contract'
import { PLAIN_WORDS, plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, openWorld, positionOf, signUpBody, tie, type World } from './api-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

it('I change what is mine, and everything that is wrong stays out', async () => {
  const ada = await world.person('ada')
  const answer = await ada.patch('/api/me', {
    name: ' Ada L ',
    open: true,
    carries: false,
    timeZone: 'Europe/Vienna',
  })
  expect(positionOf(answer)).not.toBe('')
  expect(expectBody(Me, answer)).toMatchObject({
    name: 'Ada L',
    open: true,
    carries: false,
    timeZone: 'Europe/Vienna',
  })
  for (const bad of [
    { email: 'x@kith.test' },
    { operator: true },
    { demo: true },
    { timeZone: 'Mars' },
    { timeZone: null },
    { open: 'yes' },
    { handle: '-ada' },
    { name: 'a\nb' },
    { name: '\u0000' },
    { language: 'xx' },
    [],
    null,
    'text',
  ]) {
    expect((await ada.patch('/api/me', bad)).code).toBe('invalid_input')
  }
  expect((await ada.patch('/api/me', {})).status).toBe(200)
  expect(await ada.read(Me, '/api/me')).toMatchObject({ name: 'Ada L', operator: false })
  await world.person('ben')
  expect((await ada.patch('/api/me', { handle: 'BEN' })).code).toBe('handle_taken')
  expect((await ada.patch('/api/me', { handle: 'ada-l' })).body).toMatchObject({ handle: 'ada-l' })
})

it('a person is shown as self, as a tie, or as a findable stranger with a name and nothing else', async () => {
  const [cleo, dan, eve] = [await world.person('cleo'), await world.person('dan'), await world.person('eve')]
  const id = await tie(cleo, dan)
  expect(await cleo.read(PersonPage, '/api/people/cleo')).toMatchObject({
    relation: 'self',
    person: { shown: 'self', handle: 'cleo', name: 'Cleo' },
  })
  expect(await cleo.read(PersonPage, '/api/people/DAN')).toMatchObject({
    relation: 'tie',
    tie: { id },
    person: { handle: 'dan' },
  })
  expect((await cleo.get('/api/people/eve')).body).toEqual({
    relation: 'stranger',
    person: { handle: 'eve', name: 'Eve' },
    voices: [],
  })
  expect(eve.me.findable).toBe(true)
})

it('[P5] who is not findable, was never there or was a tie once is the same nobody', async () => {
  const [fay, gil] = [await world.person('fay'), await world.person('gil')]
  const id = await tie(fay, gil)
  await fay.delete(`/api/ties/${id}`)
  await gil.patch('/api/me', { findable: false })
  const nobody = await fay.get('/api/people/nobody')
  const former = await fay.get('/api/people/gil')
  expect([former.status, former.text]).toEqual([404, nobody.text])
  const headers = (answer: typeof nobody) => ({ ...answer.headers, 'x-request-id': '', date: '' })
  expect(headers(former)).toEqual(headers(nobody))
  expect((await world.anybody().get('/api/people/fay')).code).toBe('signed_out')
})

it('a handle stays with whoever had it first: nobody takes it, and to others it leads nowhere', async () => {
  const [kim, leo] = [await world.person('kim'), await world.person('leo')]
  await tie(kim, leo)
  expect((await kim.patch('/api/me', { handle: 'kim-new' })).status).toBe(200)
  const nobody = await leo.get('/api/people/nobody')
  expect((await leo.get('/api/people/kim')).text).toBe(nobody.text)
  expect((await leo.post('/api/ties/requests', { handle: 'kim' })).text).toBe(nobody.text)
  expect(await leo.read(PersonPage, '/api/people/kim-new')).toMatchObject({ relation: 'tie' })
  expect((await leo.patch('/api/me', { handle: 'kim' })).code).toBe('handle_taken')
  const taken = await world.anybody().post('/api/auth/sign-up', signUpBody('kim', { email: 'k@kith.test' }))
  expect(taken.code).toBe('handle_taken')
  expect((await kim.patch('/api/me', { handle: 'kim' })).body).toMatchObject({ handle: 'kim' })
  expect((await leo.patch('/api/me', { handle: 'kim-new' })).code).toBe('handle_taken')
})

it('who waits for a handle that is just being left does not get it', async () => {
  const [mia, ned] = [await world.person('mia'), await world.person('ned')]
  const { sql } = world.database
  const answer = await sql.begin(async (tx) => {
    await tx`update person set handle = 'mia-new' where handle = 'mia'`
    const waiting = ned.patch('/api/me', { handle: 'mia' })
    await someoneWaits()
    return () => waiting
  })
  expect((await answer()).code).toBe('handle_taken')
  expect(mia.me.handle).toBe('mia')
})

async function someoneWaits(): Promise<void> {
  const { sql } = world.database
  for (;;) {
    const rows = await sql`select from pg_locks where not granted limit 1`
    if (rows.length > 0) return
  }
}

it('three new handles within a month are enough, and the one that I have is none', async () => {
  const eva = await world.person('eva')
  for (const handle of ['eva-b', 'eva', 'eva-c', 'eva-c']) {
    expect((await eva.patch('/api/me', { handle, name: 'Eva' })).status).toBe(200)
  }
  const refused = await eva.patch('/api/me', { handle: 'eva-d', name: 'Another' })
  expect([refused.status, refused.code]).toEqual([429, 'too_many_handles_this_month'])
  expect(await eva.read(Me, '/api/me')).toMatchObject({ handle: 'eva-c', name: 'Eva' })
  world.clock.at = new Date(world.clock.at.getTime() + 31 * 86_400_000)
  expect((await eva.patch('/api/me', { handle: 'eva-d' })).status).toBe(200)
})

function bookBy(title: string) {
  return {
    about: null,
    subject: plainFacts('book', title),
    verdict: 'recommend',
    interest: 'none',
    words: { ...PLAIN_WORDS, why: 'Read it twice.' },
    audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
    onward: 1,
    language: 'en',
  }
}

it('[P1] whoever is open is named along a chain of open people, and is a stranger again when he is discreet', async () => {
  const [hal, ida, jan] = [await world.person('hal'), await world.person('ida'), await world.person('jan')]
  await tie(hal, ida)
  await tie(ida, jan)
  await jan.patch('/api/me', { open: true, findable: false })
  await ida.patch('/api/me', { open: true })
  const made = await jan.post('/api/recommendations', bookBy('The Wall'))
  const after = { 'kith-after': positionOf(made) }
  const named = expectBody(PersonPage, await hal.get('/api/people/jan', after))
  expect(named).toMatchObject({ relation: 'named', person: { shown: 'named', handle: 'jan' } })
  expect(named.voices).toHaveLength(1)
  const discreet = await jan.patch('/api/me', { open: false })
  const nobody = await hal.get('/api/people/jan', { 'kith-after': positionOf(discreet) })
  expect(nobody.code).toBe('not_found')
})
