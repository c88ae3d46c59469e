import { FeedPage, Likeness, Notifications, SubjectPage, subjectsOn } from '@kith/contract'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, expectBody, type World } from './api-world.ts'
import { changesIn, Listener, listen } from './live-listener.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import type { KnownPost } from './world-facts.ts'
import { NOBODY } from './world-probes.ts'
import type { Wish } from './world-words.ts'

let world: World
let cast: Cast
let mine: KnownPost

// I hear Ben. Cal hears me and not Ben, Dan hears Ben and not me, and Fay hears us both.
openSmallWorld(['cal – me – ben – dan', 'me – fay – ben'], (...made) => {
  ;[cast, world] = made
})

beforeEach(async () => {
  mine = await cast.post('mine', 'me', { all: true, onward: 0 })
})

const alike = (author: string, wish: Wish = {}) =>
  cast.post(`of ${author}`, author, { all: true, onward: 0, alike: mine, ...wish })

const send = (by: string, method: 'GET' | 'PUT' | 'DELETE', url: string, body?: unknown) =>
  cast.client(by).send(method, url, body, cast.after())

const ask = async (post: KnownPost = mine): Promise<Likeness> =>
  expectBody(Likeness, await send(post.author, 'GET', `/api/recommendations/${post.id}/likeness`))

const tryAnswer = (subject: string, same: boolean, post: KnownPost = mine, by = post.author) =>
  send(by, 'PUT', `/api/recommendations/${post.id}/likeness/${subject}`, { same })

const answer = async (subject: string, same: boolean, post: KnownPost = mine) =>
  cast.done(await tryAnswer(subject, same, post))

const tryTakeBack = (subject: string, post: KnownPost = mine) =>
  send(post.author, 'DELETE', `/api/recommendations/${post.id}/likeness/${subject}`)

/** The posts on a subject as somebody reads it; empty where it is not there for him. */
async function voicesOn(subject: string, by: string): Promise<string[]> {
  const page = await send(by, 'GET', `/api/subjects/${subject}`)
  if (page.status === 404) return []
  return expectBody(SubjectPage, page).voices.map(({ post }) => post)
}

async function cardsOf(by: string): Promise<string[][]> {
  const page = expectBody(FeedPage, await send(by, 'GET', '/api/feed'))
  return subjectsOn(page).map(({ voices }) => voices.map(({ post }) => post))
}

/** How many wait for a row that somebody else is changing. */
async function waiting(sql: World['database']['sql']): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  return row?.n ?? 0
}

