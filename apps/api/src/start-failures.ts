import { PostgresRefused } from '@kith/embedded-postgres'
import { databaseCode } from './changes/change-writer.ts'
import { type Config, ConfigError } from './config.ts'
import { SchemaNewerError } from './database/migrate.ts'

const OLDEST_POSTGRES = 150_000

/** The database at DATABASE_URL cannot serve; the message says why and what to do. */
class DatabaseUnfit extends Error {
  override name = 'DatabaseUnfit'
}

/** Refuses a PostgreSQL that is too old to run Kith; `version` is its server_version_num. */
export function refuseOldPostgres(version: number): void {
  if (version >= OLDEST_POSTGRES) return
  const major = Math.floor(version / 10_000)
  throw new DatabaseUnfit(
    `The database at DATABASE_URL is PostgreSQL ${major}: give Kith one of the versions 15 to 18.`,
  )
}

/** One sentence that says what kept Kith from starting and what to do; undefined for what nobody foresaw. */
export function explainFailure(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof ConfigError || error instanceof PostgresRefused) return error.message
  if (error instanceof SchemaNewerError || error instanceof DatabaseUnfit) return error.message
  if (!(error instanceof Error) || !config) return undefined
  return explainListening(error, config) ?? explainDatabase(error, config) ?? explainFolder(error, config)
}

function explainListening(error: Error, { host, port }: Config): string | undefined {
  if (read(error, 'syscall') !== 'listen' && read(error, 'syscall') !== 'getaddrinfo') return undefined
  if (read(error, 'hostname') !== undefined && read(error, 'hostname') !== host) return undefined
  switch (read(error, 'code')) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: stop what runs there, or set PORT to another number.`
    case 'EACCES':
      return `This user may not use port ${port}: set PORT to a number above 1023.`
    default:
      return `Kith cannot answer at ${host}: set HOST to an address of this machine, such as 127.0.0.1.`
  }
}

// What the client and PostgreSQL say when an address, a name or a password is wrong.
const DATABASE_SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there: start PostgreSQL or correct the address',
  ECONNRESET: 'the connection was cut: look at the log of PostgreSQL or correct the address',
  ENOTFOUND: 'its host is not known: correct the address',
  EAI_AGAIN: 'its host is not known: correct the address',
  CONNECT_TIMEOUT: 'nothing answered within ten seconds: start PostgreSQL or correct the address',
  CONNECTION_CLOSED: 'the connection was closed: look at the log of PostgreSQL or correct the address',
  '28P01': 'user or password are wrong: correct them',
  '28000': 'this user may not connect: correct the user or the rules of PostgreSQL',
  '3D000': 'there is no database of this name: create it or correct the name',
  '42501':
    'its user may not create tables or the extension pg_trgm: give him the right to, or have its owner create them',
  '0A000':
    'it lacks the extension pg_trgm: install what comes with PostgreSQL beside it (often “postgresql-contrib”)',
  '25006': 'it is read-only: take the primary server',
  '53100': 'its disk is full: free some space and start again',
  '53300': 'it takes no more connections: raise max_connections or stop something else',
}

function explainDatabase(error: Error, { databaseUrl, dataFolder }: Config): string | undefined {
  const code = databaseCode(error) ?? codeOf(error)
  const sentence = DATABASE_SENTENCES[code ?? '']
  if (sentence === undefined) return undefined
  return databaseUrl === undefined
    ? `The database in ${dataFolder} cannot be used, ${sentence}.`
    : `The database at DATABASE_URL cannot be used, ${sentence}.`
}

function explainFolder(error: Error, { dataFolder }: Config): string | undefined {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left on the disk that holds ${dataFolder}: free some space and start again.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The data folder ${dataFolder} cannot be written: make it writable for this user or set KITH_DATA to another.`
    default:
      return undefined
  }
}

function codeOf(error: Error): string | undefined {
  return read(error, 'code') ?? (error.cause instanceof Error ? codeOf(error.cause) : undefined)
}

function read(error: Error, field: 'code' | 'syscall' | 'hostname'): string | undefined {
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' ? value : undefined
}
