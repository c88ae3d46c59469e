import { connect } from 'node:net'
import { Problem } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { Client, openWorld, type Person, positionOf, type World } from './api-world.ts'
import { isPublic } from './world-answers.ts'

let world: World
let ada: Person

beforeAll(async () => {
  world = await openWorld()
  ada = await world.person('ada')
})

afterAll(() => world.close())

const Description = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
})

async function describedRoutes(): Promise<{ method: string; path: string }[]> {
  const { paths } = Description.parse((await world.anybody().get('/api/openapi.json')).body)
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
}

function isMethod(method: string): method is 'GET' | 'POST' | 'PATCH' | 'DELETE' {
  return ['GET', 'POST', 'PATCH', 'DELETE'].includes(method)
}

it('the API describes itself as OpenAPI 3.1, without a reference that leads nowhere', async () => {
  const answer = await world.anybody().get('/api/openapi.json')
  expect(Description.parse(answer.body).openapi).toBe('3.1.0')
  const routes = await describedRoutes()
  expect(routes.length).toBeGreaterThan(30)
  expect(routes).toContainEqual({ method: 'POST', path: '/api/invitations/by-link/{secret}/accept' })
  for (const [, name] of answer.text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    expect(answer.text).toContain(`"${name}":`)
  }
  const docs = await world.anybody().get('/api/docs')
  expect([docs.status, docs.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(docs.text).not.toMatch(/<script>(?!<)/)
})

it('whoever is signed out gets 401 from every route that is not public, and no word about anybody from “me”', async () => {
  const anybody = world.anybody()
  expect(await anybody.get('/api/me')).toMatchObject({ status: 204, text: '' })
  for (const { method, path } of await describedRoutes()) {
    if (!isMethod(method)) continue
    if (isPublic(`${method} ${path}`) || path === '/api/live') continue
    const answer = await anybody.send(method, path.replaceAll(/\{\w+\}/g, crypto.randomUUID()), undefined)
    expect([method, path, answer.status, answer.code]).toEqual([method, path, 401, 'signed_out'])
  }
})

const HOSTILE_PARTS = [
  'x',
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  '..%2f..',
  "'%20or%201=1",
  '__proto__',
  'constructor',
  'a'.repeat(3_000),
  '00000000-0000-0000-0000-000000000000',
  '\u202e',
]
const HOSTILE_BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '1e999',
  '{"__proto__":{"operator":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"handle":{"$ne":null}}',
  '{"handle":"\\u0000","name":"\\u0000","email":"\\u0000@x.y","password":"\\u0000\\u0000\\u0000\\u0000\\u0000"}',
  '{"circles":["x"],"closeness":"5"}',
  '{"person":"\\ud800"}',
  `{"note":"${'x'.repeat(20_000)}"}`,
  '['.repeat(5_000),
]

it('no route answers anything but a refusal to hostile addresses and bodies, and never 5xx', async () => {
  // Somebody else sends the bodies: all together are more than one session may ask in a minute.
  const bea = await world.person('bea')
  for (const { method, path } of await describedRoutes()) {
    if (!isMethod(method) || path === '/api/live' || path.startsWith('/api/auth/s')) continue
    for (const part of path.includes('{') ? HOSTILE_PARTS : ['']) {
      const url = path.replaceAll(/\{\w+\}/g, encodeURI(part).replaceAll('%25', '%'))
      const answer = await ada.send(method, url, method === 'GET' ? undefined : '{}')
      expect([method, url.slice(0, 200), answer.status < 500]).toEqual([method, url.slice(0, 200), true])
      if (answer.status >= 400) Problem.parse(answer.body)
    }
    if (method === 'GET' || method === 'DELETE') continue
    for (const body of HOSTILE_BODIES) {
      const url = path.replaceAll(/\{\w+\}/g, crypto.randomUUID())
      const answer = await bea.send(method, url, body)
      expect([url, body.slice(0, 80), answer.status < 500]).toEqual([url, body.slice(0, 80), true])
    }
  }
  for (const one of [ada, bea]) expect((await one.get('/api/me')).status).toBe(200)
})

it('hostile queries and headers are refused or ignored', async () => {
  for (const query of [
    '?q=%00',
    '?q[]=1&q=2',
    '?cursor=%00',
    `?cursor=${'x'.repeat(5_000)}`,
    '?__proto__[x]=1',
    '?%',
    '?q=%ff',
  ]) {
    for (const path of [
      '/api/feed',
      '/api/recommendations',
      '/api/subjects/suggest',
      '/api/ties',
      '/api/auth/verify',
    ]) {
      expect((await ada.get(path + query)).status).toBeLessThan(500)
    }
  }
  const odd = {
    'kith-after': 'x,,,%00,' + 'y'.repeat(3_000),
    'idempotency-key': 'no uuid',
    range: 'bytes=0-',
  }
  expect((await ada.get('/api/me', odd)).status).toBe(200)
  expect((await ada.post('/api/circles', { name: 'a', kind: 'club' }, odd)).code).toBe('invalid_input')
})

it('what is no JSON, too large or of another type is refused by its own code', async () => {
  const send = (body: string, type: string) => ada.send('PATCH', '/api/me', body, { 'content-type': type })
  const cases = [
    [await send('{', 'application/json'), 400, 'invalid_input'],
    [await send('{"a":1', 'application/json'), 400, 'invalid_input'],
    [await send('x'.repeat(70_000), 'application/json'), 413, 'body_too_large'],
    [await send('name=x', 'application/x-www-form-urlencoded'), 415, 'unsupported_media_type'],
    [await send('<x/>', 'text/xml'), 415, 'unsupported_media_type'],
    [await send('x', 'text/plain'), 415, 'unsupported_media_type'],
  ] as const
  for (const [answer, status, code] of cases) {
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(Problem.parse(answer.body).status).toBe(status)
  }
})

it('an address that is not there is 404, another method of one that is there is 405', async () => {
  const nothing = await ada.get('/api/nothing')
  expect([nothing.status, nothing.code]).toEqual([404, 'not_found'])
  expect((await ada.post('/nothing')).text).toBe(nothing.text)
  const wrong = await ada.send('PUT', '/api/me')
  expect([wrong.status, wrong.code, wrong.headers['allow']]).toEqual([
    405,
    'method_not_allowed',
    'GET, HEAD, PATCH',
  ])
  expect((await ada.send('PUT', `/api/ties/${crypto.randomUUID()}`)).code).toBe('method_not_allowed')
})

it('bytes that are no HTTP are answered as a problem, too', async () => {
  const address = await world.app.listen({ port: 0, host: '127.0.0.1' })
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.end('NONSENSE\r\n\r\n'))
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => (text += part))
    socket.on('end', () => resolve(text)).on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
  expect(answer).toMatch(/"code":"invalid_input"/)
})

