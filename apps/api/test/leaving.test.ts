import { OpenedThread, ReadRecommendation, SessionId, ThreadPage, Threads } from '@kith/contract'
import { describe, expect, it } from 'vitest'
import { createWriter } from '../src/changes/change-writer.ts'
import { tidy } from '../src/jobs/housekeeping.ts'
import { createLeaving } from '../src/leaving/leaving-service.ts'
import { type Answer, expectBody, PASSWORD, signUpBody, type World } from './api-world.ts'
import { blankPicture } from './blank-picture.ts'
import { changesIn, Listener, listen } from './live-listener.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'
import { remember, thank } from './world-kept.ts'
import { token } from './world-words.ts'

let world: World
let cast: Cast

openSmallWorld(['me – ben – oda', 'me – eve', 'ben – eve'], (...made) => {
  ;[cast, world] = made
})

const handleOf = (key: string) => cast.client(key).me.handle
const idOf = (key: string) => cast.client(key).me.id
const tieOf = (one: string, other: string) => cast.facts.ties.get(pairOf(one, other)) ?? ''
const see = (by: string, post: string) => cast.client(by).get(`/api/recommendations/${post}`, cast.after())

function leave(by = 'me', wish: object = {}): Promise<Answer> {
  const typed = { handle: handleOf(by), password: PASSWORD, ...wish }
  return cast.client(by).send('POST', '/api/me/leave', typed, cast.after())
}

async function say(by: string, method: 'POST' | 'PUT', path: string, body: object): Promise<Answer> {
  return cast.done(await cast.client(by).send(method, path, body, cast.after()))
}

async function openThread(by: string, other: string): Promise<string> {
  return expectBody(OpenedThread, await say(by, 'POST', `/api/ties/${tieOf(by, other)}/thread`, {})).id
}

const write = (by: string, thread: string, text: string) =>
  say(by, 'POST', `/api/threads/${thread}/messages`, { text })

/** The room beside the app's own, so many milliseconds later, over a writer that may fail. */
function leavingAt(lateMs: number, fails: () => boolean = () => false) {
  const { db } = world.database
  const changes = createWriter({ db, announcer: { announce: () => undefined } })
  return createLeaving({
    db,
    changes: {
      write: async (work) => {
        if (fails()) throw new Error('killed')
        return changes.write(work)
      },
    },
    now: () => new Date(world.clock.at.getTime() + lateMs),
    newId: () => crypto.randomUUID(),
    confirmPassword: async () => undefined,
  })
}

async function finish() {
  await leavingAt(120_000).finish()
  await tidy({ database: world.database, now: () => world.clock.at })
}

