import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { type Client, openWorld, type World } from './api-world.ts'
import { LocalSite } from './local-site.ts'
import { type Cast, createCast } from './world-cast.ts'

/** A Sunday, an hour before people are told what the week brought; all are in UTC. */
const SUNDAY = new Date('2031-03-02T17:00:00Z')
const PATIENT = { timeout: 30_000, interval: 20 }

export interface TellingScene {
  readonly world: World
  readonly cast: Cast
  /** Does what the jobs do every ten minutes, and waits until all of it is done. */
  round(): Promise<void>
  /** The mails about what is new that somebody got. */
  mailsTo(key: string): Promise<string[]>
  /** The push service of everybody’s devices. */
  readonly pushes: LocalSite
  /** Where the push service takes calls for the device of somebody. */
  endpointOf(key: string): string
  /** A device of somebody is told from now on, the one on which he has signed up if it is not said. */
  tellDevice(key: string, on?: Client): Promise<void>
  /** How often the device of somebody was called, and how. */
  callsTo(key: string): IncomingMessage[]
  /** It is so many hours later. */
  later(hours: number): void
  /** Ben addresses a recommendation of his to somebody. */
  give(key: string, to: string): Promise<void>
}

/** Opens a world whose jobs run, and gives each test new people: me – ben – oda. */
export function openTellingScene(take: (scene: TellingScene) => void): void {
  let world: World
  let folder: string
  let pushes: LocalSite
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kith-telling-'))
    pushes = await LocalSite.open()
    world = await openWorld({ env: { KITH_DATA: folder }, outside: pushes.net })
    world.clock.at = SUNDAY
    await world.app.listen({ host: '127.0.0.1', port: 0 })
    await vi.waitFor(() => world.database.sql`select from graphile_worker.jobs`, PATIENT)
  }, 60_000)
  beforeEach(async () => {
    world.clock.at = SUNDAY
    pushes.forget()
    pushes.names = { 'push.test': [['127.0.0.1']], 'inside.test': [['127.0.0.2']] }
    const cast = createCast(world)
    for (const key of ['me', 'ben', 'oda']) await cast.person(key)
    await cast.tie('me', 'ben')
    await cast.tie('ben', 'oda')
    // Whoever comes new has been told everything so far, at the time that the test goes by.
    await world.database.sql`
      insert into telling_mark (person, as_of) select no, ${SUNDAY.toISOString()}::timestamptz - interval '1 minute'
      from person on conflict (person) do update set as_of = excluded.as_of, taken_until = null`
    const pathOf = (key: string) => `/${cast.client(key).me.id}`
    const endpointOf = (key: string) => `https://push.test:${pushes.port}${pathOf(key)}`
    take({
      pushes,
      endpointOf,
      tellDevice: async (key, on = cast.client(key)) => {
        cast.done(await on.send('PUT', '/api/telling/device', { endpoint: endpointOf(key) }))
        // What happened right before is known to whoever switched it on.
        world.clock.at = new Date(world.clock.at.getTime() + 1_000)
      },
      callsTo: (key) => pushes.seen.filter(({ url }) => url === pathOf(key)),
      world,
      cast,
      round: () => doRound(world),
      mailsTo: (key) => readMails(join(folder, 'mail'), cast.client(key).me.email),
      later: (hours) => {
        world.clock.at = new Date(world.clock.at.getTime() + hours * 3_600_000)
      },
      give: async (key, to) => {
        const path = `/api/recommendations/${cast.postOf(key).id}/address`
        const body = { to: cast.client(to).me.id }
        cast.done(await cast.client('ben').send('POST', path, body, cast.after()))
      },
    })
  })
  afterAll(async () => {
    await world.close()
    pushes.close()
    await rm(folder, { recursive: true, force: true })
  })
}

async function doRound({ database: { sql } }: World): Promise<void> {
  await sql`select graphile_worker.add_job('round', '{}', job_key := 'round', max_attempts := 1)`
  await vi.waitFor(async () => {
    const left = await sql`select task_identifier, last_error from graphile_worker.jobs`
    if (left.length > 0) throw new Error(`expected all jobs to be done, got ${JSON.stringify(left)}`)
  }, PATIENT)
}

async function readMails(folder: string, to: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const letters = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return letters.filter((letter) => letter.includes(`To: ${to}\n`) && letter.includes('List-Unsubscribe'))
}
