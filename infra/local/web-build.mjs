import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment, ROOT, runQuietly } from './commands.mjs'
import { readOrEmpty, stampOf } from './stamps.mjs'

const WEB = join(ROOT, 'apps', 'web')
const STAMP = join(ROOT, '.cache', 'web-build')

/** Builds the web app when anything that it is made of has changed since the last build. */
export async function buildWeb(node) {
  const stamp = stampOf(['apps/web', 'packages/contract', 'tsconfig.base.json', 'pnpm-lock.yaml'])
  if (readOrEmpty(STAMP) === stamp && existsSync(join(WEB, 'dist', 'index.html'))) return
  console.log('Building the web app.')
  await runQuietly(node, [join(WEB, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    cwd: WEB,
    env: cleanEnvironment(node),
    failure: 'The web app could not be built:',
  })
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  writeFileSync(STAMP, stamp)
}
