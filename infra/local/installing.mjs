import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment, ROOT, runQuietly } from './commands.mjs'
import { readOrEmpty, stampOf } from './stamps.mjs'

const PNPM = 'pnpm@12.21.0'
const STAMP = join(ROOT, 'node_modules', '.kith-installed')

/** Installs what is asked for, `running` or `everything`, unless it is there. Never takes anything away. */
export async function installFor(what) {
  const wanted = isEverythingThere() ? 'everything' : what
  const stamp = stampOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...workspaceManifests()])
  const known = readOrEmpty(STAMP)
  const isThere = known === `everything ${stamp}` || known === `${wanted} ${stamp}`
  if (!isThere || !existsSync(join(ROOT, 'apps', 'api', 'node_modules'))) {
    console.log(wanted === 'running' ? 'Installing what Kith needs to run.' : 'Installing all dependencies.')
    await install(wanted)
    writeFileSync(STAMP, `${wanted} ${stamp}`)
  }
}

async function install(what) {
  // Following the plain filter, pnpm would bring what only the tests of these need.
  const part = ['--prod', '--filter-prod=@kith/api...', '--filter-prod=@kith/web...']
  const words = ['install', '--frozen-lockfile', ...(what === 'running' ? part : [])]
  // CI keeps pnpm from asking questions that nobody would see.
  const env = { ...cleanEnvironment(), CI: 'true' }
  const failure = 'The dependencies could not be installed:'
  await runQuietly('npx', ['--yes', PNPM, ...words], { env, failure })
}

/** Somebody may have installed everything without us. */
function isEverythingThere() {
  return /"?devDependencies"?: true/.test(readOrEmpty(join(ROOT, 'node_modules', '.modules.yaml')))
}

function workspaceManifests() {
  const folders = ['apps', 'packages'].flatMap((top) =>
    readdirSync(join(ROOT, top)).map((name) => join(top, name)),
  )
  return folders.map((folder) => join(folder, 'package.json')).filter((path) => existsSync(join(ROOT, path)))
}

/** npm and pnpm put this folder first on the path of every script: all of them run on this Node. */
export function linkNode(node) {
  const link = join(ROOT, 'node_modules', '.bin', 'node')
  if (node === link || readLink(link) === node) return
  mkdirSync(join(ROOT, 'node_modules', '.bin'), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(node, link)
}

function readLink(path) {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