/** Where in the database any of these texts stands, as `table.column`. */
async function whereIs(texts: readonly string[]): Promise<string[]> {
  const { sql } = world.database
  const columns = await sql<{ table: string; column: string; type: string }[]>`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.table_name not in ('place', 'written_word')`
  const found: string[] = []
  for (const { table, column, type } of columns) {
    const read = type === 'bytea' ? sql`encode(${sql(column)}, 'escape')` : sql`${sql(column)}::text`
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from ${sql(table)} x
      where exists (select from unnest(${[...texts]}::text[]) w where position(w in ${read}) > 0)`
    if (row && row.n > 0) found.push(`${table}.${column}`)
  }
  const words = await sql`select word from written_word where word = any(${[...texts]}::text[])`
  return words.length > 0 ? [...found, 'written_word.word'] : found
}

/** Everything that somebody can write, each with a word of its own; answers those words. */
async function writeEverything(): Promise<string[]> {
  const words = Array.from({ length: 17 }, token)
  const [note = '', line = '', message = '', comment = '', sentence = '', passed = ''] = words
  const [about = '', club = '', invited = '', sought = '', circle = '', third = '', wanted = ''] =
    words.slice(6)
  const mine = await cast.post('mine', 'me', { all: true, onward: 2 })
  await cast.photo('mine', await blankPicture())
  await cast.face('me', await blankPicture())
  await cast.post('noted', 'me', { notebook: true })
  const ask = await cast.ask('asked', 'me', { all: true })
  const bens = await cast.post('bens', 'ben', { all: true })
  const eves = await cast.post('eves', 'eve', { all: true })
  await remember(cast, 'me', 'bens')
  await thank(cast, 'bens', ['me', 'ben'])
  await say('me', 'POST', `/api/recommendations/${bens.id}/comments`, { text: comment })
  await say('me', 'PUT', `/api/recommendations/${eves.id}/outcome`, { outcome: 'letDown', sentence })
  await say('me', 'POST', `/api/recommendations/${bens.id}/pass`, { to: idOf('eve'), sentence: passed })
  const audience = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  await say('me', 'POST', '/api/me/askable', { kind: 'film', place: null, words: line, audience })
  await say('me', 'POST', '/api/circles', { name: circle, kind: 'friends' })
  await say('me', 'POST', '/api/clubs', { name: club, about })
  const nothing = { enclosures: [mine.id], circles: [], closeness: null, sittingTogether: false }
  await say('me', 'POST', '/api/invitations', { note: invited, ...nothing })
  await say('me', 'POST', '/api/me/to-invite', { names: [wanted] })
  await say('me', 'POST', '/api/introductions', { broker: idOf('ben'), kind: 'film', words: sought })
  const sides = [
    { person: idOf('ben'), line: note },
    { person: idOf('eve'), line: third },
  ]
  await say('me', 'POST', '/api/introductions/brought', { kind: 'film', sides })
  await write('me', await openThread('me', 'ben'), message)
  return [...words.slice(0, 13), ...mine.words, ...cast.postOf('noted').words, ...ask.words]
}

describe('somebody who goes for good', () => {
  it('P16: leaves no word, no name and no sign of his in any table', async () => {
    const words = await writeEverything()
    const { id, name, handle, email } = cast.client('me').me
    expect((await whereIs(words)).length).toBeGreaterThan(15)
    expect((await leave()).status).toBe(204)
    // At once what he said and who he was; what of it others have is empty rows.
    expect(await whereIs([...words.slice(0, 13), name, email])).toEqual([])
    await finish()
    expect(await whereIs(words)).toEqual([])
    expect(await whereIs([id, name, email])).toEqual([])
    // So that nobody takes it and poses as him.
    expect(await whereIs([handle])).toEqual(['left_handle.handle'])
    const [row] = await world.database.sql<
      { n: number }[]
    >`select count(*)::int as n from person where id = ${id}`
    expect(row?.n).toBe(0)
  })

  it('is signed out everywhere, and nobody takes his handle; his address is free', async () => {
    const { handle, email } = cast.client('me').me
    const gone = cast.client('me').cookie
    const answer = await leave()
    expect(String(answer.headers['set-cookie'])).toMatch(/;\s*(Expires|Max-Age=0)/i)
    for (const when of ['at once', 'later']) {
      if (when === 'later') await finish()
      expect((await world.anybody().get('/api/ties', { cookie: gone })).code).toBe('signed_out')
      const signIn = await world.anybody().post('/api/auth/sign-in', { email, password: PASSWORD })
      expect([when, signIn.code]).toEqual([when, 'credentials_wrong'])
      const other = signUpBody(handle, { email: `${token()}@kith.test` })
      expect((await world.anybody().post('/api/auth/sign-up', other)).code).toBe('handle_taken')
      expect((await cast.client('ben').patch('/api/me', { handle })).code).toBe('handle_taken')
    }
    expect((await world.anybody().post('/api/auth/sign-up', signUpBody(token(), { email }))).status).toBe(201)
  })

  it('is seen by nobody from that moment on: not by a tie, nor further on, nor by the bearer of a link', async () => {
    const post = await cast.post('mine', 'me', { all: true, onward: 2 })
    const { secret } = await cast.invite('me', ['mine'])
    for (const by of ['ben', 'oda', 'eve']) expect((await see(by, post.id)).status).toBe(200)
    cast.done(await leave())
    for (const by of ['ben', 'oda', 'eve']) {
      const [known, unknown] = [await see(by, post.id), await see(by, crypto.randomUUID())]
      expect([known.status, known.text]).toEqual([404, unknown.text])
      const page = await cast.client(by).get(`/api/people/${handleOf('me')}`, cast.after())
      expect(page.status).toBe(404)
      for (const list of [
        'ties',
        'feed',
        'threads',
        'blocks',
        'introductions',
        'notifications',
        'clubs',
        'for-me',
      ])
        expect((await cast.client(by).get(`/api/${list}`, cast.after())).text).not.toContain(idOf('me'))
    }
    expect((await world.anybody().get(`/api/invitations/by-link/${secret}`)).status).toBe(404)
  })

  it('takes nothing of others with him: what they seconded, wrote to him, and the club that passes on', async () => {
    const mine = await cast.post('mine', 'me', { all: true })
    await cast.post('second', 'ben', { all: true, about: mine })
    await cast.club('choir', 'me')
    for (const key of ['ben', 'eve']) await cast.joinClub(await cast.inviteToClub('choir', 'me', key))
    const thread = await openThread('me', 'ben')
    await write('me', thread, 'How are you?')
    await write('ben', thread, 'Well.')
    cast.done(await leave())
    for (const when of ['at once', 'later']) {
      if (when === 'later') await finish()
      const seconded = await see('eve', cast.postOf('second').id)
      expect(expectBody(ReadRecommendation, seconded).voice.post).toBe(cast.postOf('second').id)
      const page = expectBody(
        ThreadPage,
        await cast.client('ben').get(`/api/threads/${thread}`, cast.after()),
      )
      expect([when, page.thread.others, page.thread.writable]).toEqual([when, [], false])
      expect(page.messages.map(({ text }) => text)).toEqual(['Well.'])
      const more = await cast.client('ben').post(`/api/threads/${thread}/messages`, { text: 'Still there?' })
      expect(more.code).toBe('thread_closed')
      const club = await cast
        .client('eve')
        .get(`/api/clubs/${cast.facts.clubs.get('choir')?.id}`, cast.after())
      expect(club.body).toMatchObject({ count: 2, host: { id: idOf('ben') } })
    }
    const list = await cast.client('ben').read(Threads, '/api/threads')
    expect(list.threads).toHaveLength(1)
  })

  it('is gone from the open tabs of others', async () => {
    const host = await listen(world)
    const post = await cast.post('mine', 'me', { all: true, onward: 2 })
    await see('oda', post.id)
    const [ben, oda] = [
      await new Listener(host, cast.client('ben')).hello(),
      await new Listener(host, cast.client('oda')).hello(),
    ]
    cast.done(await leave())
    const [near, far] = [changesIn(await ben.settled()), changesIn(await oda.settled())]
    expect(near).toEqual(expect.arrayContaining([{ kind: 'ties' }, { kind: 'gone', id: post.id }]))
    expect(far).toEqual(expect.arrayContaining([{ kind: 'gone', id: post.id }]))
    ben.close()
    oda.close()
  })
})

describe('nobody goes by chance or by another hand', () => {
  it.each([
    ['another handle', { handle: 'somebody' }, 400, 'invalid_input'],
    ['another password', { password: 'not this one' }, 403, 'password_wrong'],
  ])('%s is refused, and nothing is gone', async (_what, wish, status, code) => {
    const answer = await leave('me', wish)
    expect([answer.status, answer.code]).toEqual([status, code])
    expect((await cast.client('me').get('/api/ties')).status).toBe(200)
  })

  it('the people of the demo village are shared, and the last operator stays', async () => {
    const { sql } = world.database
    await sql`update person set operator = true where id = ${idOf('eve')}`
    expect((await leave('eve')).code).toBe('last_operator')
    await sql`update person set operator = false where id = ${idOf('eve')}`
    await sql`delete from account where person_id = ${idOf('eve')}`
    expect((await leave('eve')).code).toBe('demo_person')
  })
})

describe('killed on the way', () => {
  const viewerOf = async () => {
    const [row] = await world.database.sql<{ no: number }[]>`select no from person where id = ${idOf('me')}`
    return { no: row?.no ?? 0, id: idOf('me'), session: SessionId.parse(crypto.randomUUID()) }
  }

  it('after any step he is gone all the same, and the rest follows by itself', async () => {
    const words = await writeEverything()
    const post = cast.postOf('mine').id
    const viewer = await viewerOf()
    let steps = 0
    const going = leavingAt(0, () => steps++ === 1).leave(viewer, {
      handle: handleOf('me'),
      password: PASSWORD,
    })
    await expect(going).rejects.toThrow('killed')
    for (const by of ['ben', 'oda']) expect((await see(by, post)).status).toBe(404)
    expect((await leave()).code).toBe('signed_out')
    for (let most = 1; ; most++) {
      let done = 0
      const finished = await leavingAt(120_000, () => done++ === most)
        .finish()
        .then(() => true)
        .catch(() => false)
      if (finished) break
    }
    await finish()
    expect(await whereIs(words)).toEqual([])
  })
})
