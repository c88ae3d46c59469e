import { type Audience, Comments, Me, PersonPage } from '@kith/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, openWorld, type Person, positionOf, tie, type World } from './api-world.ts'
import { recommendationOf } from './world-words.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: 'teal' } }).withExif({
    IFD0: { Software: 'secret-software' },
  })
}

async function giveFace(person: Person): Promise<string> {
  const sent = await person.sendPhoto('PUT', '/api/me/photo', await picture(900, 600).jpeg().toBuffer())
  return `/api/people/${person.me.handle}/photo?size=small&version=${expectBody(Me, sent).photo}`
}

async function statusFor(readers: readonly Person[], path: string): Promise<number[]> {
  return Promise.all(readers.map(async (reader) => (await reader.get(path)).status))
}

async function cast(...handles: string[]): Promise<Person[]> {
  const people: Person[] = []
  for (const handle of handles) people.push(await world.person(handle))
  return people
}

it('is cut square in two sizes without what the camera wrote, and can be replaced and removed', async () => {
  const ada = await world.person('ada')
  for (const [size, side] of [
    ['small', 224],
    ['large', 600],
  ] as const) {
    const path = (await giveFace(ada)).replace('small', size)
    const answer = await world.app.inject({ url: path, headers: { cookie: ada.cookie } })
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'private, no-store',
    ])
    const { width, height, exif } = await sharp(answer.rawPayload).metadata()
    expect([width, height, exif]).toEqual([side, side, undefined])
  }
  const [older, newer] = [await giveFace(ada), await giveFace(ada)]
  expect(await statusFor([ada, ada], older)).toEqual([404, 404])
  expect(await statusFor([ada], newer)).toEqual([200])
  expect((await ada.delete('/api/me/photo')).status).toBe(204)
  expect((await ada.delete('/api/me/photo')).status).toBe(404)
  expect(await ada.read(Me, '/api/me')).toMatchObject({ photo: null })
  expect(await statusFor([ada], newer)).toEqual([404])
})

it('[P12] is there for a tie, and no more once the tie is ended or there is a block', async () => {
  const [ben, cleo, dan, eve] = await cast('ben', 'cleo', 'dan', 'eve')
  if (!ben || !cleo || !dan || !eve) return expect.unreachable()
  const path = await giveFace(ben)
  const [id] = [await tie(ben, cleo), await tie(ben, dan)]
  const unknown = await eve.get(path.replace('/ben/', '/nobody/'))
  expect(await statusFor([ben, cleo, dan, eve], path)).toEqual([200, 200, 200, 404])
  expect((await eve.get(path)).text).toBe(unknown.text)
  expect((await world.anybody().get(path)).code).toBe('signed_out')
  expect(await cleo.read(PersonPage, '/api/people/ben')).toMatchObject({
    relation: 'tie',
    person: { photo: expect.any(String) },
  })
  expect(JSON.stringify((await eve.get('/api/people/ben')).body)).not.toContain('photo')
  await cleo.delete(`/api/ties/${id}`)
  await dan.post('/api/blocks', { person: ben.me.id })
  expect(await statusFor([cleo, dan], path)).toEqual([404, 404])
})

it('reaches along a chain of open people alone, and a request for a tie shows none', async () => {
  const [fay, gil, hal, ida] = await cast('fay', 'gil', 'hal', 'ida')
  if (!fay || !gil || !hal || !ida) return expect.unreachable()
  await tie(fay, gil)
  await tie(gil, hal)
  await tie(hal, ida)
  const path = await giveFace(ida)
  await fay.post('/api/ties/requests', { handle: 'ida' })
  expect(await statusFor([hal, gil, fay], path)).toEqual([200, 404, 404])
  await ida.patch('/api/me', { open: true })
  await hal.patch('/api/me', { open: true })
  expect(await statusFor([hal, gil, fay], path)).toEqual([200, 200, 404])
  await gil.patch('/api/me', { open: true })
  expect(await statusFor([hal, gil, fay], path)).toEqual([200, 200, 200])
  await hal.patch('/api/me', { open: false })
  expect(await statusFor([hal, gil, fay], path)).toEqual([200, 404, 404])
  await hal.patch('/api/me', { open: true })
  await ida.post('/api/blocks', { person: gil.me.id })
  expect(await statusFor([hal, gil, fay], path)).toEqual([200, 404, 404])
})

it('a comment below one’s own post names whoever wrote it, and shows no face', async () => {
  const [jan, kim, leo] = await cast('jan', 'kim', 'leo')
  if (!jan || !kim || !leo) return expect.unreachable()
  await tie(jan, kim)
  await tie(kim, leo)
  await giveFace(kim)
  const path = await giveFace(leo)
  const audience: Audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  const made = await jan.post('/api/recommendations', recommendationOf({}, audience))
  const post = String(Reflect.get(Object(Reflect.get(Object(made.body), 'voice')), 'post'))
  const after = { 'kith-after': positionOf(made) }
  const url = `/api/recommendations/${post}/comments`
  for (const by of [kim, leo]) expect((await by.post(url, { text: 'Where?' }, after)).status).toBe(201)
  const { comments } = await jan.read(Comments, url)
  expect(comments.map(({ person }) => ('photo' in person ? 'face' : person.shown))).toEqual(['face', 'named'])
  expect(await statusFor([jan], path)).toEqual([404])
})
