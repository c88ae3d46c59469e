import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processCommand } from './system-process.ts'

const PATIENCE_MS = 30_000

/** What PostgreSQL writes about itself into its data directory. */
export type ServerNote = { pid: number; isReady: boolean }

/** Reads the note of the server that runs, or ran last, on a data directory. */
export async function readServerNote(data: string): Promise<ServerNote | undefined> {
  const lines = (await readNote(data))?.split('\n')
  const pid = Number(lines?.[0])
  return lines && pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined
}

/**
 * Stops a server that outlived the process which had started it. Call it only while holding the folder's claim: then
 * nobody who lives needs that server.
 */
export async function stopLeftover(data: string, log: (sentence: string) => void): Promise<void> {
  const note = await readServerNote(data)
  if (!note) return
  if (!(await servesFolder(note.pid, data))) return disown(data)
  log('Stopping a PostgreSQL that an earlier run left behind.')
  process.kill(note.pid, 'SIGINT')
  let waitedMs = 0
  while (await servesFolder(note.pid, data)) {
    if (waitedMs === PATIENCE_MS) process.kill(note.pid, 'SIGQUIT')
    await pause(20)
    waitedMs += 20
  }
}

async function servesFolder(pid: number, data: string): Promise<boolean> {
  return (await processCommand(pid))?.includes(` ${data} `) ?? false
}

/**
 * PostgreSQL refuses to start while the process id in its note belongs to anybody, be it an unrelated program that got the
 * same number. Our own id is the one it takes for stale, being its parent’s; the rest of the note is still checked.
 */
async function disown(data: string): Promise<void> {
  const lines = (await readNote(data))?.split('\n')
  if (lines) await writeFile(join(data, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'))
}

async function readNote(data: string): Promise<string | undefined> {
  try {
    return await readFile(join(data, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
