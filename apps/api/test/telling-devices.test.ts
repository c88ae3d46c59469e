import { createPublicKey, verify } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { DeviceTelling, Export, type Telling, USUAL_TELLING } from '@kith/contract'
import { describe, expect, it, vi } from 'vitest'
import { type Answer, type Client, expectBody, PASSWORD } from './api-world.ts'
import { openTellingScene, type TellingScene } from './telling-scene.ts'

let scene: TellingScene

openTellingScene((made) => {
  scene = made
})

const DEVICE = '/api/telling/device'
const PATIENT = { timeout: 30_000, interval: 20 }

async function choose(change: Partial<Telling>): Promise<void> {
  scene.cast.done(await me().send('PUT', '/api/telling', { ...USUAL_TELLING, ...change }))
}

/** Something of Ben's that he gives me. */
async function giveMe(key = 'gift'): Promise<void> {
  await scene.cast.post(key, 'ben', { singles: ['oda'], onward: 0 })
  await scene.give(key, 'me')
}

const me = () => scene.cast.client('me')
const isOn = async (client: Client) => (await client.read(DeviceTelling, DEVICE)).on
const expectCalls = (count: number) => expect(scene.callsTo('me')).toHaveLength(count)

/** Whether my device could not be called the last time. */
async function isFailing(): Promise<boolean> {
  const rows = await scene.world.database.sql`
    select from telling_device v join session s on s.id = v.session
    where s.person_id = ${me().me.id} and failing_since is not null`
  return rows.length > 0
}

/** I sign in on another device. */
async function signIn(): Promise<Client> {
  const other = scene.world.anybody()
  scene.cast.done(await other.post('/api/auth/sign-in', { email: me().me.email, password: PASSWORD }))
  return other
}

async function nextRound(hours: number): Promise<void> {
  scene.later(hours)
  await scene.round()
}

describe('a device', () => {
  it('[P11] is called when its person wants to be told, without a word, by whom its push service knows', async () => {
    const { key } = await me().read(DeviceTelling, DEVICE)
    await scene.tellDevice('me')
    await giveMe()
    await nextRound(0.5)
    expectCalls(0)
    await nextRound(0.6)
    expectCalls(1)
    const [call] = scene.callsTo('me')
    expect([call?.method, call?.headers['content-length']]).toEqual(['POST', '0'])
    expect(Object.keys(call?.headers ?? {}).toSorted()).toEqual([
      'authorization',
      'connection',
      'content-length',
      'host',
      'topic',
      'ttl',
    ])
    expect(readSigned(call, key)).toMatchObject({ aud: new URL(scene.endpointOf('me')).origin })
    await nextRound(24)
    expectCalls(1)
  })

  it('is told without mails, and mails come without it; in quiet hours neither', async () => {
    await choose({ mail: false, time: 'atOnce', quietFrom: 17, quietTo: 19 })
    await scene.tellDevice('me')
    await giveMe()
    await nextRound(1.5)
    expectCalls(0)
    await nextRound(1)
    expectCalls(1)
    expect(await scene.mailsTo('me')).toEqual([])
    await choose({ time: 'atOnce' })
    scene.cast.done(await me().delete(DEVICE))
    expect(await isOn(me())).toBe(false)
    await giveMe('more')
    await nextRound(1)
    expectCalls(1)
    expect(await scene.mailsTo('me')).toHaveLength(1)
  })

  it('that its push service gives another place is called there, for what came before that too', async () => {
    scene.cast.done(await me().send('PUT', DEVICE, { endpoint: `${scene.endpointOf('me')}/before` }))
    scene.later(0.1)
    await giveMe()
    await scene.tellDevice('me')
    await nextRound(1.1)
    expectCalls(1)
  })

  it('is not called for what I have seen, nor where nothing is new', async () => {
    await scene.tellDevice('me')
    await giveMe()
    const asOf = scene.world.clock.at.toISOString()
    scene.cast.done(await me().post('/api/notifications/seen', { asOf }))
    await nextRound(1.1)
    expectCalls(0)
  })

  it('stands in my export, without the address at which it is called', async () => {
    await scene.tellDevice('me')
    const answer = await me().get('/api/export')
    expect(expectBody(Export, answer).devices).toHaveLength(1)
    expect(answer.text).not.toContain('push.test')
  })
})

