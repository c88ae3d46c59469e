import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top folder of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * The environment for the programs that we start: without the settings that npm hands to its scripts, which pnpm would
 * take for its own, and with `node` first on the path where one is given.
 */
export function cleanEnvironment(node) {
  const names = Object.keys(process.env).filter(
    (name) => !/^npm_(?!config_(cache|registry|userconfig)$)/i.test(name),
  )
  const environment = Object.fromEntries(names.map((name) => [name, process.env[name]]))
  const ownBin = join(ROOT, 'node_modules', '.bin')
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ownBin)
  return { ...environment, PATH: [...(node ? [dirname(node)] : []), ...path].join(delimiter) }
}

/** Runs a command to its end in silence; when it fails its words are part of the error. */
export function runQuietly(command, words, { cwd = ROOT, env = cleanEnvironment(), failure }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
      })
    }
    child.on('error', (error) => reject(new Error(`${failure}\n${error.message}`)))
    child.on('close', (code) => {
      if (code === 0) resolve(said)
      else reject(new Error(`${failure}\n${said.trim()}`))
    })
  })
}
