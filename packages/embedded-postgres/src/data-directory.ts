import { execFile } from 'node:child_process'
import { access, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PlatformBinaries } from './platform-binaries.ts'
import { diskFull, PostgresRefused } from './postgres-refusal.ts'
import type { UnprivilegedUser } from './unprivileged-user.ts'

const POSTGRES_VERSION = 18
// Counts up whenever a data folder made by an earlier Kith would need more than PostgreSQL's own upgrade.
const FORMAT = 1
const FORMAT_FILE = 'kith-format'
const UNFINISHED = 'data.unfinished.'

/** The name of the only role, which owns everything. */
export const OWNER = 'kith'

/** Makes the data directory in the folder unless it is there, and refuses one that this PostgreSQL cannot open. */
export async function prepareData(
  folder: string,
  {
    binaries,
    user,
    sync,
    log,
  }: {
    binaries: PlatformBinaries
    user: UnprivilegedUser
    sync: boolean
    log: (sentence: string) => void
  },
): Promise<string> {
  const data = join(folder, 'data')
  if (await exists(data)) {
    await refuseOther(folder, data)
    return data
  }
  log(`Making a new database in ${folder}.`)
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED)) await rm(join(folder, name), { recursive: true })
  }
  // Made beside its place and moved there whole: a start that is interrupted leaves no half of a database behind.
  const unfinished = join(folder, `${UNFINISHED}${process.pid}`)
  await initialise(unfinished, { binaries, user, sync })
  await writeFile(join(unfinished, FORMAT_FILE), `${FORMAT}\n`)
  await rename(unfinished, data)
  return data
}

async function initialise(
  data: string,
  { binaries, user, sync }: { binaries: PlatformBinaries; user: UnprivilegedUser; sync: boolean },
): Promise<void> {
  const [command = binaries.initdb, ...words] = [
    ...user.wrap,
    binaries.initdb,
    `--pgdata=${data}`,
    `--username=${OWNER}`,
    '--encoding=UTF8',
    // The built-in locale is the same on every machine; plain C would leave É as it is and „ in words.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`,
    '--auth-local=trust',
    '--auth-host=reject',
    ...(sync ? [] : ['--no-sync']),
  ]
  try {
    await promisify(execFile)(command, words, { env: binaries.environment, ...user.spawnAs })
  } catch (error) {
    await rm(data, { recursive: true, force: true })
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    if (said.includes('No space left on device')) throw diskFull(data, error)
    const why = said.match(/(?:error|FATAL): +(.*)/)?.[1] ?? said.trim().slice(-300)
    throw new PostgresRefused(
      'did_not_start',
      `PostgreSQL could not make a database in ${data}: ${why}.`,
      error,
    )
  }
}

async function refuseOther(folder: string, data: string): Promise<void> {
  const version = await readNumber(join(data, 'PG_VERSION'))
  const format = await readNumber(join(data, FORMAT_FILE))
  if (version === undefined || format === undefined) {
    throw new PostgresRefused(
      'unknown_data',
      `What lies in ${folder} is not a database of Kith: choose another folder, it is left as it is.`,
    )
  }
  if (version > POSTGRES_VERSION || format > FORMAT) {
    throw new PostgresRefused(
      'newer_data',
      `The database in ${folder} was made by a newer Kith (PostgreSQL ${version}, format ${format}): start that one, or choose another folder.`,
    )
  }
  if (version < POSTGRES_VERSION || format < FORMAT) {
    throw new PostgresRefused(
      'older_data',
      `The database in ${folder} was made by an older Kith (PostgreSQL ${version}, format ${format}): export it with that one and choose another folder here.`,
    )
  }
}

async function readNumber(file: string): Promise<number | undefined> {
  if (!(await exists(file))) return undefined
  const value = Number.parseInt(await readFile(file, 'utf8'), 10)
  return Number.isNaN(value) ? undefined : value
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
