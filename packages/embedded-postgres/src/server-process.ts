import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readServerNote } from './leftover-server.ts'
import type { PlatformBinaries } from './platform-binaries.ts'
import { diskFull, PostgresRefused } from './postgres-refusal.ts'
import type { UnprivilegedUser } from './unprivileged-user.ts'

/** Everything a server needs to be started, again and again. */
export type Launch = {
  folder: string
  data: string
  socketFolder: string
  settings: Readonly<Record<string, string>>
  binaries: PlatformBinaries
  user: UnprivilegedUser
}

const ALWAYS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and details hold what people wrote: the log says only what the server itself does.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** Starts a server and returns once it accepts connections; crash recovery may take its time. */
export async function startServer(launch: Launch): Promise<ChildProcess> {
  for (;;) {
    const child = await spawnServer(launch)
    while (isRunning(child)) {
      const note = await readServerNote(launch.data)
      if (note?.isReady && note.pid === child.pid) return child
      await pause(10)
    }
    const said = await readFile(logFile(launch.folder), 'utf8')
    // After a kill -9 the server's helpers take a moment to notice: until then their memory is in use.
    if (!said.includes('pre-existing shared memory block')) throw startFailure(launch.folder, said)
    await pause(100)
  }
}

/** Ends a server within some seconds, connections being cut; waits until it is gone. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGINT')
  const harder = setTimeout(() => child.kill('SIGQUIT'), 20_000)
  await gone
  clearTimeout(harder)
}

/** Whether the process has not ended yet. */
export function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

async function spawnServer({
  folder,
  data,
  socketFolder,
  settings,
  binaries,
  user,
}: Launch): Promise<ChildProcess> {
  const all = { ...ALWAYS, unix_socket_directories: socketFolder, ...settings }
  const [command = binaries.postgres, ...words] = [
    ...user.wrap,
    binaries.postgres,
    '-D',
    data,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = await openLog(folder)
  try {
    // A group of its own: Ctrl-C in a terminal reaches this program, which then stops the server in its turn.
    const stdio = ['ignore' as const, log.fd, log.fd]
    const child = spawn(command, words, { env: binaries.environment, detached: true, stdio, ...user.spawnAs })
    await once(child, 'spawn')
    return child
  } finally {
    await log.close()
  }
}

async function openLog(folder: string) {
  const file = logFile(folder)
  await rm(`${file}.1`, { force: true })
  await rename(file, `${file}.1`).catch(() => undefined)
  return open(file, 'w', 0o600)
}

function logFile(folder: string): string {
  return join(folder, 'postgres.log')
}

function startFailure(folder: string, said: string): PostgresRefused {
  if (said.includes('No space left on device')) return diskFull(folder)
  const why = said.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? said.trim().slice(-300)
  return new PostgresRefused(
    'did_not_start',
    `PostgreSQL did not start: ${why} (more in ${logFile(folder)}).`,
  )
}
