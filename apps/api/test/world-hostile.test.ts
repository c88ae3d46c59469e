import { randomUUID } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { LinkSecret, Problem } from '@kith/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readKeys } from '../src/http/installation-keys.ts'
import { hashSecret } from '../src/http/link-secrets.ts'
import { signToken } from '../src/http/sessions.ts'
import { QUESTIONS } from './all-questions.ts'
import { openWorld, type World } from './api-world.ts'
import { type Attack, attackOn, spoil } from './hostile-input.ts'
import { foreignIds, OBJECTION_CASE, OBJECTION_SECRET, rightBodies, rightPart } from './hostile-right.ts'
import { reportPost } from './report-scene.ts'
import { wantToInvite } from './world-account.ts'
import { answerByLink, linkAsk } from './world-ask-links.ts'
import { type Cast, createCast } from './world-cast.ts'
import { askForIntroduction, bringTogether } from './world-introductions.ts'
import { addPasskey } from './world-passkeys.ts'
import { GENEROUS } from './world-scene.ts'
import { talk } from './world-threads.ts'
import { token } from './world-words.ts'

const SEED = Number(process.env['KITH_HOSTILE_SEED'] ?? 20_261_124)
const LIMIT_MS = 3_600_000
const ROUTES = Object.keys(QUESTIONS).toSorted((one, other) => danger(one) - danger(other))
// `KITH_HOSTILE_REQUESTS` asks for more of them, and `KITH_HOSTILE_SEED` for others.
const REQUESTS = Number(process.env['KITH_HOSTILE_REQUESTS'] ?? 3_500)
// Of so many it is worth looking at what is left in memory, and how much that may be from a quarter of them to the end.
const MANY = 30_000
const MOST_GROWTH_BYTES = 20_000_000
// What is read in a query is tried so much more often than what has none.
const TRIES_OF_QUERIES = 3
// What a refusal may say is its title; never what the database or the runtime said.
const RAW =
  /violates|constraint|relation "|syntax error|pg_|postgres|drizzle|Failed query|select |insert into|node_modules|\bat .*\.ts:|SyntaxError|TypeError|ZodError|Unexpected token/i

let world: World
let cast: Cast
let right: Readonly<Record<string, unknown>>
let described: Described
let foreign: readonly string[]
let checksum: () => Promise<string>
let newCookie: (key: string) => Promise<string>
let struck = 0
let heapAtQuarter = 0

beforeAll(async () => {
  world = await openWorld({ rates: GENEROUS })
  cast = createCast(world)
  for (const key of ['ada', 'ben', 'cal', 'dan', 'eve', 'fay']) await cast.person(key)
  for (const key of ['ada', 'fay']) await cast.tie(key, 'ben')
  await cast.tie('ada', 'eve')
  await cast.circle('mine', 'ada', ['ben'])
  await cast.circle('not mine', 'ben', ['ada'])
  await cast.post('said', 'ada', { all: true })
  await cast.post('heard', 'ben', { all: true })
  await cast.ask('asked', 'ada', { all: true })
  await cast.ask('asked by ben', 'ben', { all: true })
  for (const key of ['asked by ben', 'asked'])
    await answerByLink(world, cast, await linkAsk(cast, cast.askOfKey(key)))
  await cast.post('not heard', 'dan', { all: true })
  await talk(cast, 'ben', 'ada')
  await askForIntroduction(cast, 'ben', 'ada')
  await bringTogether(cast, 'ben', ['ada', 'fay'])
  await cast.request('cal', 'ada')
  cast.facts.invitations.push(await cast.invite('ben', []))
  await cast.club('club', 'ada')
  await cast.makeCode('club')
  await cast.joinByCode('club', 'cal')
  await cast.club('of ben', 'ben')
  await cast.inviteToClub('of ben', 'ben', 'ada')
  await addPasskey(cast, 'ada')
  for (const key of ['ada', 'ben']) await wantToInvite(cast, key)
  await giveCases()
  right = rightBodies(cast, world.clock.at)
  described = await readDescription()
  foreign = foreignIds(cast)
  checksum = await createChecksum()
  newCookie = await createCookies()
})

afterAll(() => world.close())

it('every route of the description that takes a body is sent one', () => {
  expect([...described.bodies].filter((route) => !(route in right))).toEqual([])
})

