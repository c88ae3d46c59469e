import { LIMITS, type NotificationLine, Notifications } from '@kith/contract'
import { describe, expect, it } from 'vitest'
import { type World } from './api-world.ts'
import { changesIn, Listener, listen } from './live-listener.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { type KnownPost, pairOf } from './world-facts.ts'
import type { Wish } from './world-words.ts'

let world: World
let cast: Cast

openSmallWorld(['me – ben – oda', 'sam'], (...made) => {
  ;[cast, world] = made
})

const send = (by: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown) =>
  cast.client(by).send(method, url, body, cast.after())

async function read(by: string, query = ''): Promise<Notifications> {
  return Notifications.parse((await send(by, 'GET', `/api/notifications${query}`)).body)
}

/** What somebody is told, each notification in a few words. */
async function toldTo(by: string): Promise<string[][]> {
  const { notifications } = await read(by)
  return notifications.map(({ lines }) => lines.map(inWords))
}

function inWords({ reason, person }: NotificationLine): string {
  const names = new Map([...cast.facts.people.values()].map(({ key, client }) => [client.me.handle, key]))
  if (person.shown === 'somebody') return `${reason} somebody`
  if (person.shown === 'via') return `${reason} via ${names.get(person.via.handle)}`
  return `${reason} ${names.get(person.handle)}`
}

/** Time passes between what people do. */
function later(): void {
  world.clock.at = new Date(world.clock.at.getTime() + 1_000)
}

function comment(by: string, key: string): Promise<void> {
  later()
  return cast.comment(by, key)
}

function say(key: string, by: string, wish: Wish): Promise<KnownPost> {
  later()
  return cast.post(key, by, wish)
}

async function countKept(of: string): Promise<number | undefined> {
  const [row] = await world.database.sql<{ n: number }[]>`
    select count(*)::int as n from notification n join person p on p.no = n.person
    where p.id = ${cast.client(of).me.id}`
  return row?.n
}

async function address(key: string, by: string, to: string): Promise<void> {
  const body = { to: cast.client(to).me.id }
  cast.done(await send(by, 'POST', `/api/recommendations/${cast.postOf(key).id}/address`, body))
}

describe('a sentence sent back', () => {
  const letDown = async (by: string, key: string, sentence: string | null) => {
    later()
    // Only a read waits for the engine, and through whom it came is the engine's to say.
    cast.done(await send(by, 'GET', '/api/me'))
    const path = `/api/recommendations/${cast.postOf(key).id}/outcome`
    cast.done(await send(by, 'PUT', path, { outcome: 'letDown', sentence }))
  }

  it('is told to the author once, by the name that he may know, as long as it stands', async () => {
    await say('mine', 'me', { all: true, onward: 1 })
    await letDown('ben', 'mine', 'Closed.')
    await letDown('ben', 'mine', 'Closed for good.')
    await letDown('oda', 'mine', 'They were rude.')
    expect(await toldTo('me')).toEqual([['sentence via ben', 'sentence ben']])
    expect(await countKept('me')).toBe(2)
    expect(await toldTo('ben')).toEqual([])
    await letDown('ben', 'mine', null)
    expect(await toldTo('me')).toEqual([['sentence via ben']])
    cast.done(await send('oda', 'DELETE', `/api/recommendations/${cast.postOf('mine').id}/outcome`))
    expect(await toldTo('me')).toEqual([])
  })

  it('is not told where a word without a sentence was said, nor across a block', async () => {
    await say('mine', 'me', { all: true, onward: 1 })
    await letDown('ben', 'mine', null)
    expect(await countKept('me')).toBe(0)
    await letDown('oda', 'mine', 'They were rude.')
    await cast.block('oda', 'me')
    expect(await toldTo('me')).toEqual([])
  })
})

describe('a comment', () => {
  it('concerns the author and whoever commented before, each as he may name the writer', async () => {
    await say('mine', 'me', { all: true, onward: 1 })
    await comment('oda', 'mine')
    await comment('ben', 'mine')
    // Her own post: a commenter is named to the author.
    expect(await toldTo('me')).toEqual([['comment ben', 'comment oda']])
    expect(await toldTo('oda')).toEqual([['reply ben']])
    expect(await toldTo('ben')).toEqual([])
    await comment('me', 'mine')
    // Ben is between them, and nobody is open.
    expect(await toldTo('oda')).toEqual([['reply somebody', 'reply ben']])
  })

  it('that was removed, or is below what may not be seen any more, is not told', async () => {
    await say('bens', 'ben', { all: true })
    await comment('me', 'bens')
    await comment('oda', 'bens')
    expect(await toldTo('me')).toEqual([['reply somebody']])
    await cast.endTie('ben', 'me')
    expect(await read('me')).toMatchObject({ notifications: [], unseen: 0 })
    expect(await toldTo('ben')).toEqual([['comment oda', 'comment me']])
    cast.done(await send('oda', 'DELETE', `/api/comments/${cast.facts.comments[1]?.id}`))
    expect(await toldTo('ben')).toEqual([['comment me']])
    await cast.remove('bens')
    expect(await toldTo('ben')).toEqual([])
  })

  it('of somebody whom a block keeps apart is not told, before the block or after it', async () => {
    await cast.tie('me', 'oda')
    await say('bens', 'ben', { all: true })
    await comment('me', 'bens')
    await comment('oda', 'bens')
    expect(await toldTo('me')).toEqual([['reply oda']])
    await cast.block('me', 'oda')
    expect(await toldTo('me')).toEqual([])
    await comment('oda', 'bens')
    expect(await toldTo('me')).toEqual([])
  })
})

