import { LiveMessage, type PostId } from '@kith/contract'
import { fastify } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createSeal } from '../src/changes/sealed-value.ts'
import { session } from '../src/database/tables/person-tables.ts'
import { LiveHub } from '../src/live/live-hub.ts'
import { LiveSocket, type Wire } from '../src/live/live-socket.ts'
import { openWorld, type World } from './graph-world.ts'
import type { Somebody } from './world-writes.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

const { log } = fastify()

/** A hub over the frozen engine with one tab of one person, who is signed in. */
async function openTab(viewer: Somebody, heard: (message: LiveMessage) => void = () => undefined) {
  const hub = new LiveHub({
    sql: world.sql,
    graph: world.frozenGraph,
    seal: createSeal(Buffer.alloc(32, 7)),
    now: world.now,
    log,
  })
  await world.write((tx) =>
    tx.insert(session).values({
      id: viewer.session,
      token: viewer.session,
      personId: viewer.id,
      expiresAt: new Date('2100-01-01'),
    }),
  )
  const messages: LiveMessage[] = []
  const send: Wire['send'] = (data: unknown) => {
    const message = LiveMessage.parse(JSON.parse(String(data)))
    messages.push(message)
    heard(message)
  }
  const wire: Wire = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    send,
    close: () => undefined,
    terminate: () => undefined,
  }
  const socket = new LiveSocket(wire, viewer)
  socket.greet()
  hub.sockets.add(socket)
  let told = 0
  /** Tells the hub that a post changed, and answers what the tab was told of it. */
  const changed = async (post: number) => {
    const changes = [
      { kind: 'post' as const, a: post },
      { kind: 'person' as const, a: viewer.no },
    ]
    hub.before(changes)
    hub.after(changes, 1n)
    const before = told
    await vi.waitUntil(() => messages.length > before, { timeout: 20_000 })
    told = messages.length
    return messages
      .slice(before)
      .flatMap((message) => (message.type === 'changes' ? message.changes : []))
      .filter(({ kind }) => kind !== 'me')
  }
  return { hub, changed }
}

it('[P9][P10] a hub whose engine is frozen tells nothing of what its viewer may not see any more', async () => {
  const [vera, ben, cleo] = [
    await world.person('Vera'),
    await world.person('Ben'),
    await world.person('Cleo'),
  ]
  await world.tie(vera, ben)
  await world.tie(ben, cleo)
  const post = await world.recommend(cleo, { title: 'By way of Ben' })
  await world.catchUp()
  const tab = await openTab(vera)
  const id: PostId = post.id
  expect(await tab.changed(post.no)).toEqual([{ kind: 'post', id }])
  await world.change(ben, { carries: false })
  // He heard it before, as far as the hub knows, and is told to let it go.
  expect(await tab.changed(post.no)).toEqual([{ kind: 'gone', id }])

  const later = await world.recommend(cleo, { title: 'After that' })
  expect(await tab.changed(later.no)).toEqual([])
  await world.catchUp()
  expect(await tab.changed(later.no)).toEqual([])
})

it('[P9] whom the engine proposes and the tables refuse is told nothing of a new post', async () => {
  const [vera, ben] = [await world.person('Vera'), await world.person('Ben')]
  await world.tie(vera, ben)
  await world.catchUp()
  const tab = await openTab(vera)
  const post = await world.recommend(ben, { title: 'New and seen' })
  const repaired = { viewer: vera.no, post: post.no, witness: { way: 'own' as const } }
  await world.graph.repair([repaired])
  expect(await tab.changed(post.no)).toEqual([{ kind: 'post', id: post.id }])
  const second = await world.recommend(ben, { title: 'New and unseen' })
  await world.endTie(vera, ben)
  const found: unknown[] = []
  // The engine learns of the post, and of nothing else.
  await world.graph.repair([{ ...repaired, post: second.no }])
  found.push(...(await tab.changed(second.no)))
  expect(found.filter((one) => JSON.stringify(one).includes('"post"'))).toEqual([])
})

it('news that comes while a telling ends is told, however near the end it comes', async () => {
  for (let turns = 0; turns < 10; turns++) {
    const viewer = await world.person('Vera')
    let told = 0
    const { hub } = await openTab(viewer, ({ type }) => {
      if (type !== 'refetch') return
      told += 1
      if (told === 1) void afterTurns(turns).then(() => hub.rebuilt(2n))
    })
    hub.rebuilt(1n)
    await vi.waitFor(() => expect(told).toBe(2), { timeout: 20_000 })
  }
})

/** Lets everything that waits for nothing but its turn go on so many times. */
async function afterTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve()
}
