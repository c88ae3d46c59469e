import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, dirname, join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }

/** The top folder of the project. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** The gates of `pnpm check`, as package.json names them. */
export const GATES = ['check:format', 'check:lint', 'check:types', 'check:dead'] as const

/** What a command said and whether it ended well. */
export type Verdict = { passed: boolean; output: string }

/** Runs a gate’s very command in a folder. */
export function runGate(gate: (typeof GATES)[number], folder = ROOT): Promise<Verdict> {
  return runCommand(manifest.scripts[gate], folder)
}

/** Runs a command line to its end, with the project’s tools on the path and colours off. */
export async function runCommand(command: string, folder = ROOT): Promise<Verdict> {
  // Tools paint for a CI whatever NO_COLOR says.
  const { CI: _ci, FORCE_COLOR: _colour, ...rest } = process.env
  const env = { ...rest, PATH: toolPath(), NO_COLOR: '1' }
  const child = spawn('sh', ['-c', command], { cwd: folder, env })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  await once(child, 'close')
  return { passed: child.exitCode === 0, output }
}

/** A search path on which the project’s tools come first and `node` is the one that runs this. */
export function toolPath(): string {
  return [join(ROOT, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter)
}
