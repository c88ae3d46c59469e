import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OwnRecommendations, ReadRecommendation } from '@kith/contract'
import { freePort } from '@kith/testkit/free-port'
import { PLAIN_WORDS, plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const WRITERS = 8
// Everything is killed and started anew more than once while one post waits for its acknowledgement.
const PATIENT = { timeout: 90_000, interval: 25 }

let folder: string
let port: number
let kith: ChildProcess

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-kill-'))
  port = await freePort()
  await startKith()
}, 120_000)

afterAll(async () => {
  const ended = once(kith, 'exit')
  kith.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true })
}, 60_000)

async function startKith(): Promise<void> {
  kith = spawn(process.execPath, [MAIN], {
    stdio: 'ignore',
    env: {
      ...process.env,
      KITH_DATA: folder,
      PORT: String(port),
      KITH_DEMO: '0',
      KITH_SIGNUP: 'open',
      LOG_LEVEL: 'silent',
    },
  })
  await vi.waitUntil(() => answers('/health/ready'), PATIENT)
}

async function answers(path: string): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}${path}`)).ok
  } catch {
    // Nobody listens there at the moment.
    return false
  }
}

function send(method: string, path: string, cookie: string, body?: unknown, key?: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api${path}`, {
    method,
    headers: {
      origin: `http://127.0.0.1:${port}`,
      cookie,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

async function signUp(handle: string): Promise<string> {
  const answer = await send('POST', '/auth/sign-up', '', {
    name: handle,
    handle,
    email: `${handle}@example.org`,
    password: 'a password long enough',
    language: 'en',
    invitation: null,
    firstPerson: null,
  })
  expect(answer.status).toBe(201)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function noteOf(title: string) {
  return {
    about: null,
    subject: plainFacts('book', title),
    verdict: 'recommend',
    interest: null,
    words: PLAIN_WORDS,
    audience: { form: 'notebook' },
    onward: 0,
    language: 'en',
  }
}

/** Sends until it is acknowledged, with one key, as a client does whose connection broke. */
async function postUntilAcknowledged(cookie: string, title: string): Promise<string> {
  const key = randomUUID()
  let id = ''
  await vi.waitUntil(async () => {
    try {
      const answer = await send('POST', '/recommendations', cookie, noteOf(title), key)
      if (answer.status !== 201) {
        expect([429, 503]).toContain(answer.status)
        return false
      }
      id = ReadRecommendation.parse(await answer.json()).voice.post
      return true
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return false
      throw error
    }
  }, PATIENT)
  return id
}

async function listAll(cookie: string): Promise<{ title: string; id: string }[]> {
  const found: { title: string; id: string }[] = []
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`
    const answer = await send('GET', `/recommendations${query}`, cookie)
    const page = OwnRecommendations.parse(await answer.json())
    found.push(...page.recommendations.map(({ voice }) => ({ title: voice.subject.title, id: voice.post })))
    cursor = page.cursor
  } while (cursor !== null)
  return found
}

async function killPostgres(): Promise<void> {
  const note = await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')
  process.kill(Number(note.split('\n')[0]), 'SIGKILL')
}

async function killNode(): Promise<void> {
  const ended = once(kith, 'exit')
  kith.kill('SIGKILL')
  await ended
  await startKith()
}

it('a thousand posts survive kill -9 of PostgreSQL and of Node: each acknowledged one is there once', async () => {
  const cookies = [await signUp('ada-kill'), await signUp('ben-kill')]
  const acknowledged = new Map<string, string>()
  const titles = Array.from({ length: 1_000 }, (_, at) => `Book ${at}`)
  const blows = new Map<number, () => Promise<void>>([
    [150, killPostgres],
    [400, killNode],
    [600, killPostgres],
    [800, () => Promise.all([killPostgres(), killNode()]).then(() => undefined)],
  ])
  const falling: Promise<void>[] = []
  const writer = async (): Promise<void> => {
    for (let title = titles.shift(); title !== undefined; title = titles.shift()) {
      const cookie = cookies[titles.length % 2] ?? ''
      acknowledged.set(title, await postUntilAcknowledged(cookie, title))
      const blow = blows.get(acknowledged.size)
      if (blow) {
        blows.delete(acknowledged.size)
        falling.push(blow())
      }
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  await Promise.all(falling)
  await vi.waitUntil(() => answers('/health/ready'), PATIENT)

  expect(blows.size).toBe(0)
  const found = (await Promise.all(cookies.map(listAll))).flat()
  expect(found).toHaveLength(1_000)
  expect(new Map(found.map(({ title, id }) => [title, id]))).toEqual(acknowledged)
}, 300_000)
