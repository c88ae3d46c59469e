import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ROOT } from '../local/gates.ts'

const CONFIGURATION = [
  '.gitignore',
  '.oxlintrc.json',
  'biome.json',
  'knip.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'apps/web/tsconfig.json',
  'apps/web/src/service-worker/tsconfig.json',
  'infra/lint',
]

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
