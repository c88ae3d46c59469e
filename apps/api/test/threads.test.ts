import { LIMITS, Message, Notifications, OpenedThread, ThreadPage, Threads } from '@kith/contract'
import { describe, expect, it } from 'vitest'
import { type Answer, expectBody, type World } from './api-world.ts'
import { blankPicture } from './blank-picture.ts'
import { changesIn, Listener, listen } from './live-listener.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

let world: World
let cast: Cast

openSmallWorld(['ben – me – eve'], (...made) => {
  ;[cast, world] = made
})

async function open(by = 'me', other = 'ben'): Promise<string> {
  const tie = cast.facts.ties.get(pairOf(by, other)) ?? ''
  const opened = await cast.client(by).post(`/api/ties/${tie}/thread`)
  return expectBody(OpenedThread, cast.done(opened)).id
}

function send(by: string, thread: string, text: string, headers: Record<string, string> = {}) {
  return cast.client(by).post(`/api/threads/${thread}/messages`, { text }, headers)
}

async function write(by: string, thread: string, text: string): Promise<Message> {
  return expectBody(Message, cast.done(await send(by, thread, text)))
}

function readPage(by: string, thread: string, cursor = ''): Promise<ThreadPage> {
  return cast.client(by).read(ThreadPage, `/api/threads/${thread}${cursor && `?cursor=${cursor}`}`)
}

const wordsOf = async (by: string, thread: string) =>
  (await readPage(by, thread)).messages.map(({ text }) => text)

async function listOf(by: string) {
  const { threads } = await cast.client(by).read(Threads, '/api/threads')
  return threads.map(({ others, unread, last }) => [others.map(nameOf), unread, last?.text])
}

const nameOf = (person: Message['person']) => ('name' in person ? person.name : person.shown)
const name = (key: string) => cast.client(key).me.name

async function toldOf(by: string) {
  const { notifications } = await cast.client(by).read(Notifications, '/api/notifications')
  return notifications.flatMap(({ lines }) => lines.map(({ reason, person }) => [reason, nameOf(person)]))
}

function outcome({ status, code, text }: Answer) {
  return { status, code, text }
}

describe('a thread of two', () => {
  it('is one, whoever opens it, and stands in a list once something was written', async () => {
    const id = await open()
    expect(await open('ben', 'me')).toBe(id)
    expect(await listOf('ben')).toEqual([])
    await write('me', id, 'Do you have a minute?')
    expect(await listOf('ben')).toEqual([[[name('me')], true, 'Do you have a minute?']])
    expect(await listOf('me')).toEqual([[[name('ben')], false, 'Do you have a minute?']])
  })

  it('shows who wrote what, the newest first, and nothing to anybody else', async () => {
    const id = await open()
    await write('me', id, 'One')
    await write('ben', id, 'Two')
    const { messages, thread } = await readPage('me', id)
    expect(messages.map(({ text, person }) => [text, person.shown])).toEqual([
      ['Two', 'tie'],
      ['One', 'self'],
    ])
    expect(thread).toMatchObject({ writable: true, unread: true })
    expect((await cast.client('eve').get(`/api/threads/${id}`)).code).toBe('not_found')
    expect((await send('eve', id, 'Me too')).code).toBe('not_found')
  })

  it('comes thirty messages at a time, the earlier ones on demand', async () => {
    const id = await open()
    const said = Array.from({ length: LIMITS.messagesPerPage + 2 }, (_, at) => `No ${at}`)
    for (const text of said) await write('me', id, text)
    const first = await readPage('ben', id)
    const rest = await readPage('ben', id, first.cursor ?? '')
    expect(rest.cursor).toBe(null)
    expect([...first.messages, ...rest.messages].map(({ text }) => text)).toEqual(said.toReversed())
    const foreign = await cast.client('me').get(`/api/threads/${id}?cursor=${first.cursor}`)
    expect(foreign.code).toBe('cursor_invalid')
  })

  it('takes the same message with the same key once', async () => {
    const id = await open()
    const key = { 'idempotency-key': crypto.randomUUID() }
    const [one, other] = [await send('me', id, 'Once', key), await send('me', id, 'Once', key)]
    expect(other.text).toBe(one.text)
    expect(await wordsOf('ben', id)).toEqual(['Once'])
  })

  it('can be left: gone for whoever left, whole for the other, and opened anew for both by the next word', async () => {
    const id = await open()
    await write('me', id, 'Before')
    cast.done(await cast.client('me').delete(`/api/threads/${id}`))
    expect([await listOf('me'), await wordsOf('me', id)]).toEqual([[], []])
    expect(await wordsOf('ben', id)).toEqual(['Before'])
    await write('ben', id, 'After')
    expect(await wordsOf('me', id)).toEqual(['After'])
    expect(await wordsOf('ben', id)).toEqual(['After', 'Before'])
  })

  it('loses a message for both when its writer removes it, and only then', async () => {
    const id = await open()
    const { id: message } = await write('me', id, 'A slip')
    expect((await cast.client('ben').delete(`/api/messages/${message}`)).code).toBe('not_found')
    cast.done(await cast.client('me').delete(`/api/messages/${message}`))
    expect(await wordsOf('ben', id)).toEqual([])
    expect(await listOf('ben')).toEqual([])
  })
})

