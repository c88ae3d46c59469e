import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openWorld, type World } from './api-world.ts'
import { LocalSite } from './local-site.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { type Cast, createCast } from './world-cast.ts'

const PROCESS = join(import.meta.dirname, 'telling-process.ts')
const PATIENT = { timeout: 60_000, interval: 25 }
// An hour before people are told what the week brought, and a little after.
const BEFORE = new Date('2031-03-02T17:00:00Z')
const AFTER = '2031-03-02T18:05:00Z'

let world: World
let mail: MailServer
let pushes: LocalSite
let cast: Cast

beforeAll(async () => {
  world = await openWorld()
  mail = await startMailServer()
  pushes = await LocalSite.open()
})

afterAll(async () => {
  await mail.close()
  pushes.close()
  await world.close()
})

beforeEach(async () => {
  world.clock.at = BEFORE
  cast = createCast(world)
  for (const key of ['me', 'ben', 'oda']) await cast.person(key)
  await cast.tie('me', 'ben')
  await cast.tie('ben', 'oda')
  await cast.post('gift', 'ben', { singles: ['oda'], onward: 0 })
  const path = `/api/recommendations/${cast.postOf('gift').id}/address`
  cast.done(await cast.client('ben').send('POST', path, { to: cast.client('me').me.id }, cast.after()))
  await world.database.sql`update person set email_verified = true where id = ${cast.client('me').me.id}`
  await world.database.sql`
    insert into telling_mark (person, as_of) select no, ${BEFORE.toISOString()}::timestamptz - interval '1 minute'
    from person on conflict (person) do nothing`
})

function startProcess(): ChildProcess {
  const env = {
    ...process.env,
    TEST_CONNECTION: JSON.stringify(world.database.connection),
    TEST_NOW: AFTER,
    TEST_SMTP: mail.url,
  }
  return spawn(process.execPath, [PROCESS], { stdio: 'ignore', env })
}

async function kill(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit')
  process.kill('SIGKILL')
  await ended
}

/** The ids of the mails that I got, of each as often as it came. */
function mailsToMe(): string[] {
  const mine = mail.letters.filter((letter) => letter.includes(`To: ${cast.client('me').me.email}`))
  return mine.map((letter) => letter.match(/^Message-ID: (\S+)/im)?.[1] ?? '')
}

async function isTold(): Promise<boolean> {
  const rows = await world.database.sql`
    select from telling_mark m join person p on p.no = m.person
    where p.id = ${cast.client('me').me.id} and m.as_of > ${BEFORE.toISOString()} and m.taken_until is null`
  return rows.length > 0
}

async function isDeviceTold(): Promise<boolean> {
  const rows = await world.database.sql`
    select from telling_device where as_of > ${BEFORE.toISOString()} and taken_until is null`
  return rows.length > 0
}

/** Of each job that is held, whether the one who holds it can be seen to live. */
async function heldByTheLiving(): Promise<boolean[]> {
  const rows = await world.database.sql<{ lives: boolean }[]>`
    select exists (select from pg_stat_activity where application_name = locked_by) as lives
    from graphile_worker.jobs where locked_by is not null`
  return rows.map(({ lives }) => lives)
}

/** Another process looks while the one killed still counts as sending, and again when it does so no more. */
async function goOn(): Promise<void> {
  mail.silent = 'never'
  pushes.answer = (_request, response) => void response.writeHead(201).end()
  const before = [mail.letters.length, pushes.seen.length]
  const process = startProcess()
  await look()
  expect([mail.letters.length, pushes.seen.length]).toEqual(before)
  const { sql } = world.database
  await sql`update telling_mark set taken_until = ${BEFORE.toISOString()} where taken_until is not null`
  await sql`update telling_device set taken_until = ${BEFORE.toISOString()} where taken_until is not null`
  await look()
  await kill(process)
  expect(await isTold()).toBe(true)
}

/** Waits for a round of the process that runs, and for what that brought. What a killed one held is held by nobody then. */
async function look(): Promise<void> {
  const { sql } = world.database
  await sql`select graphile_worker.add_job('round', '{}', max_attempts := 1)`
  await vi.waitFor(async () => {
    const open = await sql`select task_identifier, locked_by from graphile_worker.jobs`
    expect(open).toEqual([])
  }, PATIENT)
}

it('a process killed before its mail was taken loses nothing, and nothing comes twice', async () => {
  mail.silent = 'fromStart'
  const calls = mail.calls
  const killed = startProcess()
  await vi.waitUntil(() => mail.calls > calls, PATIENT)
  await vi.waitFor(async () => expect(await heldByTheLiving()).toEqual([true]), PATIENT)
  await kill(killed)
  await vi.waitFor(async () => expect(await heldByTheLiving()).toEqual([false]), PATIENT)
  expect(mailsToMe()).toEqual([])
  await goOn()
  expect(mailsToMe()).toHaveLength(1)
}, 240_000)

it('a mail that was taken right before the kill comes again under the same id, as one mail', async () => {
  mail.silent = 'onceTaken'
  const killed = startProcess()
  await vi.waitUntil(() => mailsToMe().length > 0, PATIENT)
  await kill(killed)
  await goOn()
  const [first, second, ...more] = mailsToMe()
  expect([second, more]).toEqual([first, []])
  expect(first).toMatch(/^<[0-9a-f]{32}@kith\.test>$/)
}, 240_000)

it('a process killed while a push service had a call in hand: it is called again, as one call, and no mail with it', async () => {
  mail.silent = 'never'
  pushes.answer = () => undefined
  const endpoint = `https://push.test:${pushes.port}/mine`
  cast.done(await cast.client('me').send('PUT', '/api/telling/device', { endpoint }))
  await world.database.sql`update telling_device set as_of = as_of - interval '1 minute'`
  const killed = startProcess()
  await vi.waitUntil(async () => pushes.seen.length > 0 && (await isTold()), PATIENT)
  await kill(killed)
  await goOn()
  expect(await isDeviceTold()).toBe(true)
  // Of calls with one topic a push service keeps the last, and what a device shows of them is one thing.
  expect(pushes.seen.map(({ url, headers }) => [url, headers['topic']])).toEqual([
    ['/mine', 'new'],
    ['/mine', 'new'],
  ])
  expect(mailsToMe()).toHaveLength(1)
}, 240_000)
