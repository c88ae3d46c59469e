import { randomUUID } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Problem } from '@kith/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKeys } from '../src/http/installation-keys.ts'
import { signToken } from '../src/http/sessions.ts'
import { openWorld, PASSWORD, signUpBody, type World } from './api-world.ts'
import { type Attack, attackOn, spoil } from './hostile-input.ts'
import { type Cast, createCast, recommendationOf, token } from './world-cast.ts'
import { pairOf } from './world-facts.ts'
import { QUESTIONS } from './world-questions.ts'
import { GENEROUS } from './world-scene.ts'

const SEED = Number(process.env['KITH_HOSTILE_SEED'] ?? 20_261_124)
const LIMIT_MS = 3_600_000
const ROUTES = Object.keys(QUESTIONS).toSorted((one, other) => danger(one) - danger(other))
// `KITH_HOSTILE_REQUESTS` asks for more of them, and `KITH_HOSTILE_SEED` for others.
const RUNS = Math.max(30, Math.ceil(Number(process.env['KITH_HOSTILE_REQUESTS'] ?? 0) / ROUTES.length))
// Runs of a route from which on it is worth looking at what is left in memory, and how much that may be.
const LONG = 300
const MOST_GROWTH_BYTES = 50_000_000
// What routes read in their query.
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  'GET /api/feed': ['cursor', 'order', 'lane', 'kinds', 'circle'],
  'GET /api/recommendations': ['cursor', 'notebook'],
  'GET /api/recommendations/{id}/photo': ['size', 'version'],
  'GET /api/recommendations/{id}/comments': ['cursor'],
  'GET /api/remembered': ['cursor'],
  'GET /api/ties/{id}/moves': ['cursor'],
  'GET /api/me/thanks': ['cursor'],
  'GET /api/subjects/suggest': ['q', 'q', 'q', 'kind'],
  'GET /api/auth/verify': ['token'],
}
// What a refusal may say is its title; never what the database or the runtime said.
const RAW =
  /violates|constraint|relation "|syntax error|pg_|postgres|drizzle|Failed query|select |insert into|node_modules|\bat .*\.ts:|SyntaxError|TypeError|ZodError|Unexpected token/i

let world: World
let cast: Cast
let right: Readonly<Record<string, unknown>>
let checksum: () => Promise<string>
let newCookie: (key: string) => Promise<string>
let heapBefore = 0

beforeAll(async () => {
  world = await openWorld({ rates: GENEROUS })
  cast = createCast(world)
  for (const key of ['ada', 'ben', 'cal', 'dan']) await cast.person(key)
  await cast.tie('ada', 'ben')
  await cast.circle('mine', 'ada', ['ben'])
  await cast.post('said', 'ada', { all: true })
  await cast.request('cal', 'ada')
  cast.facts.invitations.push(await cast.invite('ben', []))
  right = rightBodies()
  checksum = await createChecksum()
  newCookie = await createCookies()
  heapBefore = heapBytes()
})

afterAll(() => world.close())

describe('no input makes the server fail, and what it refuses has changed nothing', () => {
  for (const route of ROUTES) {
    it(`${route} withstands it`, { timeout: LIMIT_MS }, async () => {
      let before = await checksum()
      await fc.assert(
        fc.asyncProperty(attackOn(QUERIES[route]), async (tried) => {
          const isEnding = route.includes('sessions') || route.includes('sign-out')
          const cookie = await newCookie(isEnding ? 'dan' : 'ada')
          if (isEnding) before = await checksum()
          const answer = await strike(route, tried, cookie)
          expectTame(answer)
          const after = await checksum()
          if (answer.status >= 400) expect({ ...answer, rows: after }).toEqual({ ...answer, rows: before })
          before = after
        }),
        { seed: SEED, numRuns: route in QUERIES ? 5 * RUNS : RUNS, endOnFailure: true },
      )
    })
  }
})

it.skipIf(RUNS < LONG)('a long run leaves nothing behind in memory', () => {
  expect(heapBytes() - heapBefore).toBeLessThan(MOST_GROWTH_BYTES)
})