describe('what one has read', () => {
  it('is known to oneself alone, and is told no more', async () => {
    const id = await open()
    const first = await write('me', id, 'One')
    const before = (await cast.client('me').get(`/api/threads/${id}`)).text
    expect(await toldOf('ben')).toEqual([['wrote', name('me')]])
    cast.done(await cast.client('ben').post(`/api/threads/${id}/read`, { message: first.id }))
    expect(await toldOf('ben')).toEqual([])
    expect(await listOf('ben')).toEqual([[[name('me')], false, 'One']])
    expect((await cast.client('me').get(`/api/threads/${id}`)).text).toBe(before)
    await write('me', id, 'Two')
    expect(await listOf('ben')).toEqual([[[name('me')], true, 'Two']])
  })

  it('puts unread threads first, then the newest', async () => {
    const [toBen, toEve] = [await open(), await open('me', 'eve')]
    await write('ben', toBen, 'From Ben')
    await write('me', toEve, 'To Eve')
    expect((await listOf('me')).map(([who]) => who)).toEqual([[name('ben')], [name('eve')]])
    const list = await cast.client('me').get('/api/notifications')
    expect(list.text).not.toContain('From Ben')
  })
})

it('is told live to its members alone, by kind; what one reads or leaves to oneself', async () => {
  const host = await listen(world)
  const [me, ben, eve] = await Promise.all(
    ['me', 'ben', 'eve'].map((key) => new Listener(host, cast.client(key)).hello()),
  )
  const heard = () => {
    world.clock.at = new Date(world.clock.at.getTime() + 1_000)
    return Promise.all(
      [me, ben, eve].map(async (tab) => {
        const changes = changesIn((await tab?.settled()) ?? []).filter((one) => !tab?.isMarker(one))
        return JSON.stringify(changes)
      }),
    )
  }
  const news = JSON.stringify([{ kind: 'threads' }, { kind: 'notifications' }])
  await heard()
  const id = await open()
  expect(await heard()).toEqual(['[]', '[]', '[]'])
  const { id: message } = await write('me', id, 'Hello')
  expect(await heard()).toEqual([news, news, '[]'])
  cast.done(await cast.client('ben').post(`/api/threads/${id}/read`, { message }))
  cast.done(await cast.client('ben').delete(`/api/threads/${id}`))
  const [told, own] = await heard()
  expect(told).toBe('[]')
  expect(own).toContain('threads')
  for (const tab of [me, ben, eve]) tab?.close()
})

describe('after the end', () => {
  it('what was written stays with both, and a block looks like an ended tie, byte for byte', async () => {
    const [toBen, toEve] = [await open(), await open('me', 'eve')]
    for (const [key, id] of [
      ['ben', toBen],
      ['eve', toEve],
    ] as const)
      await write(key, id, 'Bye')
    await cast.endTie('ben', 'me')
    await cast.block('eve', 'me')
    expect([await wordsOf('me', toBen), await wordsOf('ben', toBen)]).toEqual([['Bye'], ['Bye']])
    expect([await wordsOf('me', toEve), await wordsOf('eve', toEve)]).toEqual([['Bye'], ['Bye']])
    const ended = await send('me', toBen, 'Wait')
    expect(outcome(ended)).toMatchObject({ status: 409, code: 'thread_closed' })
    for (const [by, id] of [
      ['me', toEve],
      ['eve', toEve],
      ['ben', toBen],
    ] as const)
      expect(outcome(await send(by, id, 'Wait'))).toEqual(outcome(ended))
    const shapes = [toBen, toEve].map(async (id) => {
      const { thread } = await readPage('me', id)
      return { ...thread, id: '', last: null, others: thread.others.map(({ shown }) => shown) }
    })
    const [ofEnded, ofBlocked] = await Promise.all(shapes)
    expect(ofBlocked).toEqual(ofEnded)
    expect(ofEnded).toMatchObject({ writable: false, others: ['named'] })
  })

  it('a renewed tie goes on in the same thread', async () => {
    const id = await open()
    await write('me', id, 'Then')
    await cast.endTie('me', 'ben')
    await cast.tie('me', 'ben')
    expect(await open()).toBe(id)
    await write('ben', id, 'Now')
    expect(await wordsOf('me', id)).toEqual(['Now', 'Then'])
  })
})

describe('a photo', () => {
  const sendPhoto = async (by: string, thread: string, words = '') =>
    cast.client(by).sendPhoto('POST', `/api/threads/${thread}/photos`, await blankPicture(), words)

  it('is a message, with words or without, read by the two alone', async () => {
    const id = await open()
    const said = expectBody(Message, cast.done(await sendPhoto('me', id, 'The door')))
    expect(said).toMatchObject({ text: 'The door', photo: { width: 40, height: 30 } })
    expect(expectBody(Message, cast.done(await sendPhoto('me', id))).text).toBe(null)
    const url = `/api/messages/${said.id}/photo?size=small`
    const answers = await Promise.all(
      ['me', 'ben', 'eve'].map(async (key) => (await cast.client(key).get(url)).status),
    )
    expect(answers).toEqual([200, 200, 404])
    cast.done(await cast.client('ben').delete(`/api/threads/${id}`))
    expect((await cast.client('ben').get(url)).status).toBe(404)
  })

  it('is not taken into a thread of others or one that is closed, whatever it is', async () => {
    const id = await open()
    expect((await sendPhoto('eve', id)).code).toBe('not_found')
    await cast.endTie('me', 'ben')
    expect((await sendPhoto('me', id)).code).toBe('thread_closed')
  })
})
