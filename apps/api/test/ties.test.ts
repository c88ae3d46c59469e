import { Blocks, Circles, Me, TieRequests, Ties, TieView } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectBody, isRecord, openWorld, type Person, positionOf, tie, type World } from './api-world.ts'

let world: World
const DAY_MS = 86_400_000

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

async function ask(one: Person, other: Person): Promise<string> {
  const answer = await one.post('/api/ties/requests', { handle: other.me.handle })
  if (!isRecord(answer.body) || answer.status !== 201)
    throw new Error(`expected a request, got ${answer.text}`)
  return String(answer.body['id'])
}

const unsorted = { closeness: null, circles: [] }

it('a request becomes a tie when the other accepts, and each side is its owner’s', async () => {
  const [ada, ben] = [await world.person('ada1'), await world.person('ben1')]
  const id = await ask(ada, ben)
  expect((await ben.read(TieRequests, '/api/ties/requests')).incoming).toMatchObject([
    { id, person: { handle: 'ada1', name: 'Ada1' } },
  ])
  expect((await ada.read(TieRequests, '/api/ties/requests')).outgoing).toMatchObject([{ id }])
  const [family] = (await ben.read(Circles, '/api/circles')).circles
  const accepted = await ben.post(`/api/ties/requests/${id}/accept`, { closeness: 4, circles: [family?.id] })
  expect(accepted.status).toBe(201)
  expect(positionOf(accepted)).not.toBe('')
  const view = expectBody(TieView, accepted)
  expect(view.person).toMatchObject({ shown: 'tie', handle: 'ada1', closeness: 4, ring: 'family' })
  const [other] = (await ada.read(Ties, '/api/ties')).ties
  expect(other).toMatchObject({
    id: view.id,
    circles: [],
    person: { handle: 'ben1', closeness: null, ring: 'unsorted' },
  })
  expect(await ada.read(TieRequests, '/api/ties/requests')).toEqual({ incoming: [], outgoing: [] })
  expect((await ada.read(Me, '/api/me')).tieCount).toBe(1)
  expect((await ben.read(Circles, '/api/circles')).circles[0]?.count).toBe(1)
})

it('what cannot be asked says why, and strangers who do not want to be found are nobody', async () => {
  const [cleo, dan, shy] = [
    await world.person('cleo2'),
    await world.person('dan2'),
    await world.person('shy2'),
  ]
  await shy.patch('/api/me', { findable: false })
  const unknown = await cleo.post('/api/ties/requests', { handle: 'nobody-here' })
  expect(unknown.status).toBe(404)
  expect((await cleo.post('/api/ties/requests', { handle: 'shy2' })).text).toBe(unknown.text)
  expect((await cleo.post('/api/ties/requests', { handle: 'cleo2' })).code).toBe('request_to_self')
  await ask(cleo, dan)
  expect((await cleo.post('/api/ties/requests', { handle: 'dan2' })).code).toBe('request_exists')
  expect((await dan.post('/api/ties/requests', { handle: 'cleo2' })).code).toBe('request_exists')
  const made = await tie(shy, cleo)
  expect(made).toMatch(/^[0-9a-f-]{36}$/)
  expect((await cleo.post('/api/ties/requests', { handle: 'shy2' })).code).toBe('already_tied')
})

it('[P20] declined, blocked and unanswered requests look the same for thirty days', async () => {
  const asker = await world.person('asker3')
  const others = [
    await world.person('silent3'),
    await world.person('decliner3'),
    await world.person('blocker3'),
  ]
  for (const other of others) await ask(asker, other)
  const [, decliner, blocker] = others
  const [request] = (await decliner?.read(TieRequests, '/api/ties/requests'))?.incoming ?? []
  expect((await decliner?.post(`/api/ties/requests/${request?.id}/decline`))?.status).toBe(204)
  expect((await decliner?.post(`/api/ties/requests/${request?.id}/decline`))?.code).toBe('not_found')
  expect((await blocker?.post('/api/blocks', { person: asker.me.id }))?.status).toBe(201)
  const { outgoing } = await asker.read(TieRequests, '/api/ties/requests')
  expect(outgoing.map((one) => one.person.handle).sort()).toEqual(['blocker3', 'decliner3', 'silent3'])
  for (const other of others) {
    expect((await asker.post('/api/ties/requests', { handle: other.me.handle })).code).toBe('request_exists')
  }
  expect((await decliner?.read(TieRequests, '/api/ties/requests'))?.incoming).toEqual([])
  expect((await blocker?.read(TieRequests, '/api/ties/requests'))?.incoming).toEqual([])
  world.clock.at = new Date(world.clock.at.getTime() + 31 * DAY_MS)
  expect((await asker.read(TieRequests, '/api/ties/requests')).outgoing).toEqual([])
  expect((await asker.post('/api/ties/requests', { handle: 'silent3' })).status).toBe(201)
})

