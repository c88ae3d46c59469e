import { randomUUID } from 'node:crypto'
import { Comment, Comments, LIMITS, ReadRecommendation } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, expectBody, openWorld, type Person, positionOf, tie, type World } from './api-world.ts'
import { recommendationOf } from './world-words.ts'

let world: World
let people: Record<'ada' | 'ben' | 'cleo' | 'dan' | 'eve', Person>
let post: string
let path: string
let after: Record<string, string> = {}

beforeAll(async () => {
  world = await openWorld()
  const [ada, ben, cleo, dan, eve] = await Promise.all(
    ['ada', 'ben', 'cleo', 'dan', 'eve'].map((handle) => world.person(handle)),
  )
  if (!ada || !ben || !cleo || !dan || !eve) throw new Error('expected five people')
  people = { ada, ben, cleo, dan, eve }
  // Ada – Ben – Cleo, and Ada – Dan: Cleo hears Ada through Ben. Eve hears nobody.
  await tie(ada, ben)
  await tie(ben, cleo)
  await tie(ada, dan)
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] } as const
  const sent = wrote(
    await ada.post(
      '/api/recommendations',
      recommendationOf({}, { ...audience, circles: [], singles: [], excepted: [] }),
    ),
  )
  post = expectBody(ReadRecommendation, sent).voice.post
  path = `/api/recommendations/${post}/comments`
})

afterAll(() => world.close())

function wrote(answer: Answer): Answer {
  after = { 'kith-after': positionOf(answer) }
  return answer
}

async function say(by: Person, text: string, headers: Record<string, string> = {}): Promise<Comment> {
  return expectBody(Comment, wrote(await by.post(path, { text }, { ...after, ...headers })))
}

async function read(by: Person, query = ''): Promise<Comments> {
  return expectBody(Comments, await by.get(`${path}${query}`, after))
}

/** Who is shown to have said it. */
async function facesFor(by: Person): Promise<Record<string, string>> {
  const { comments } = await read(by)
  return Object.fromEntries(
    comments.map(({ text, person }) => [
      text,
      'name' in person ? `${person.shown} ${person.name}` : person.shown,
    ]),
  )
}

it('whoever may see the post reads and writes them, oldest first; for everybody else there is nothing', async () => {
  const { ada, ben, cleo, dan, eve } = people
  for (const [by, text] of [
    [cleo, 'said one'],
    [ben, 'said two'],
    [dan, 'said three'],
    [ada, 'said four'],
  ] as const) {
    await say(by, text)
  }
  const { comments, count } = await read(dan)
  expect(comments.map(({ text }) => text)).toEqual(['said one', 'said two', 'said three', 'said four'])
  expect(comments.map(({ byAuthor }) => byAuthor)).toEqual([false, false, false, true])
  expect(count).toBe(4)
  for (const asked of [
    await eve.get(path),
    await eve.post(path, { text: 'me too' }),
    await ada.get(`/api/recommendations/${randomUUID()}/comments`),
  ]) {
    expect([asked.status, asked.code]).toEqual([404, 'not_found'])
  }
  expect((await world.anybody().get(path)).status).toBe(401)
})

it('a writer is named to the author, to his own ties, and beyond them only where he and the one between are open', async () => {
  const { ada, ben, cleo, dan } = people
  expect(await facesFor(ada)).toEqual({
    'said one': 'named Cleo',
    'said two': 'tie Ben',
    'said three': 'tie Dan',
    'said four': 'self Ada',
  })
  expect(await facesFor(dan)).toEqual({
    'said one': 'somebody',
    'said two': 'somebody',
    'said three': 'self Dan',
    'said four': 'tie Ada',
  })
  expect(await facesFor(cleo)).toEqual({
    'said one': 'self Cleo',
    'said two': 'tie Ben',
    'said three': 'somebody',
    'said four': 'somebody',
  })
  await ada.patch('/api/me', { open: true })
  expect((await facesFor(dan))['said two']).toBe('somebody')
  wrote(await ben.patch('/api/me', { open: true }))
  expect((await facesFor(dan))['said two']).toBe('named Ben')
  wrote(await ada.patch('/api/me', { open: false }))
  expect((await facesFor(dan))['said two']).toBe('somebody')
  // Cleo is two people away from Dan, and discreet.
  expect((await facesFor(dan))['said one']).toBe('somebody')
  const bytes = (await dan.get(path, after)).text
  expect(bytes).not.toContain(cleo.me.id)
  expect(bytes).not.toContain(cleo.me.handle)
  wrote(await ben.patch('/api/me', { open: false }))
})

