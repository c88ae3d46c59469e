import {
  LIVE_CLOSE,
  type LiveChange,
  LiveMessage,
  type LiveRequest,
  Ties,
  type TieView,
} from '@kith/contract'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openWorld, type Person, tie, type World } from './api-world.ts'
import { recommend } from './plain-words.ts'

let world: World
let port: number
const open: Tab[] = []

beforeAll(async () => {
  world = await openWorld()
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  const address = world.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})

afterEach(() => {
  for (const tab of open.splice(0)) tab.close()
})

afterAll(() => world.close())

/** One tab of somebody: everything it is told, in order. */
class Tab {
  readonly messages: LiveMessage[] = []
  readonly closed: Promise<{ code: number; reason: string }>
  readonly #socket: WebSocket
  #look: () => void = () => undefined

  constructor(person: Person, headers: Record<string, string> = {}) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, {
      headers: { cookie: person.cookie, ...headers },
    })
    this.#socket.on('message', (data: Buffer) => {
      this.messages.push(LiveMessage.parse(JSON.parse(data.toString())))
      this.#look()
    })
    const { promise, resolve } = Promise.withResolvers<{ code: number; reason: string }>()
    this.closed = promise
    this.#socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    this.#socket.on('unexpected-response', (request, response) => {
      resolve({ code: response.statusCode ?? 0, reason: '' })
      request.destroy()
    })
    this.#socket.on('error', () => undefined)
    open.push(this)
  }

  async hello(after: string | null = null): Promise<this> {
    await new Promise((resolve) => this.#socket.once('open', resolve))
    this.say({ type: 'hello', after })
    await this.until(() => this.messages.some(({ type }) => type === 'ready'))
    return this
  }

  say(request: LiveRequest | { type: string }): void {
    this.#socket.send(JSON.stringify(request))
  }

  changes(): LiveChange[] {
    return this.messages.flatMap((message) => (message.type === 'changes' ? message.changes : []))
  }

  position(): string | null {
    const last = this.messages.findLast((message) => 'position' in message)
    return last && 'position' in last ? last.position : null
  }

  async told(change: LiveChange): Promise<void> {
    await this.until(() => this.changes().some((one) => JSON.stringify(one) === JSON.stringify(change)))
  }

  until(isTrue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (isTrue()) resolve()
      }
      this.#look()
    })
  }

  close(): void {
    this.#socket.close()
  }
}

async function tieWith(person: Person, other: Person): Promise<TieView> {
  const { ties } = await person.read(Ties, '/api/ties')
  const found = ties.find((one) => one.person.id === other.me.id)
  if (!found) throw new Error('expected a tie')
  return found
}

/**
 * Two messages to oneself: whatever was to come before them has come. The first may be taken for the one that the sign-up
 * sends late.
 */
async function settled(person: Person, tab: Tab): Promise<void> {
  for (const name of ['Once', 'Twice']) {
    const before = tab.changes().length
    await person.patch('/api/me', { name })
    await tab.until(() =>
      tab
        .changes()
        .slice(before)
        .some(({ kind }) => kind === 'me'),
    )
  }
}

it('[P9] a recommendation is told to whoever hears it, by way of a carrier too, and to nobody else', async () => {
  const [ada, ben, cleo, dan] = await Promise.all(
    ['ada', 'ben', 'cleo', 'dan'].map((name) => world.person(name)),
  )
  if (!ada || !ben || !cleo || !dan) throw new Error('expected four people')
  await tie(ada, ben)
  await tie(ben, cleo)
  const tabs = await Promise.all([ben, cleo, dan].map((person) => new Tab(person).hello()))
  const [bens, cleos, dans] = tabs
  if (!bens || !cleos || !dans) throw new Error('expected three tabs')
  const post = await recommend(ada, 'The long way')
  await bens.told({ kind: 'post', id: post })
  await cleos.told({ kind: 'post', id: post })
  await settled(dan, dans)
  expect(dans.changes().filter((one) => 'id' in one)).toEqual([])

  await ada.patch(`/api/recommendations/${post}`, { onward: 0 })
  await cleos.told({ kind: 'gone', id: post })
  await ada.delete(`/api/recommendations/${post}`)
  await bens.told({ kind: 'gone', id: post })
  await settled(cleo, cleos)
  expect(cleos.changes().filter((one) => 'id' in one)).toEqual([
    { kind: 'post', id: post },
    { kind: 'gone', id: post },
  ])
})