it('a declined request that is withdrawn and made again shows itself to nobody for thirty days', async () => {
  const asker = await world.person('asker11')
  const [silent, decliner] = [await world.person('silent11'), await world.person('decliner11')]
  const incoming = async (of: Person) => (await of.read(TieRequests, '/api/ties/requests')).incoming
  const requests = [await ask(asker, silent), await ask(asker, decliner)]
  await decliner.post(`/api/ties/requests/${requests[1]}/decline`)
  for (const id of requests) {
    expect((await asker.delete(`/api/ties/requests/${id}`)).status).toBe(204)
    expect((await asker.delete(`/api/ties/requests/${id}`)).code).toBe('not_found')
  }
  expect((await asker.read(TieRequests, '/api/ties/requests')).outgoing).toEqual([])
  for (const other of [silent, decliner]) await ask(asker, other)
  expect((await asker.read(TieRequests, '/api/ties/requests')).outgoing).toHaveLength(2)
  expect(await incoming(silent)).toHaveLength(1)
  expect(await incoming(decliner)).toEqual([])
  // Whoever declined may still ask by himself.
  expect((await decliner.post('/api/ties/requests', { handle: 'asker11' })).status).toBe(201)
  world.clock.at = new Date(world.clock.at.getTime() + 31 * DAY_MS)
  await ask(asker, decliner)
  expect(await incoming(decliner)).toHaveLength(1)
})

it('a request is answered by the one it is for and withdrawn by the one who made it', async () => {
  const [eve, fay, spy] = [await world.person('eve4'), await world.person('fay4'), await world.person('spy4')]
  const id = await ask(eve, fay)
  for (const [who, method, path] of [
    [spy, 'POST', `/api/ties/requests/${id}/accept`],
    [eve, 'POST', `/api/ties/requests/${id}/accept`],
    [spy, 'POST', `/api/ties/requests/${id}/decline`],
    [spy, 'DELETE', `/api/ties/requests/${id}`],
    [fay, 'DELETE', `/api/ties/requests/${id}`],
  ] as const) {
    const body = path.endsWith('accept') ? unsorted : undefined
    expect((await who.send(method, path, body)).code).toBe('not_found')
  }
  expect((await eve.delete(`/api/ties/requests/${id}`)).status).toBe(204)
  expect((await fay.post(`/api/ties/requests/${id}/accept`, unsorted)).code).toBe('not_found')
  expect((await eve.post('/api/ties/requests', { handle: 'fay4' })).status).toBe(201)
})

it('of two who accept one request at once, and of two who ask each other, one tie comes', async () => {
  const [gil, hal] = [await world.person('gil5'), await world.person('hal5')]
  const id = await ask(gil, hal)
  const both = await Promise.all([1, 2].map(() => hal.post(`/api/ties/requests/${id}/accept`, unsorted)))
  expect(both.map((one) => one.status).sort((a, b) => a - b)).toEqual([201, 404])
  const [ida, jan] = [await world.person('ida5'), await world.person('jan5')]
  const asked = await Promise.all([
    ida.post('/api/ties/requests', { handle: 'jan5' }),
    jan.post('/api/ties/requests', { handle: 'ida5' }),
    ida.post('/api/ties/requests', { handle: 'jan5' }),
  ])
  expect(asked.map((one) => one.status).sort((a, b) => a - b)).toEqual([201, 409, 409])
})

