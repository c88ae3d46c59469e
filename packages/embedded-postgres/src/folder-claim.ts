import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PostgresRefused } from './postgres-refusal.ts'
import { processBeginning } from './system-process.ts'

const PREFIX = 'claim.'
const TRIES = 5

/** The right to run a database in one folder. */
export type FolderClaim = { release(): Promise<void> }

/**
 * Claims the folder for this process; at most one living process holds a folder.
 *
 * A claim is an empty file named by process id and beginning, so a killed process needs no cleaning up: its claim names
 * nobody who lives. Everybody writes his claim first and looks for others afterwards: of two who come at once at least
 * one sees the other. Who sees another steps back, and looks again some time later lest both stepped back.
 */
export async function claimFolder(folder: string): Promise<FolderClaim> {
  const own = `${PREFIX}${process.pid}.${(await processBeginning(process.pid)) ?? ''}`
  const file = join(folder, own)
  for (let attempt = 1; ; attempt++) {
    const held = (await readdir(folder)).includes(own)
    if (!held) await writeFile(file, '', { flag: 'wx' })
    const holder = held ? process.pid : await livingHolder(folder, own)
    if (holder === undefined) return { release: () => rm(file, { force: true }) }
    if (!held) await rm(file, { force: true })
    if (attempt === TRIES) throw alreadyRunning(folder, holder)
    await pause(30 + Math.random() * 120)
  }
}

/** The process id of a living holder other than the owner of the claim; claims of the dead are removed on the way. */
async function livingHolder(folder: string, own: string): Promise<number | undefined> {
  const others = (await readdir(folder)).filter((name) => name.startsWith(PREFIX) && name !== own)
  for (const name of others) {
    const [, pid, beginning] = name.split('.')
    const living = await processBeginning(Number(pid))
    if (living !== undefined && living === beginning) return Number(pid)
    await rm(join(folder, name), { force: true })
  }
  return undefined
}

function alreadyRunning(folder: string, holder: number): PostgresRefused {
  return new PostgresRefused(
    'already_running',
    `The data folder ${folder} is in use by process ${holder}: stop that one first or choose another folder.`,
  )
}
