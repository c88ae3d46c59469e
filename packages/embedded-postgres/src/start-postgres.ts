import { createHash } from 'node:crypto'
import { chown, mkdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { OWNER, prepareData } from './data-directory.ts'
import { claimFolder } from './folder-claim.ts'
import { stopLeftover } from './leftover-server.ts'
import { makeFolder } from './made-folder.ts'
import { findBinaries } from './platform-binaries.ts'
import { refusalFrom } from './postgres-refusal.ts'
import { superviseServer } from './supervised-server.ts'
import { chooseUser, giveFolder, type UnprivilegedUser } from './unprivileged-user.ts'

// The system allows some hundred bytes for the path of a socket.
const LONGEST_SOCKET_FOLDER = 80

/** What to start and where. */
export type StartOptions = {
  /** Holds the database and nothing else; made when it is not there. */
  folder: string
  /** Settings of PostgreSQL by name, beyond what the launcher sets itself. */
  settings?: Readonly<Record<string, string>>
  /** Hears what takes time or went wrong, in sentences. */
  log?: (sentence: string) => void
}

/** A PostgreSQL that accepts connections. */
export type RunningPostgres = {
  /** Options for postgres.js; the socket can be opened by this user alone. */
  connection: { host: string; port: number; username: string; database: string }
  /** Resolves with the reason when the server died and could not be started again; never rejects. */
  lost: Promise<Error>
  /** Stops the server, cutting its connections, and gives the folder free. Every committed write is kept. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL of a folder, making its database on the first start, in about a second. One living process at a
 * time holds a folder; what a killed one left behind is stopped first. Throws PostgresRefused with a sentence for people.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  try {
    await makeFolder(resolve(options.folder))
    const folder = await realpath(options.folder)
    const claim = await claimFolder(folder)
    try {
      const running = await startIn(folder, options)
      return {
        ...running,
        async stop() {
          await running.stop()
          await claim.release()
        },
      }
    } catch (error) {
      await claim.release()
      throw error
    }
  } catch (error) {
    throw refusalFrom(error, options.folder)
  }
}

async function startIn(
  folder: string,
  { settings = {}, log = () => undefined }: StartOptions,
): Promise<RunningPostgres> {
  const user = await chooseUser()
  await giveFolder(folder, user)
  const binaries = await findBinaries(folder)
  const data = await prepareData(folder, { binaries, user, sync: settings['fsync'] !== 'off', log })
  await stopLeftover(data, log)
  const socketFolder = await makeSocketFolder(folder, user)
  const server = await superviseServer({ folder, data, socketFolder, settings, binaries, user }, log)
  return {
    connection: { host: socketFolder, port: 5432, username: OWNER, database: 'postgres' },
    lost: server.lost,
    async stop() {
      await server.stop()
      await rm(socketFolder, { recursive: true, force: true })
    },
  }
}

/** An empty folder that only this user can enter, at the same place for every start on the same data. */
async function makeSocketFolder(folder: string, user: UnprivilegedUser): Promise<string> {
  const name = `kith-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const preferred = join(tmpdir(), name)
  const path = preferred.length <= LONGEST_SOCKET_FOLDER ? preferred : join('/tmp', name)
  await rm(path, { recursive: true, force: true })
  await mkdir(path, { mode: 0o700 })
  if (process.getuid?.() === 0) await chown(path, user.uid, user.uid)
  return path
}
