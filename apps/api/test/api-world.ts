import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Me, POSITION_HEADER, SignedIn } from '@kith/contract'
import { type TestDatabase, testDatabase } from '@kith/testkit/database'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { vi } from 'vitest'
import type { z } from 'zod'
import { buildApp } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import { type Database, openDatabase } from '../src/database/client.ts'
import { migrateDatabase } from '../src/database/migrate.ts'
import { newIds } from '../src/database/new-ids.ts'
import type { Rates } from '../src/http/rate-limits.ts'
import type { OutsideNet } from '../src/outside/outside-request.ts'
import { GAZETTEER_KEPT } from '../src/places/gazetteer.ts'
import { type LogLine, openLog } from './heard-log.ts'

export const PASSWORD = 'correct horse battery'
// The least that Argon2id takes: what a password costs is proven once, and paid for only there.
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 }
const GENEROUS: Rates = {
  signUpPerAddress: { max: 10_000, seconds: 60 },
  exportPerPerson: { max: 10_000, seconds: 60 },
}

/** What the API answered. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  /** The body as JSON; undefined where there is none. */
  readonly body: unknown
  /** The code of a refusal. */
  readonly code: string | undefined
}

/** Somebody with a browser: keeps the session's cookie. */
export class Client {
  readonly #app: FastifyInstance
  cookie = ''

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  async send(
    method: Method,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const request: InjectOptions = { method, url, headers: { cookie: this.cookie, ...headers } }
    const sent = await this.#app.inject(
      body === undefined ? request : { ...request, ...asJson(body, request) },
    )
    const cookies = [sent.headers['set-cookie'] ?? []].flat()
    if (cookies.length > 0) this.cookie = cookies.map((one) => one.split(';')[0]).join('; ')
    const parsed = parseJson(sent.body)
    const code = isRecord(parsed) && typeof parsed['code'] === 'string' ? parsed['code'] : undefined
    return { status: sent.statusCode, text: sent.body, headers: sent.headers, body: parsed, code }
  }

  get(url: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send('GET', url, undefined, headers)
  }

  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.send('POST', url, body, headers)
  }

  patch(url: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', url, body)
  }

  /** Sends a picture as the photo of a recommendation. */
  putPhoto(post: string, picture: Buffer, words = '', type = 'image/jpeg'): Promise<Answer> {
    return this.sendPhoto('PUT', `/api/recommendations/${post}/photo`, picture, words, type)
  }

  /** Sends a picture in a form. */
  async sendPhoto(
    method: 'PUT' | 'POST',
    url: string,
    picture: Buffer,
    words = '',
    type = 'image/jpeg',
  ): Promise<Answer> {
    const form = new FormData()
    form.set('words', words)
    form.set('photo', new Blob([new Uint8Array(picture)], { type }), 'photo')
    const encoded = new Response(form)
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' }
    return this.send(method, url, Buffer.from(await encoded.arrayBuffer()), headers)
  }

  delete(url: string): Promise<Answer> {
    return this.send('DELETE', url)
  }

  /** Reads what must be there, in the shape of its schema. */
  async read<T>(schema: z.ZodType<T>, url: string): Promise<T> {
    return expectBody(schema, await this.get(url))
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT'

export interface Person extends Client {
  readonly me: Me
}

class SignedInClient extends Client implements Person {
  readonly me: Me

  constructor(app: FastifyInstance, me: Me, cookie: string) {
    super(app)
    this.me = me
    this.cookie = cookie
  }
}

export interface World {
  readonly app: FastifyInstance
  readonly database: Database
  /** The time that the API goes by; move it as you like. */
  readonly clock: { at: Date }
  /** Somebody without a session. */
  anybody(): Client
  /** Another process on the same database, so to speak: to be made ready and closed by the test. */
  build(): Promise<FastifyInstance>
  /** A new person who has signed up. */
  person(handle: string, more?: Record<string, unknown>): Promise<Person>
  /** The letter that was written last and is as one looks for it, once it is there. */
  letter(like: RegExp): Promise<string>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly env?: Record<string, string>
  readonly rates?: Rates
  /** How much anybody may ask in a minute. */
  readonly requestsPerMinute?: number
  readonly webFolder?: string
  /** Whether passwords cost what they cost outside of tests. */
  readonly dearPasswords?: boolean
  /** Where the pages of links and the push services are. */
  readonly outside?: OutsideNet
  /** Another build of the API than the one in the sources, for faults that are planted in it. */
  readonly buildApp?: typeof buildApp
  /** Hears every line of the log. */
  readonly logged?: (line: LogLine) => void
  /** A database that is there already, of this version's tables; it is dropped with the world. */
  readonly rows?: TestDatabase
  prepare?(database: Database): Promise<void>
}

/** The whole API over a database of its own. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const rows = options.rows ?? (await testDatabase({ migrate: migrateDatabase }))
  const database = openDatabase(rows.connection, { writers: 8, readers: 4 })
  // Where towns are needed a test reads them in itself: it takes seconds, and its long writes hold up whoever follows the log.
  await database.sql`insert into setting (key, value) values (${GAZETTEER_KEPT}, '') on conflict do nothing`
  await options.prepare?.(database)
  const clock = { at: new Date() }
  const dataFolder = await mkdtemp(join(tmpdir(), 'kith-world-'))
  const build = () =>
    (options.buildApp ?? buildApp)({
      config: testConfig({ KITH_DATA: dataFolder, ...options.env }),
      address: 'http://kith.test',
      database,
      log: openLog(options.logged),
      now: () => clock.at,
      ids: newIds,
      say: () => undefined,
      stopping: new AbortController().signal,
      webFolder: options.webFolder,
      rates: { ...GENEROUS, ...options.rates },
      ...(options.requestsPerMinute ? { requestsPerMinute: options.requestsPerMinute } : {}),
      ...(options.dearPasswords ? {} : { passwordCost: CHEAP }),
      ...(options.outside ? { outside: options.outside } : {}),
    })
  const app = await build()
  await app.ready()
  return {
    app,
    build,
    database,
    clock,
    anybody: () => new Client(app),
    person: (handle, more) => signUp(app, handle, more),
    letter: (like) => vi.waitFor(() => findLetter(join(dataFolder, 'mail'), like)),
    close: async () => {
      await app.close()
      await database.close()
      await rows.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function findLetter(folder: string, like: RegExp): Promise<string> {
  const names = (await readdir(folder)).sort().toReversed()
  const letters = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const found = letters.find((letter) => like.test(letter))
  if (found === undefined) throw new Error(`expected a letter like ${like} in the mail folder`)
  return found
}

function testConfig(env: Record<string, string> = {}): Config {
  return readConfig({ KITH_DEMO: '0', KITH_SIGNUP: 'open', LOG_LEVEL: 'silent', ...env })
}

/** What a sign-up sends. */
export function signUpBody(handle: string, more: Record<string, unknown> = {}) {
  return {
    name: handle.charAt(0).toUpperCase() + handle.slice(1),
    handle,
    email: `${handle}@kith.test`,
    password: PASSWORD,
    language: 'en',
    invitation: null,
    firstPerson: null,
    ...more,
  }
}

async function signUp(app: FastifyInstance, handle: string, more?: Record<string, unknown>): Promise<Person> {
  const client = new Client(app)
  const { me } = expectBody(SignedIn, await client.post('/api/auth/sign-up', signUpBody(handle, more)))
  return new SignedInClient(app, me, client.cookie)
}

/** The body of an answer in the shape of its schema; fails with what came instead. */
export function expectBody<T>(schema: z.ZodType<T>, answer: Answer): T {
  const parsed = schema.safeParse(answer.body)
  if (answer.status >= 300 || !parsed.success) {
    throw new Error(`expected another answer than ${answer.status} ${answer.text} (${parsed.error?.message})`)
  }
  return parsed.data
}

/** Two persons become a tie by request and acceptance; answers its id. */
export async function tie(one: Person, other: Person): Promise<string> {
  const asked = await one.post('/api/ties/requests', { handle: other.me.handle })
  const request = isRecord(asked.body) ? String(asked.body['id']) : ''
  const made = await other.post(`/api/ties/requests/${request}/accept`, { closeness: null, circles: [] })
  if (made.status !== 201 || !isRecord(made.body))
    throw new Error(`expected a tie, got ${made.text} after ${asked.text}`)
  return String(made.body['id'])
}

/** The header that a write answers. */
export function positionOf(answer: Answer): string {
  return String(answer.headers[POSITION_HEADER] ?? '')
}

function asJson(body: unknown, request: InjectOptions): InjectOptions {
  const headers = { 'content-type': 'application/json', ...request.headers }
  return { headers, payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not every answer is JSON; tests look at the text then.
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