function comparable({ status, text }: Answer): unknown {
  return [status, text.replace(/"requestId":"[^"]*"/, '')]
}

it('asks the author of one who hears the other, and a yes moves his own post, which can be taken back', async () => {
  const theirs = await alike('ben')
  const { asked, moved } = await ask()
  expect(moved).toBe(false)
  expect(asked).toMatchObject({ post: theirs.id, subject: { id: theirs.subject, title: mine.words[0] } })
  expect(asked?.person).toMatchObject({ shown: 'tie', id: cast.client('ben').me.id })
  await answer(theirs.subject, true)
  expect(await ask()).toEqual({ asked: null, moved: true })
  expect(await voicesOn(theirs.subject, 'me')).toEqual([mine.id, theirs.id])
  expect(await voicesOn(mine.subject, 'me')).toEqual([])
  // Said once more it changes nothing.
  await answer(theirs.subject, true)
  cast.done(await tryTakeBack(theirs.subject))
  expect(await voicesOn(mine.subject, 'me')).toEqual([mine.id])
  expect((await ask()).asked?.post).toBe(theirs.id)
  expect((await tryTakeBack(theirs.subject)).code).toBe('not_found')
})

it('[P28] a subject is joined by no more than the author’s own post, and shows nobody what he could not see before', async () => {
  const theirs = await alike('ben')
  const second = await cast.post('second', 'fay', { about: mine, all: true, onward: 0 })
  expect(await cardsOf('dan')).toEqual([[theirs.id]])
  await answer(theirs.subject, true)
  // Whoever hears both reads both together; what somebody else said stays where it was.
  expect((await voicesOn(theirs.subject, 'fay')).toSorted()).toEqual([mine.id, theirs.id].toSorted())
  expect(await voicesOn(mine.subject, 'fay')).toEqual([second.id])
  expect(await voicesOn(theirs.subject, 'cal')).toEqual([mine.id])
  expect(await cardsOf('cal')).toEqual([[mine.id]])
  expect(await voicesOn(theirs.subject, 'dan')).toEqual([theirs.id])
  expect(await cardsOf('dan')).toEqual([[theirs.id]])
  for (const key of ['cal', 'dan'])
    expect(comparable(await send(key, 'GET', `/api/subjects/${mine.subject}`))).toEqual(
      comparable(await send(key, 'GET', `/api/subjects/${NOBODY}`)),
    )
})

it('tells nobody that anything was asked, answered or moved', async () => {
  const theirs = await alike('ben')
  await answer(theirs.subject, true)
  for (const key of ['cal', 'dan', 'fay']) {
    const { notifications } = expectBody(Notifications, await send(key, 'GET', '/api/notifications'))
    expect(notifications).toEqual([])
  }
  for (const key of ['ben', 'cal', 'dan', 'fay']) {
    const likeness = await send(key, 'GET', `/api/recommendations/${mine.id}/likeness`)
    expect(likeness.code).toBe('not_found')
  }
})

it('remembers a no, and asks about the next one', async () => {
  const theirs = await alike('ben')
  const other = await alike('fay')
  const first = (await ask()).asked?.subject.id ?? ''
  await answer(first, false)
  const next = (await ask()).asked?.subject.id ?? ''
  expect([first, next].toSorted()).toEqual([theirs.subject, other.subject].toSorted())
  await answer(next, false)
  expect(await ask()).toEqual({ asked: null, moved: false })
  expect(await voicesOn(mine.subject, 'me')).toEqual([mine.id])
  cast.done(await tryTakeBack(first))
  expect((await ask()).asked?.subject.id).toBe(first)
  await answer(first, true)
  expect(await voicesOn(first, 'me')).toContain(mine.id)
})

it('does not ask to go back to where a yes took the post from', async () => {
  await cast.post('second', 'fay', { about: mine, alike: mine, all: true, onward: 0 })
  const theirs = await alike('ben')
  await answer(theirs.subject, true)
  expect(await ask()).toEqual({ asked: null, moved: true })
})

it('goes back no further than the last yes, and not to where the author has said something since', async () => {
  await cast.post('second', 'fay', { about: mine, all: true, onward: 0 })
  const [bens, fays] = [await alike('ben'), await cast.post('third', 'fay', { all: true, alike: mine })]
  await answer(bens.subject, true)
  await answer(fays.subject, true)
  expect((await tryTakeBack(bens.subject)).code).toBe('not_found')
  cast.done(await tryTakeBack(fays.subject))
  expect(await voicesOn(bens.subject, 'me')).toContain(mine.id)
  await cast.post('again', 'me', { about: mine, all: true })
  const refused = await tryTakeBack(bens.subject)
  expect([refused.status, refused.code]).toEqual([409, 'already_recommended'])
  expect((await ask()).moved).toBe(true)
})

it('a yes that is said eight times at once is one, and can be taken back', async () => {
  const theirs = await alike('ben')
  const said = await Promise.all(Array.from({ length: 8 }, () => tryAnswer(theirs.subject, true)))
  for (const one of said) cast.done(one)
  cast.done(await tryTakeBack(theirs.subject))
  expect(await voicesOn(mine.subject, 'me')).toEqual([mine.id])
  expect(await voicesOn(theirs.subject, 'me')).toEqual([theirs.id])
})

it('what its author changes in the moment in which it moves is changed', async () => {
  const theirs = await alike('ben')
  const { sql } = world.database
  const { changing } = await sql.begin(async (tx) => {
    await tx`
      update recommendation set subject = (select no from subject where id = ${theirs.subject})
      where post = (select no from post where id = ${mine.id})`
    const asked = cast.client('me').patch(`/api/recommendations/${mine.id}`, { stillTrue: true })
    await vi.waitUntil(async () => (await waiting(sql)) > 0, { timeout: 20_000 })
    return { changing: asked }
  })
  expect((await changing).status).toBe(200)
})

it('two who say yes to each other’s do not change places', async () => {
  const theirs = await alike('ben')
  await Promise.all([ask(), ask(theirs)])
  const answers = await Promise.all([tryAnswer(theirs.subject, true), tryAnswer(mine.subject, true, theirs)])
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
  const done = answers.find(({ status }) => status === 204)
  if (done) cast.done(done)
  const [one, other] = await Promise.all([voicesOn(mine.subject, 'fay'), voicesOn(theirs.subject, 'fay')])
  expect(new Set([one.length, other.length])).toEqual(new Set([0, 2]))
})

it('asks nothing where the author has said something about the other already', async () => {
  const theirs = await alike('ben')
  await cast.post('also mine', 'me', { about: theirs, all: true })
  expect((await ask()).asked).toBeNull()
  expect((await tryAnswer(theirs.subject, true)).code).toBe('not_found')
})

describe('what the author does not hear is not there', () => {
  const makeUnheard: Record<string, () => Promise<KnownPost>> = {
    'of a stranger': async () => {
      await cast.person('sam')
      return alike('sam')
    },
    'of a tie that ended': async () => {
      const theirs = await alike('ben')
      await cast.endTie('ben', 'me')
      return theirs
    },
    'of somebody who blocked him': async () => {
      const theirs = await alike('ben')
      await cast.block('ben', 'me')
      return theirs
    },
    'that leaves him out': () => alike('ben', { excepted: ['me'] }),
    'in a notebook': () => alike('ben', { notebook: true }),
    'that sells': () => alike('ben', { interest: 'paid' }),
    'that was deleted': async () => {
      const theirs = await alike('ben')
      await cast.remove('of ben')
      return theirs
    },
  }

  it.each(Object.keys(makeUnheard))('%s', async (what) => {
    const theirs = await makeUnheard[what]?.()
    expect(await ask()).toEqual({ asked: null, moved: false })
    for (const same of [true, false])
      expect(comparable(await tryAnswer(theirs?.subject ?? '', same))).toEqual(
        comparable(await tryAnswer(NOBODY, same)),
      )
    expect(await voicesOn(mine.subject, 'me')).toEqual([mine.id])
  })

  it('but what is addressed to him is', async () => {
    const theirs = await alike('ben', { all: false, singles: ['dan'] })
    expect((await ask()).asked).toBeNull()
    const address = { to: cast.client('me').me.id }
    cast.done(await cast.client('ben').post(`/api/recommendations/${theirs.id}/address`, address))
    expect((await ask()).asked?.post).toBe(theirs.id)
  })
})

it('answers nobody but the author', async () => {
  const theirs = await alike('ben')
  for (const by of ['ben', 'cal', 'fay'])
    expect((await tryAnswer(theirs.subject, true, mine, by)).code).toBe('not_found')
  const anybody = await world.anybody().get(`/api/recommendations/${mine.id}/likeness`)
  expect(anybody.code).toBe('signed_out')
})

it('is told live to whoever hears the post that moved, and to nobody else', async () => {
  const theirs = await alike('ben')
  const host = await listen(world)
  const ears = await Promise.all(
    ['me', 'ben', 'cal', 'dan', 'fay'].map((key) => new Listener(host, cast.client(key)).hello()),
  )
  for (const ear of ears) await ear.settled()
  await answer(theirs.subject, true)
  const moved = [{ kind: 'post', id: mine.id }]
  const told = await Promise.all(
    ears.map(async (ear) => changesIn(await ear.settled()).filter((change) => !ear.isMarker(change))),
  )
  expect(told).toEqual([moved, moved, moved, [], moved])
  for (const ear of ears) ear.close()
})
