import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { cleanEnvironment, ROOT } from './commands.mjs'

const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 200

/**
 * Runs a program of the project to its end and gives its exit code. The program has a process group of its own, so a
 * Ctrl-C reaches it once, through us; it is asked to stop when we are, when npm is gone, and when we are killed.
 */
export function handOver(node, words) {
  const follow = join(ROOT, 'infra', 'local', 'follow-parent.mjs')
  const child = spawn(node, ['--import', follow, ...words], {
    cwd: ROOT,
    env: cleanEnvironment(node),
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  const watch = watchNpm(stop)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(watch)
      resolve(code ?? 1)
    })
  })
}

/**
 * npm passes SIGINT and SIGTERM on to its direct child, which is us by the `exec` in package.json: a shell in between would
 * keep them. When npm is killed nothing is passed on, but our parent changes. Without npm we may outlive our parent.
 */
function watchNpm(stop) {
  if (!process.env.npm_lifecycle_event) return undefined
  const npm = process.ppid
  return setInterval(() => {
    if (process.ppid !== npm) stop()
  }, LOOK_EVERY_MS)
}
