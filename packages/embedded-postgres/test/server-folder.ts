import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import postgres, { type Sql } from 'postgres'
import { onTestFinished } from 'vitest'
import { type RunningPostgres, type StartOptions, startPostgres } from '../src/index.ts'

const CACHE = join(import.meta.dirname, '..', '..', '..', '.cache', 'postgres')

/** A folder that is gone when the test is over. */
export async function someFolder(): Promise<string> {
  await mkdir(CACHE, { recursive: true })
  const folder = await mkdtemp(join(CACHE, 'test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A started server that is stopped at the latest when the test is over. */
export async function start(
  folder: string,
  options?: Omit<StartOptions, 'folder'>,
): Promise<RunningPostgres> {
  const server = await startPostgres({ folder, ...options })
  onTestFinished(() => server.stop())
  return server
}

/** Connects, does the work and disconnects. */
export async function within<T>(
  { connection }: Pick<RunningPostgres, 'connection'>,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres({ ...connection, max: 1, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** A program of its own that holds a server, and the first line it said. */
export async function holdElsewhere(
  folder: string,
  wrap: readonly string[] = [],
): Promise<{ program: ChildProcess; said: string }> {
  const script = join(import.meta.dirname, 'hold-server.ts')
  const [command, ...words] = [...wrap, process.execPath, script, folder] as const
  const program = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => endProgram(program, 'SIGTERM'))
  for await (const said of createInterface({ input: program.stdout })) return { program, said }
  return { program, said: '' }
}

/** Sends a signal and waits until the program is gone. */
export async function endProgram(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const gone = once(program, 'exit')
  program.kill(signal)
  await gone
}

/** The process id of the server that runs on a folder. */
export async function serverProcess(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8'), 10)
}