it('another site cannot write in my name, and reading stays possible', async () => {
  const from = (origin: string, host = 'kith.test') =>
    ada.post('/api/circles', { name: crypto.randomUUID().slice(0, 8), kind: 'club' }, { origin, host })
  expect((await from('https://evil.example')).code).toBe('origin_refused')
  expect((await from('null')).code).toBe('origin_refused')
  expect((await from('http://kith.test.evil.example')).code).toBe('origin_refused')
  expect((await from('http://kith.test')).status).toBe(201)
  const crossSite = { 'sec-fetch-site': 'cross-site' }
  expect((await ada.post('/api/auth/sign-out', undefined, crossSite)).code).toBe('origin_refused')
  expect((await ada.get('/api/me', { origin: 'https://evil.example' })).status).toBe(200)
  const upgrade = { connection: 'upgrade', upgrade: 'websocket', origin: 'https://evil.example' }
  expect((await ada.get('/api/live', upgrade)).code).toBe('origin_refused')
})

it('where the public address is known, only that is the own site', async () => {
  const known = await openWorld({ env: { KITH_ORIGIN: 'https://kith.example.org' } })
  const client = new Client(known.app)
  const send = (origin: string) =>
    client.post('/api/auth/sign-out', undefined, { origin, host: 'kith.example.org' })
  expect((await send('https://kith.example.org')).status).toBe(204)
  expect((await send('http://kith.example.org')).code).toBe('origin_refused')
  const headers = (await client.get('/api/entry')).headers
  expect(headers['strict-transport-security']).toMatch(/max-age/)
  await known.close()
})

