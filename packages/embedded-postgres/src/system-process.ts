import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * When a process began, in the system's own notation, or undefined when there is no such process. Process ids are used
 * again; id and beginning together name one process for good.
 */
export async function processBeginning(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return (await ask(pid, 'lstart='))?.replaceAll(/\W+/g, '-')
  const stat = await readOrNothing(`/proc/${pid}/stat`)
  // The name in brackets may hold spaces and brackets: fields are counted after the last one. State is the first.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] === 'Z' ? undefined : fields?.[19]
}

/** The command line of a process, words parted by spaces, or undefined when there is no such process. */
export async function processCommand(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ask(pid, 'command=')
  return (await readOrNothing(`/proc/${pid}/cmdline`))?.replaceAll('\0', ' ')
}

async function ask(pid: number, field: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('ps', ['-o', field, '-p', String(pid)], {
      env: { ...process.env, LC_ALL: 'C' },
    })
    return stdout.trim() || undefined
  } catch {
    // ps answers with an error code for an unknown process.
    return undefined
  }
}

async function readOrNothing(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    // The process ended, which is an answer.
    return undefined
  }
}