it('what is addressed is told until it is taken back, and once', async () => {
  await say('chosen', 'ben', { singles: ['oda'] })
  await address('chosen', 'ben', 'me')
  await address('chosen', 'ben', 'me')
  expect(await toldTo('me')).toEqual([['addressed ben']])
  expect(await countKept('me')).toBe(1)
  const path = `/api/recommendations/${cast.postOf('chosen').id}/address/${cast.client('me').me.id}`
  cast.done(await send('ben', 'DELETE', path))
  expect(await toldTo('me')).toEqual([])
})

describe('a new voice on a subject that I recommend', () => {
  it('is told if I hear it, with all else about that subject, and not if I only keep it in the notebook', async () => {
    const mine = await say('mine', 'me', { all: true })
    await comment('ben', 'mine')
    await say('same', 'ben', { all: true, about: mine })
    expect(await toldTo('me')).toEqual([['voice ben', 'comment ben']])
    // Ben heard me before he spoke: mine is no news about his.
    expect(await toldTo('ben')).toEqual([])
    const noted = await say('bens', 'ben', { all: true })
    await say('noted', 'me', { notebook: true, about: noted })
    await say('odas', 'oda', { all: true, onward: 1, about: noted })
    expect(await toldTo('me')).toEqual([['voice ben', 'comment ben']])
    expect(await toldTo('ben')).toEqual([['voice oda']])
  })

  it('is not told of a voice that I do not hear: hidden, paused, or not for me', async () => {
    const mine = await say('mine', 'me', { all: true })
    await say('same', 'ben', { all: true, about: mine })
    const path = `/api/ties/${cast.facts.ties.get(pairOf('me', 'ben'))}`
    cast.done(await cast.client('me').patch(path, { paused: true }))
    expect(await toldTo('me')).toEqual([])
    cast.done(await cast.client('me').patch(path, { paused: false }))
    expect(await toldTo('me')).toEqual([['voice ben']])
    cast.done(
      await send('me', 'POST', `/api/recommendations/${cast.postOf('same').id}/hide`, { what: 'person' }),
    )
    expect(await toldTo('me')).toEqual([])
  })
})

it('the first offer of a tie is a question without a subject, until it is answered', async () => {
  await say('offer', 'ben', { all: true, interest: 'paid' })
  const { notifications } = await read('me')
  expect(notifications).toMatchObject([{ subject: null, unseen: true, lines: [{ post: null }] }])
  expect(await toldTo('me')).toEqual([['offer ben']])
  const path = `/api/ties/${cast.facts.ties.get(pairOf('me', 'ben'))}`
  cast.done(await cast.client('me').patch(path, { offers: 'no' }))
  expect(await toldTo('me')).toEqual([])
})

it('what was seen is not counted, and cannot be seen before it happens or unseen again', async () => {
  await say('mine', 'me', { all: true })
  await say('other', 'me', { all: true })
  await comment('ben', 'mine')
  const first = await read('me')
  expect([first.unseen, first.notifications.map(({ unseen }) => unseen)]).toEqual([1, [true]])
  const see = async (asOf: string) => cast.done(await send('me', 'POST', '/api/notifications/seen', { asOf }))
  await see('2100-01-01T00:00:00.000Z')
  await see(new Date(0).toISOString())
  expect(await read('me')).toMatchObject({ unseen: 0, notifications: [{ unseen: false }] })
  await comment('ben', 'other')
  const later = await read('me')
  expect([later.unseen, later.notifications.map(({ unseen }) => unseen)]).toEqual([1, [true, false]])
})

it('comes in pages, newest first, and its cursor serves nobody else', async () => {
  const keys = Array.from({ length: LIMITS.page + 2 }, (_, at) => `p${at}`)
  for (const key of keys) {
    await say(key, 'me', { all: true })
    await comment('ben', key)
  }
  const first = await read('me')
  const second = await read('me', `?cursor=${first.cursor}`)
  const titles = [...first.notifications, ...second.notifications].map(({ subject }) => subject?.title)
  expect(titles).toEqual(keys.toReversed().map((key) => cast.postOf(key).words[0]))
  expect([first.unseen, second.unseen, second.cursor]).toEqual([keys.length, keys.length, null])
  const foreign = await send('ben', 'GET', `/api/notifications?cursor=${first.cursor}`)
  expect(foreign.code).toBe('cursor_invalid')
})

it('only so many are kept for a person: the oldest fall out', async () => {
  await say('mine', 'me', { all: true })
  await comment('ben', 'mine')
  const { sql } = world.database
  await sql`
    insert into notification (person, reason, post, actor, made_at)
    select n.person, 'addressed', n.post, n.actor, n.made_at
    from notification n join person p on p.no = n.person, generate_series(1, ${LIMITS.notifications + 20})
    where p.id = ${cast.client('me').me.id}`
  await comment('ben', 'mine')
  expect(await countKept('me')).toBe(LIMITS.notifications)
  expect(await toldTo('me')).toEqual([['comment ben']])
})

it('[P10] is told live to those alone who may see it, by id of nothing', async () => {
  const host = await listen(world)
  const [mine, odas] = await Promise.all(
    ['me', 'oda'].map(async (key) => await new Listener(host, cast.client(key)).hello()),
  )
  if (!mine || !odas) throw new Error('expected two listeners')
  await say('bens', 'ben', { all: true })
  for (const by of ['me', 'oda']) await comment(by, 'bens')
  await cast.endTie('ben', 'oda')
  const toldOf = async (listener: Listener) =>
    changesIn(await listener.settled()).filter(
      (change) => JSON.stringify(change) === '{"kind":"notifications"}',
    )
  await toldOf(mine)
  await toldOf(odas)
  await comment('ben', 'bens')
  expect([await toldOf(mine), await toldOf(odas)]).toEqual([[{ kind: 'notifications' }], []])
  mine.close()
  odas.close()
})