describe('a device is called only as long as its session lasts', () => {
  const ended: Readonly<Record<string, (other: Client) => Promise<Answer>>> = {
    'I sign out there': (other) => other.post('/api/auth/sign-out'),
    'I end that session from elsewhere': async (other) => {
      const { devices } = await other.read(Export, '/api/export')
      return me().delete(`/api/auth/sessions/${devices[0]?.session}`)
    },
    'I sign out everywhere': () => me().delete('/api/auth/sessions'),
    'I choose another password': () =>
      me().send('PUT', '/api/auth/password', { password: PASSWORD, next: `${PASSWORD} 2` }),
  }
  it.each(Object.keys(ended))('%s', async (name) => {
    const other = await signIn()
    await scene.tellDevice('me', other)
    await giveMe()
    const answer = await ended[name]?.(other)
    expect(answer?.status).toBe(204)
    await nextRound(1.1)
    expectCalls(0)
  })

  it('the session runs out by itself', async () => {
    await scene.tellDevice('me')
    await giveMe()
    const { sql } = scene.world.database
    await sql`update session set expires_at = now() where person_id = ${me().me.id}`
    await nextRound(1.1)
    expectCalls(0)
  })

  it('another session on the same device takes its place, whoever it is of', async () => {
    await scene.tellDevice('me')
    const endpoint = scene.endpointOf('me')
    scene.cast.done(await scene.cast.client('oda').send('PUT', DEVICE, { endpoint }))
    expect([await isOn(me()), await isOn(scene.cast.client('oda'))]).toEqual([false, true])
    await giveMe()
    await nextRound(1.1)
    expectCalls(0)
  })

  it('a session has one device, however often it is asked for', async () => {
    const endpoints = ['a', 'b', 'a', 'c'].map((end) => `${scene.endpointOf('me')}/${end}`)
    const answers = await Promise.all(endpoints.map((endpoint) => me().send('PUT', DEVICE, { endpoint })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const rows = await scene.world.database.sql`
      select from telling_device v join session s on s.id = v.session where s.person_id = ${me().me.id}`
    expect(rows).toHaveLength(1)
  })
})

describe('a push service', () => {
  const answering = (status: number, headers: Record<string, string> = {}) => {
    scene.pushes.answer = (_request, response) => void response.writeHead(status, headers).end()
  }

  it.each([404, 410])('that answers %i knows the device no more, and is not called again', async (status) => {
    answering(status)
    await scene.tellDevice('me')
    await giveMe()
    await nextRound(1.1)
    expectCalls(1)
    expect(await isOn(me())).toBe(false)
  })

  it('that takes nothing is called again, and no mail is sent twice for it', async () => {
    answering(503)
    await scene.tellDevice('me')
    await giveMe()
    await nextRound(1.1)
    await nextRound(0.1)
    expectCalls(1)
    await nextRound(0.2)
    expectCalls(2)
    answering(201)
    await nextRound(0.2)
    await nextRound(0.2)
    expectCalls(3)
    expect(await scene.mailsTo('me')).toHaveLength(1)
    expect(await isOn(me())).toBe(true)
  })

  it('that takes nothing for three days is not called any more', async () => {
    answering(500)
    await scene.tellDevice('me')
    await giveMe()
    for (const hours of [1.1, 71, 2]) await nextRound(hours)
    expectCalls(3)
    expect(await isOn(me())).toBe(false)
  })

  it('is nowhere inside, and leads nowhere else', async () => {
    answering(302, { location: `http://push.test:${scene.pushes.port}/elsewhere` })
    await scene.tellDevice('me')
    await giveMe()
    await nextRound(1.1)
    expectCalls(1)
    for (const host of ['inside.test', '127.0.0.2', '[::1]', 'me:pass@push.test']) {
      const endpoint = `https://${host}:${scene.pushes.port}/inside`
      scene.cast.done(await me().send('PUT', DEVICE, { endpoint }))
      scene.later(0.1)
      await giveMe(host)
      await nextRound(7 * 24)
      expect([host, await isFailing()]).toEqual([host, true])
    }
    expect(scene.pushes.seen.map(({ url }) => url)).toEqual([`/${me().me.id}`])
  })

  it('is called by one process alone, however many would', async () => {
    const held: (() => void)[] = []
    scene.pushes.answer = (_request, response) => void held.push(() => response.writeHead(201).end())
    await scene.tellDevice('me')
    await giveMe()
    scene.later(1.1)
    const { sql } = scene.world.database
    await sql`
      select graphile_worker.add_job('person', json_build_object('person', no), max_attempts := 1)
      from person, generate_series(1, 2) where id = ${me().me.id}`
    const expectJobs = (count: number) =>
      vi.waitFor(async () => {
        expect(await sql`select from graphile_worker.jobs where task_identifier = 'person'`).toHaveLength(
          count,
        )
      }, PATIENT)
    await vi.waitFor(() => expectCalls(1), PATIENT)
    await expectJobs(1)
    for (const answer of held) answer()
    await expectJobs(0)
    expectCalls(1)
  })

  it('has an address of the web, and not a long one', async () => {
    for (const endpoint of ['http://push.test/a', 'ftp://push.test/', 'push.test', '', null, 'https://']) {
      expect((await me().send('PUT', DEVICE, { endpoint })).code).toBe('invalid_input')
    }
    const long = { endpoint: `https://push.test/${'a'.repeat(1_000)}` }
    expect((await me().send('PUT', DEVICE, long)).code).toBe('invalid_input')
    expect((await me().send('PUT', DEVICE, { endpoint: scene.endpointOf('me'), keys: {} })).code).toBe(
      'invalid_input',
    )
  })
})

/** What a call says of who calls, signed with the key that the push service knows. */
function readSigned(call: IncomingMessage | undefined, key: string): unknown {
  const said = call?.headers.authorization ?? ''
  const [, token = '', known] = said.match(/^vapid t=([^,]+), k=(.+)$/) ?? []
  expect(known).toBe(key)
  const [header = '', body = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = verify(
    'sha256',
    Buffer.from(`${header}.${body}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  expect(signed).toBe(true)
  return JSON.parse(Buffer.from(body, 'base64url').toString())
}
