import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
 * A signal to npm ends npm and the shell that it started, and we hear nothing of it: both are looked after. Without npm
 * in between signals come to us.
 */
function watchNpm(stop) {
  if (!process.env.npm_lifecycle_event) return undefined
  const shell = process.ppid
  const npm = parentOf(shell)
  return setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) stop()
  }, LOOK_EVERY_MS)
}

/** The parent of a process where the system tells it in a file, else nothing. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return undefined
  }
}
