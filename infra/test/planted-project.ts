import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }

/** The top folder of the project. */
export const ROOT = join(import.meta.dirname, '..', '..')

const CONFIGURATION = [
  '.gitignore',
  '.oxlintrc.json',
  'biome.json',
  'knip.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'apps/web/tsconfig.json',
  'infra/lint',
]

/** The gates of `pnpm check`, as package.json names them. */
export type Gate = 'check:format' | 'check:lint' | 'check:types' | 'check:dead'

/** What a gate said and whether it let the project pass. */
export type Verdict = { passed: boolean; output: string }

/**
 * A small project of its own under this one’s configuration, in the ignored .cache. Files are given by path; what a
 * file holds may be a planted fault.
 */
export async function plantProject(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(ROOT, '.cache', 'planted', name)
  await rm(folder, { recursive: true, force: true })
  // A repository of its own: else the tools skip it, being in a folder that ours ignores.
  await mkdir(join(folder, '.git'), { recursive: true })
  for (const path of CONFIGURATION) await cp(join(ROOT, path), join(folder, path), { recursive: true })
  for (const path of ['node_modules', 'apps/web/node_modules']) {
    await symlink(join(ROOT, path), join(folder, path))
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

/** Runs a gate’s very command in a folder. */
export async function runGate(gate: Gate, folder = ROOT): Promise<Verdict> {
  return runCommand(manifest.scripts[gate], folder)
}

/** Runs a command line with the project’s tools on the path. */
export async function runCommand(command: string, folder = ROOT): Promise<Verdict> {
  const PATH = [join(ROOT, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH']].join(
    delimiter,
  )
  const child = spawn('sh', ['-c', command], { cwd: folder, env: { ...process.env, PATH, NO_COLOR: '1' } })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  await once(child, 'close')
  return { passed: child.exitCode === 0, output }
}