/** What is in use once everything that can go is gone. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

interface Struck {
  readonly status: number
  readonly type: string
  readonly text: string
}

async function strike(
  route: string,
  { part, query, headers, body }: Attack,
  cookie: string,
): Promise<Struck> {
  const [method = 'GET', path = ''] = route.split(' ')
  const url = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => part ?? rightPart(path, name))
  const payload = route in right ? { payload: spoil(right[route], body) } : {}
  const sent = await world.app.inject({
    method:
      method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE' ? method : 'GET',
    url: query === '' ? url : `${url}?${query}`,
    headers: { cookie, ...(route in right ? { 'content-type': 'application/json' } : {}), ...headers },
    ...payload,
  })
  return { status: sent.statusCode, type: String(sent.headers['content-type']), text: sent.body }
}

function expectTame({ status, type, text }: Struck): void {
  expect([status < 500, status, text]).toEqual([true, status, text])
  if (status < 400) return
  const problem = Problem.strict().safeParse(JSON.parse(text))
  expect({ type, error: problem.error, status: problem.data?.status }).toEqual({
    type: 'application/problem+json; charset=utf-8',
    error: undefined,
    status,
  })
  expect(text).not.toMatch(RAW)
}

function danger(route: string): number {
  return route.startsWith('DELETE') ? 1 : 0
}

function rightPart(path: string, name: string): string {
  const { facts, client, postOf } = cast
  if (name === 'handle') return client('ben').me.handle
  if (name === 'person') return client('cal').me.id
  if (name === 'secret') return facts.invitations[0]?.secret ?? ''
  if (path.includes('requests')) return facts.requests[0]?.id ?? ''
  if (path.includes('ties')) return facts.ties.get(pairOf('ada', 'ben')) ?? ''
  if (path.includes('circles')) return facts.circles.get('mine')?.id ?? ''
  if (path.includes('subjects')) return postOf('said').subject
  return path.includes('recommendations') ? postOf('said').id : randomUUID()
}

function rightBodies(): Readonly<Record<string, unknown>> {
  const { facts, client, postOf } = cast
  const circles = [facts.circles.get('mine')?.id]
  const sorted = { closeness: 3, circles }
  const audience = { form: 'ties', all: true, circles, singles: [client('ben').me.id], excepted: [] }
  const said = recommendationOf({ interest: 'connected' }, { form: 'notebook' })
  const { words } = said
  return {
    'POST /api/auth/sign-up': signUpBody(token(), {
      email: `${token()}@kith.test`,
      timeZone: 'Europe/Berlin',
    }),
    'POST /api/auth/sign-in': { email: `${token()}@kith.test`, password: PASSWORD },
    'POST /api/auth/look-around': { as: 'ada' },
    'POST /api/auth/reset-request': { email: `${token()}@kith.test` },
    'POST /api/auth/reset': { token: 'A'.repeat(24), password: PASSWORD },
    'PATCH /api/me': {
      name: 'Ada',
      handle: token(),
      language: 'de',
      timeZone: 'UTC',
      open: true,
      carries: true,
      findable: true,
    },
    'PUT /api/recommendations/{id}/outcome': { outcome: 'letDown', sentence: token() },
    'POST /api/ties/{id}/less': { kind: 'film' },
    'POST /api/circles': { name: token(), kind: 'friends' },
    'PATCH /api/circles/{id}': { name: token(), kind: 'family', position: 3 },
    'PATCH /api/ties/{id}': { ...sorted, paused: false, offers: 'yes' },
    'POST /api/ties/requests': { handle: client('dan').me.handle },
    'POST /api/ties/requests/{id}/accept': sorted,
    'POST /api/blocks': { person: client('cal').me.id },
    'POST /api/invitations': {
      note: 'Hello',
      enclosures: [postOf('said').id],
      ...sorted,
      sittingTogether: false,
    },
    'POST /api/invitations/by-link/{secret}/accept': sorted,
    'POST /api/recommendations': { ...said, audience },
    'PATCH /api/recommendations/{id}': { words, interest: 'connected', audience, onward: 1, stillTrue: true },
    'POST /api/recommendations/{id}/comments': { text: 'Well said.' },
    // No photo: what a photo does is tried apart, in photos.test.ts.
    'PUT /api/recommendations/{id}/photo': { words: 'A door' },
    'PUT /api/recommendations/{id}/remember': { reason: 'For mother' },
    'POST /api/recommendations/{id}/outcome-question': { answer: 'notYet' },
    'POST /api/recommendations/{id}/thanks': { words: 'It holds.' },
    'POST /api/link-preview': { url: 'http://127.0.0.1/' },
    'POST /api/recommendations/{id}/address': { to: client('ben').me.id },
    'POST /api/audience/preview': { audience, onward: 2, interest: 'none', verdict: 'recommend' },
  }
}

/** A checksum over every row of every table but the counters of tries: whatever was changed anywhere, it differs. */
async function createChecksum(): Promise<() => Promise<string>> {
  const { sql } = world.database
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_limit' order by 1`
  const sums = tables.map(
    ({ name }) =>
      `'${name} ' || (select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "${name}" t)`,
  )
  return async () => {
    const [row] = await sql.unsafe<{ all: string }[]>(`select ${sums.join(` || ' ' || `)} as all`)
    return row?.all ?? ''
  }
}

/** Cookies of new sessions, so that no session makes more requests than one may. */
async function createCookies(): Promise<(key: string) => Promise<string>> {
  const { sql, db } = world.database
  const { session } = await readKeys(db)
  const cookies = new Map<string, string[]>()
  let at = 0
  const make = async (key: string) => {
    const name = cast.client(key).cookie.split('=')[0] ?? ''
    const secret = token() + token()
    await sql`
      insert into session (id, token, person_id, expires_at)
      values (${randomUUID()}, ${secret}, ${cast.client(key).me.id}, now() + interval '30 days')`
    return `${name}=${encodeURIComponent(`${secret}.${signToken(secret, session)}`)}`
  }
  const pool = await Promise.all(Array.from({ length: 8 }, () => make('ada')))
  cookies.set('ada', pool)
  return async (key) => {
    at += 1
    return cookies.get(key)?.[at % 8] ?? make(key)
  }
}