it('a tie that ends is told to the two, a change of closeness to its owner alone', async () => {
  const [eva, fritz, gerd] = [
    await world.person('eva'),
    await world.person('fritz'),
    await world.person('gerd'),
  ]
  await tie(eva, fritz)
  await tie(fritz, gerd)
  const [evas, fritzs, gerds] = [
    await new Tab(eva).hello(),
    await new Tab(fritz).hello(),
    await new Tab(gerd).hello(),
  ]
  const { id } = await tieWith(eva, fritz)
  // What made them ties may come after the greeting.
  for (const [person, tab] of [
    [eva, evas],
    [fritz, fritzs],
    [gerd, gerds],
  ] as const) {
    await settled(person, tab)
    tab.messages.length = 0
  }
  await eva.patch(`/api/ties/${id}`, { closeness: 5, circles: [] })
  await evas.told({ kind: 'ties' })
  await settled(fritz, fritzs)
  expect(fritzs.changes().filter(({ kind }) => kind !== 'me')).toEqual([])

  await eva.delete(`/api/ties/${id}`)
  await fritzs.told({ kind: 'ties' })
  await fritzs.told({ kind: 'feed' })
  await settled(gerd, gerds)
  expect(gerds.changes().filter(({ kind }) => kind !== 'me')).toEqual([])
})

it('who comes back with his last position is told what he missed', async () => {
  const [hans, ida] = [await world.person('hans'), await world.person('ida')]
  await tie(hans, ida)
  const first = await new Tab(ida).hello()
  const kept = await recommend(hans, 'Kept')
  await first.told({ kind: 'post', id: kept })
  const after = first.position()
  first.close()
  await first.closed
  const missed = await recommend(hans, 'Missed')
  await ida.patch('/api/me', { name: 'Ida Two' })
  const second = await new Tab(ida).hello(after)
  await second.told({ kind: 'post', id: missed })
  await second.told({ kind: 'me' })
  await second.told({ kind: 'feed' })

  const third = await new Tab(ida).hello('forged')
  await third.until(() => third.messages.length > 1)
  expect(third.messages.map(({ type }) => type)).toEqual(['ready', 'refetch'])
})

it('a session that ends takes its tabs with it, and only its own', async () => {
  const jana = await world.person('jana')
  const first = await new Tab(jana).hello()
  const again = world.anybody()
  await again.post('/api/auth/sign-in', { email: 'jana@kith.test', password: 'correct horse battery' })
  const second = await new Tab(Object.assign(again, { me: jana.me })).hello()
  await jana.post('/api/auth/sign-out')
  expect(await first.closed).toEqual({ code: LIVE_CLOSE.signed_out, reason: 'signed_out' })
  await again.patch('/api/me', { name: 'Jana Two' })
  await second.told({ kind: 'me' })
})

it('refuses who is signed out, who comes from another site, and what it does not understand', async () => {
  const karl = await world.person('karl')
  const stranger = new Tab(Object.assign(world.anybody(), { me: karl.me }))
  expect((await stranger.closed).code).toBe(401)
  const foreign = new Tab(karl, { origin: 'https://elsewhere.example' })
  expect((await foreign.closed).code).toBe(403)
  const strange = await new Tab(karl).hello()
  strange.say({ type: 'subscribe' })
  expect(await strange.closed).toEqual({ code: LIVE_CLOSE.message_unknown, reason: 'message_unknown' })
})