it('[P26] what is personal is kept by no cache, and scripts come from our own files alone', async () => {
  const { headers } = await ada.get('/api/me')
  expect(headers['cache-control']).toBe('private, no-store')
  expect(String(headers['vary'])).toMatch(/Cookie/)
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})

it('a repeated request with one key creates once and is answered the same', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() }
  const body = { note: null, enclosures: [], circles: [], closeness: null, sittingTogether: false }
  const first = await ada.post('/api/invitations', body, key)
  const again = await ada.post('/api/invitations', body, key)
  expect([again.status, again.body]).toEqual([201, first.body])
  expect(positionOf(again)).not.toBe('')
  expect((await ada.post('/api/invitations', { ...body, note: 'x' }, key)).code).toBe('idempotency_conflict')
  expect((await ada.post('/api/circles', { name: 'x', kind: 'club' }, key)).code).toBe('idempotency_conflict')
  const rows = await world.database.sql<{ text: string }[]>`select idempotency::text as text from idempotency`
  const secret = z.object({ secret: z.string() }).parse(first.body).secret
  expect(rows.every(({ text }) => !text.includes(secret) && !text.includes(key['idempotency-key']))).toBe(
    true,
  )
  const ben = await world.person('ben')
  expect(
    z.object({ id: z.string() }).parse((await ben.post('/api/invitations', body, key)).body),
  ).not.toMatchObject({
    id: z.object({ id: z.string() }).parse(first.body).id,
  })
  const refused = await ada.post(
    '/api/circles',
    { name: '', kind: 'club' },
    { 'idempotency-key': crypto.randomUUID() },
  )
  expect(refused.code).toBe('invalid_input')
})

it('many requests at once under one key create one thing, and all are answered with it', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() }
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => ada.post('/api/circles', { name: 'Together', kind: 'club' }, key)),
  )
  expect(new Set(sent.map((one) => one.status))).toEqual(new Set([201]))
  expect(new Set(sent.map((one) => one.text)).size).toBe(1)
})

it('after a day a key is free again', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() }
  const first = await ada.post('/api/circles', { name: 'First', kind: 'club' }, key)
  world.clock.at = new Date(world.clock.at.getTime() + 86_400_001)
  const second = await ada.post('/api/circles', { name: 'Second', kind: 'club' }, key)
  expect([first.status, second.status]).toEqual([201, 201])
})

it('operators see that it lives, that it is ready and how fast it is, and nobody else is told', async () => {
  expect((await world.anybody().get('/health/live')).body).toEqual({ status: 'live' })
  expect((await world.anybody().get('/health/ready')).body).toMatchObject({ status: 'ready' })
  const metrics = await world.anybody().get('/metrics')
  expect(metrics.text).toContain('kith_http_request_seconds_bucket')
  expect(metrics.text).not.toMatch(/ada|[0-9a-f]{8}-[0-9a-f]{4}/)
  expect((await world.anybody().get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404)
})

it('without its database it says so, alive but not ready', async () => {
  const lost = await openWorld()
  const cleo = await lost.person('cleo')
  await lost.database.close()
  const answer = await cleo.get('/api/me')
  expect([answer.status, answer.code]).toEqual([503, 'unavailable'])
  expect(answer.text).not.toMatch(/ECONN|CONNECTION|postgres/i)
  expect((await lost.anybody().get('/health/ready')).status).toBe(503)
  expect((await lost.anybody().get('/health/live')).status).toBe(200)
  await lost.close()
})

it('whoever asks without end is asked to wait, and nobody else with him', async () => {
  const eager = world.anybody()
  const ask = () => eager.get('/api/auth/verify?token=x')
  let answer = await ask()
  for (let asked = 0; asked < 1_201 && answer.status === 302; asked++) answer = await ask()
  expect([answer.status, answer.code]).toEqual([429, 'rate_limited'])
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ada.get('/api/ties')).status).toBe(200)
})