it('my side changes for me alone, and only my own circles count', async () => {
  const [kim, leo] = [await world.person('kim6'), await world.person('leo6')]
  const id = await tie(kim, leo)
  const { circles } = await kim.read(Circles, '/api/circles')
  const mine = circles.slice(1, 3).map((circle) => circle.id)
  const foreign = (await leo.read(Circles, '/api/circles')).circles[0]?.id
  const changed = await kim.patch(`/api/ties/${id}`, {
    closeness: 5,
    circles: mine,
    paused: true,
    offers: 'no',
  })
  expect(expectBody(TieView, changed)).toMatchObject({ circles: mine, paused: true, offers: 'no' })
  expect(await leo.read(TieView, `/api/ties/${id}`)).toMatchObject({
    circles: [],
    paused: false,
    offers: null,
  })
  for (const bad of [
    { circles: [foreign] },
    { circles: [mine[0], foreign], closeness: 1 },
    { closeness: 6 },
    { x: 1 },
  ]) {
    expect((await kim.patch(`/api/ties/${id}`, bad)).code).toBe('invalid_input')
  }
  expect(await kim.read(TieView, `/api/ties/${id}`)).toMatchObject({
    circles: mine,
    person: { closeness: 5 },
  })
  expect(expectBody(TieView, await kim.patch(`/api/ties/${id}`, {})).paused).toBe(true)
  const spy = await world.person('spy6')
  for (const answer of [
    await spy.get(`/api/ties/${id}`),
    await spy.patch(`/api/ties/${id}`, {}),
    await spy.delete(`/api/ties/${id}`),
  ]) {
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  }
})

it('an ended tie is gone for both at once, leaves no circle, and takes back what was addressed', async () => {
  const [mia, ned] = [await world.person('mia7'), await world.person('ned7')]
  const id = await tie(mia, ned)
  const [family] = (await mia.read(Circles, '/api/circles')).circles
  await mia.patch(`/api/ties/${id}`, { circles: [family?.id], closeness: 3 })
  await addressPost(mia, ned)
  expect((await ned.delete(`/api/ties/${id}`)).status).toBe(204)
  expect((await mia.get(`/api/ties/${id}`)).code).toBe('not_found')
  expect((await ned.delete(`/api/ties/${id}`)).code).toBe('not_found')
  expect((await mia.read(Ties, '/api/ties')).ties).toEqual([])
  expect((await mia.read(Circles, '/api/circles')).circles[0]?.count).toBe(0)
  const rows = await world.database.sql`
    select a.* from addressing a join person p on p.no = a.person where p.handle = 'ned7'`
  expect(rows).toHaveLength(0)
  const again = await tie(ned, mia)
  expect(await mia.read(TieView, `/api/ties/${again}`)).toMatchObject({
    circles: [],
    person: { closeness: null },
  })
})

async function addressPost(author: Person, to: Person): Promise<void> {
  const { sql } = world.database
  const id = crypto.randomUUID()
  await sql`
    insert into post (id, author, form, onward, created_at, since)
    select ${id}, no, 'notebook', 0, now(), now() from person where id = ${author.me.id}`
  await sql`
    insert into addressing (post, person, made_at)
    select (select no from post where id = ${id}), no, now() from person where id = ${to.me.id}`
}

