import { parseArgs } from 'node:util'
import { createAnnouncer } from './changes/change-announcer.ts'
import { createWriter } from './changes/change-writer.ts'
import { type Config, readConfig } from './config.ts'
import { type Database, openDatabase } from './database/client.ts'
import { migrateDatabase } from './database/migrate.ts'
import { openPostgres } from './database/open-postgres.ts'
import { createLog } from './http/logging.ts'
import { explainFailure } from './start-failures.ts'
import { importNetwork } from './trust-networks/import-service.ts'
import { assembleNetwork, type TrustNetwork } from './trust-networks/trust-network.ts'
import { type FileContent, readRatings, readTies } from './trust-networks/trust-network-file.ts'

const USAGE = 'Usage: pnpm import:trust --ties FILE --ratings FILE'
const BAD_LINES_SHOWN = 20

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

function reportBadLines(file: string, { badLines }: FileContent<unknown>): void {
  if (badLines.length === 0) return
  const shown = badLines.slice(0, BAD_LINES_SHOWN).join(', ')
  const rest = badLines.length > BAD_LINES_SHOWN ? ` and ${badLines.length - BAD_LINES_SHOWN} more` : ''
  say(`${file}: ${badLines.length} lines could not be read and were skipped: ${shown}${rest}.`)
}

async function readFiles(ties: string, ratings: string): Promise<TrustNetwork> {
  const trust = await readTies(ties)
  reportBadLines(ties, trust)
  const rated = await readRatings(ratings)
  reportBadLines(ratings, rated)
  const network = assembleNetwork(trust.lines, rated.lines)
  say(`${network.undecided} ratings say neither for nor against and are left out.`)
  return network
}

async function importInto(database: Database, network: TrustNetwork): Promise<void> {
  const announcer = createAnnouncer(database.sql, createLog('warn'))
  const writer = createWriter({ db: database.db, announcer })
  const deps = { db: database.db, writer, now: () => new Date() }
  const made = await importNetwork(deps, network, (part, done, of) => say(`${part}: ${done} of ${of}`))
  say(`New: ${made.persons} persons, ${made.ties} ties, ${made.recommendations} recommendations.`)
}

async function withDatabase(config: Config, work: (database: Database) => Promise<void>): Promise<void> {
  const server = await openPostgres(config, say)
  try {
    await migrateDatabase(server.connection)
    const database = openDatabase(server.connection)
    try {
      await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await server.stop()
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { ties: { type: 'string' }, ratings: { type: 'string' } } })
  const { ties, ratings } = values
  if (ties === undefined || ratings === undefined) throw new Error(USAGE)
  const config = readConfig(process.env)
  const network = await readFiles(ties, ratings).catch((cause: unknown) => {
    throw new Error(`Give two files that can be read. ${USAGE}`, { cause })
  })
  try {
    await withDatabase(config, (database) => importInto(database, network))
  } catch (error) {
    throw new Error(explainFailure(error, config) ?? String(error), { cause: error })
  }
}

await run().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
