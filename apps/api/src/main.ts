import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LinkSecret } from '@kith/contract'
import { buildApp } from './app.ts'
import { createWriter } from './changes/change-writer.ts'
import { type Config, readConfig } from './config.ts'
import { type Connection, type Database, openDatabase, type Sql } from './database/client.ts'
import { migrateDatabase } from './database/migrate.ts'
import { newIds } from './database/new-ids.ts'
import { openPostgres } from './database/open-postgres.ts'
import { newLinkSecret } from './http/link-secrets.ts'
import { createLog } from './http/logging.ts'
import { offerFirstPerson } from './sessions/sign-up.ts'
import { explainFailure, refuseOldPostgres } from './start-failures.ts'
import { seedVillage } from './village/village-seed.ts'

const WEB_FOLDER = join(import.meta.dirname, '../../web/dist')
const DEADLINE_MS = 15_000
const DRAIN_MS = 3_000

// What was started, to be stopped in the opposite order, whatever happens in between.
const running: (() => Promise<void>)[] = []
let stopping: Promise<void> | undefined
const ending = new AbortController()

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

function stop(exitCode: number): Promise<void> {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCode)
  ending.abort()
  stopping ??= stopAll()
  return stopping
}

async function stopAll(): Promise<void> {
  setTimeout(() => process.exit(1), DEADLINE_MS).unref()
  for (const end of running.splice(0).reverse()) {
    await end().catch((error: unknown) => {
      process.exitCode = 1
      say(`Something did not stop cleanly: ${error instanceof Error ? error.message : String(error)}.`)
    })
  }
}

async function startDatabase(config: Config): Promise<Connection> {
  const server = await openPostgres(config, say)
  running.push(() => server.stop())
  void server.lost.then((reason) => {
    say(`The database is lost: ${reason.message}`)
    return stop(1)
  })
  return server.connection
}

async function checkVersion(sql: Sql): Promise<void> {
  const [row] = await sql<{ version: number }[]>`
    select current_setting('server_version_num')::int as version`
  refuseOldPostgres(row?.version ?? 0)
}

/** Gives an empty database the demo village, or the link of the first person, whose secret is answered. */
async function furnish(config: Config, database: Database, now: () => Date): Promise<LinkSecret | undefined> {
  // Nobody follows the log yet who could be told.
  const writer = createWriter({ db: database.db, announcer: { announce: () => undefined } })
  if (config.demo) await seedVillage({ writer, now, ids: newIds })
  return offerFirstPerson(database.db, newLinkSecret)
}

async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const connection = await startDatabase(config)
  const database = openDatabase(connection)
  running.push(() => database.close())
  await checkVersion(database.sql)
  await migrateDatabase(connection)
  const now = () => new Date()
  const firstPerson = await furnish(config, database, now)

  const address = config.origin ?? addressOf(config)
  const webFolder = existsSync(join(WEB_FOLDER, 'index.html')) ? WEB_FOLDER : undefined
  const outside = { log, now, ids: newIds, say, stopping: ending.signal }
  const app = await buildApp({ config, address, database, webFolder, ...outside })
  running.push(async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS)
    await app.close()
    clearTimeout(cut)
  })
  if (stopping) return
  await app.listen({ host: config.host, port: config.port })
  say(`Kith runs at ${address}`)
  say(howToGetIn(config, address, firstPerson))
}

// By its name, where that leads here: an address in numbers can have no passkeys.
const HERE = new Set(['0.0.0.0', '::', '127.0.0.1', '::1'])

function addressOf({ host, port }: Config): string {
  const name = HERE.has(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function howToGetIn(config: Config, address: string, firstPerson: string | undefined): string {
  if (firstPerson !== undefined) {
    return `Nobody is here yet. Whoever opens this link first is the first person and operator: ${address}/first/${firstPerson}`
  }
  if (config.demo) {
    return `Sign in or sign up there, or look around as somebody of the demo village: ${address}/sign-in`
  }
  return `Sign in there: ${address}/sign-in`
}

async function run(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  let config: Config | undefined
  try {
    config = readConfig(process.env)
    await start(config)
    // A signal that came while starting has stopped what there was then; the rest stops now.
    if (stopping) await stopAll()
  } catch (error) {
    // What was given up because of the signal is no failure.
    if (stopping) return stopAll()
    const sentence = explainFailure(error, config)
    say(
      sentence ??
        `Kith could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    await stop(1)
  }
}

await run()