describe('no input makes the server fail, and what it refuses has changed nothing', () => {
  for (const route of ROUTES) {
    it(`${route} withstands it`, { timeout: LIMIT_MS }, async () => {
      const names = described.queries.get(route) ?? []
      const weights = ROUTES.length + (TRIES_OF_QUERIES - 1) * described.queries.size
      const runs = Math.ceil((REQUESTS / weights) * (names.length > 0 ? TRIES_OF_QUERIES : 1))
      const isEnding = route.includes('sessions') || route.includes('sign-out')
      let before = await checksum()
      await fc.assert(
        fc.asyncProperty(attackOn({ names, foreign }), async (tried) => {
          const cookie = await newCookie(isEnding ? 'dan' : 'ada')
          if (isEnding) before = await checksum()
          const answers = await strike(route, tried, cookie)
          answers.forEach(expectTame)
          const after = await checksum()
          const refused = answers.every(({ status }) => status >= 400)
          if (refused) expect({ answers, rows: after }).toEqual({ answers, rows: before })
          before = after
        }),
        { seed: SEED, numRuns: runs, endOnFailure: true },
      )
    })
  }
})

it.skipIf(REQUESTS < MANY)('many requests leave nothing behind in memory', () => {
  expect(heapBytes() - heapAtQuarter).toBeLessThan(MOST_GROWTH_BYTES)
})

/** What is in use once everything that can go is gone. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

/** Ada is an operator, for whom something was reported, and objected to. */
async function giveCases(): Promise<void> {
  const { sql } = world.database
  await sql`update person set operator = true where id = ${cast.client('ada').me.id}`
  await reportPost(cast, 'fay', 'heard')
  await sql`
    insert into report (id, what, reason, made_at) values (${OBJECTION_CASE}, 'objection', 'person', now())`
  const secret = hashSecret(LinkSecret.parse(OBJECTION_SECRET))
  await sql`
    insert into objection (secret_hash, fingerprint, report, name, entry, why, email, language, made_at)
    values (${secret}, ${secret}, ${OBJECTION_CASE}, 'A', 'B', 'C', 'a@kith.test', 'en', now())`
}

interface Struck {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Sends the attack, as often at once as it says. */
function strike(route: string, attack: Attack, cookie: string): Promise<Struck[]> {
  struck += 1
  if (struck === Math.ceil(REQUESTS / 4)) heapAtQuarter = heapBytes()
  return Promise.all(Array.from({ length: attack.atOnce }, () => strikeOnce(route, attack, cookie)))
}

async function strikeOnce(
  route: string,
  { part, query, headers, body }: Attack,
  cookie: string,
): Promise<Struck> {
  const [method = 'GET', path = ''] = route.split(' ')
  const url = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => part ?? rightPart(cast, path, name))
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

interface Described {
  /** Routes that take a body. */
  readonly bodies: ReadonlySet<string>
  /** What routes read in their query, by route. */
  readonly queries: ReadonlyMap<string, readonly string[]>
}

const Operation = z.object({
  requestBody: z.unknown().optional(),
  parameters: z.array(z.object({ in: z.string(), name: z.string() })).default([]),
})
const Description = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) })

async function readDescription(): Promise<Described> {
  const { paths } = await world.anybody().read(Description, '/api/openapi.json')
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const),
  )
  const queries = operations.map(([route, { parameters }]) => {
    const names = parameters.flatMap((one) => (one.in === 'query' ? [one.name] : []))
    return [route, names] as const
  })
  return {
    bodies: new Set(operations.flatMap(([route, one]) => (one.requestBody === undefined ? [] : [route]))),
    queries: new Map(queries.filter(([, names]) => names.length > 0)),
  }
}

/**
 * A checksum over every row of every table but the counters of tries: whatever was changed anywhere, it differs. Without a
 * new number of a transaction nothing was written, and it is the one from before.
 */
async function createChecksum(): Promise<() => Promise<string>> {
  const { sql } = world.database
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_limit' order by 1`
  const sums = tables.map(
    ({ name }) =>
      `'${name} ' || (select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "${name}" t)`,
  )
  const all = `select ${sums.join(` || ' ' || `)} as all`
  let known = { next: '', sum: '' }
  return async () => {
    const [now] = await sql<{ next: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`
    if (now?.next === known.next) return known.sum
    const [row] = await sql.unsafe<{ all: string }[]>(all, [], { prepare: true })
    known = { next: now?.next ?? '', sum: row?.all ?? '' }
    return known.sum
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