it('[P19][P20] a block ends the tie in the same transaction, hides both from each other and stays for seven days', async () => {
  const [olga, paul] = [await world.person('olga8'), await world.person('paul8')]
  const id = await tie(olga, paul)
  const answer = await olga.post('/api/blocks', { person: paul.me.id })
  expect(answer.status).toBe(201)
  const log = await world.database.sql<{ kind: string }[]>`
    select kind from change_log where xid = (select max(xid) from change_log where kind = 'block')`
  expect(log.map((row) => row.kind).sort()).toEqual(['block', 'requests', 'tie'])
  expect((await paul.get(`/api/ties/${id}`)).code).toBe('not_found')
  const nobody = await paul.get('/api/people/nobody-at-all')
  expect((await paul.get('/api/people/olga8')).text).toBe(nobody.text)
  expect((await olga.get('/api/people/paul8')).text).toBe(nobody.text)
  expect((await paul.post('/api/ties/requests', { handle: 'olga8' })).text).toBe(nobody.text)
  expect((await olga.post('/api/blocks', { person: paul.me.id })).status).toBe(201)
  const { blocks } = await olga.read(Blocks, '/api/blocks')
  expect(blocks).toMatchObject([{ person: paul.me.id, name: 'Paul8' }])
  expect((await paul.read(Blocks, '/api/blocks')).blocks).toEqual([])
  expect((await olga.delete(`/api/blocks/${paul.me.id}`)).code).toBe('block_too_early')
  world.clock.at = new Date(world.clock.at.getTime() + 7 * DAY_MS)
  expect((await paul.delete(`/api/blocks/${olga.me.id}`)).code).toBe('not_found')
  expect((await olga.delete(`/api/blocks/${paul.me.id}`)).status).toBe(204)
  expect((await paul.get('/api/people/olga8')).status).toBe(200)
  expect((await olga.read(Ties, '/api/ties')).ties).toEqual([])
})

it('[P4] blocks and requests have their limits, and oneself cannot be blocked', async () => {
  const quinn = await world.person('quinn9')
  expect((await quinn.post('/api/blocks', { person: quinn.me.id })).code).toBe('request_to_self')
  expect((await quinn.post('/api/blocks', { person: crypto.randomUUID() })).code).toBe('not_found')
  const others = []
  for (let at = 0; at < 31; at++) others.push(await world.person(`other9-${at}`))
  const codes = []
  for (const other of others.slice(0, 11)) {
    codes.push((await quinn.post('/api/blocks', { person: other.me.id })).code ?? 'blocked')
  }
  expect(codes.filter((code) => code === 'blocked')).toHaveLength(10)
  expect(codes.at(-1)).toBe('too_many_blocks_today')
  const rita = await world.person('rita9')
  const asked = []
  for (const other of others)
    asked.push((await rita.post('/api/ties/requests', { handle: other.me.handle })).code)
  expect(asked.filter((code) => code === undefined)).toHaveLength(30)
  expect(asked.at(-1)).toBe('too_many_requests_open')
})

it('[P4] no more than fifty new ties a week for whoever asks, invites or accepts, ended ones counted too', async () => {
  const [sam, una] = [await world.person('sam10'), await world.person('una10')]
  await world.person('vic10')
  const asked = await ask(sam, una)
  const { sql } = world.database
  await sql`
    insert into person (id, name, handle, email)
    select gen_random_uuid(), 'Filler', 'filler10-' || n, 'filler10-' || n || '@kith.test' from generate_series(1, 50) n`
  await sql`
    with made as (
      insert into tie (id, low, high, made_at, ended_at)
      select gen_random_uuid(), least(p.no, s.no), greatest(p.no, s.no), ${world.clock.at.toISOString()}::timestamptz - interval '1 day', now()
      from person p, person s where p.handle like 'filler10-%' and s.id = ${sam.me.id} returning id, low, high
    )
    insert into tie_side (tie_id, owner, other) select id, low, high from made union all select id, high, low from made`
  const tom = await world.person('tom10')
  const id = await ask(tom, sam)
  const refused = [
    await sam.post('/api/ties/requests', { handle: 'vic10' }),
    await sam.post('/api/invitations', {
      note: null,
      enclosures: [],
      circles: [],
      closeness: null,
      sittingTogether: false,
    }),
  ]
  expect(refused.map(({ code }) => code)).toEqual(['too_many_new_ties', 'too_many_new_ties'])
  // Una is told nothing of Sam's ties: he asked while he might.
  expect((await una.post(`/api/ties/requests/${asked}/accept`, unsorted)).status).toBe(201)
  expect((await sam.post(`/api/ties/requests/${id}/accept`, unsorted)).code).toBe('too_many_new_ties')
  expect((await sam.read(TieRequests, '/api/ties/requests')).incoming).toHaveLength(1)
  world.clock.at = new Date(world.clock.at.getTime() + 7 * DAY_MS)
  expect((await sam.post(`/api/ties/requests/${id}/accept`, unsorted)).status).toBe(201)
})