it('[P19] two who blocked each other do not see each other’s, nor count them', async () => {
  const { cleo, dan } = people
  const before = await read(dan)
  wrote(await cleo.post('/api/blocks', { person: dan.me.id }))
  expect(Object.keys(await facesFor(dan))).toEqual(['said two', 'said three', 'said four'])
  expect(Object.keys(await facesFor(cleo))).toEqual(['said one', 'said two', 'said four'])
  expect((await read(dan)).count).toBe(before.count - 1)
  await world.database.sql`delete from block`
})

it('its writer or the post’s author removes it, nobody else', async () => {
  const { ada, ben, dan } = people
  const [mine, other] = [await say(dan, 'mine'), await say(dan, 'other')]
  expect((await read(ben)).comments.find(({ id }) => id === mine.id)?.removable).toBe(false)
  const refused = await ben.delete(`/api/comments/${mine.id}`)
  const unknown = await ben.delete(`/api/comments/${randomUUID()}`)
  expect([refused.status, refused.text]).toEqual([404, unknown.text])
  expect((await dan.delete(`/api/comments/${mine.id}`)).status).toBe(204)
  expect((await ada.delete(`/api/comments/${other.id}`)).status).toBe(204)
  expect((await dan.delete(`/api/comments/${mine.id}`)).status).toBe(404)
  expect((await read(ben)).count).toBe(4)
})

it('[P13] it stays when its writer loses access, who can still remove it', async () => {
  const { ada, cleo } = people
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  const { id } = await say(cleo, 'before it was narrowed')
  wrote(await ada.patch(`/api/recommendations/${post}`, { onward: 0 }))
  expect((await cleo.get(path, after)).status).toBe(404)
  expect((await read(ada)).comments.map((one) => one.id)).toContain(id)
  expect((await cleo.delete(`/api/comments/${id}`)).status).toBe(204)
  wrote(await ada.patch(`/api/recommendations/${post}`, { onward: 1, audience }))
})

it('the same key says it once, and another text under it is refused', async () => {
  const { dan } = people
  const key = { 'idempotency-key': randomUUID() }
  const [one, again] = [await say(dan, 'once', key), await say(dan, 'once', key)]
  expect(again).toEqual(one)
  expect((await dan.post(path, { text: 'twice' }, { ...after, ...key })).code).toBe('idempotency_conflict')
  await dan.delete(`/api/comments/${one.id}`)
})

it('comes in pages, with a cursor that is good for this reader and this post alone', async () => {
  const { ada, dan } = people
  for (let n = 0; n < LIMITS.page; n++) await say(dan, `more ${n}`)
  const first = await read(ada)
  expect([first.comments.length, first.count]).toEqual([LIMITS.page, LIMITS.page + 4])
  const second = await read(ada, `?cursor=${first.cursor}`)
  expect(second.comments.map(({ text }) => text).at(-1)).toBe(`more ${LIMITS.page - 1}`)
  expect([second.comments.length, second.count, second.cursor]).toEqual([4, LIMITS.page + 4, null])
  expect((await dan.get(`${path}?cursor=${first.cursor}`, after)).code).toBe('cursor_invalid')
})

it('has a length', async () => {
  const { dan } = people
  for (const text of ['', '  ', 'a'.repeat(LIMITS.comment + 1), 'turned \u202e round', 7]) {
    expect((await dan.post(path, { text }, after)).code).toBe('invalid_input')
  }
})

it('what was written today counts, also what is gone', async () => {
  const { ben } = people
  const { sql } = world.database
  const nextDay = () => {
    world.clock.at = new Date(world.clock.at.getTime() + 86_400_001)
  }
  nextDay()
  await sql`
    insert into comment_written (writer, made_at)
    select w.no, ${world.clock.at} from person w, generate_series(2, ${LIMITS.commentsPerDay}) where w.id = ${ben.me.id}`
  const last = await say(ben, 'the last of today')
  wrote(await ben.delete(`/api/comments/${last.id}`))
  const refused = await ben.post(path, { text: 'one more' }, after)
  expect([refused.status, refused.code]).toEqual([429, 'too_many_comments_today'])
  nextDay()
  await say(ben, 'room again')
})

it('goes with the recommendation', async () => {
  const { ada } = people
  await ada.delete(`/api/recommendations/${post}`)
  const { sql } = world.database
  expect(await sql`select 1 from comment`).toEqual([])
})
