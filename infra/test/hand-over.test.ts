import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished, vi } from 'vitest'

const RUNNING = join(import.meta.dirname, '..', 'local', 'running.mjs')
const PROGRAM = join(import.meta.dirname, 'waiting-program.ts')
const HAND_OVER = `
  import { handOver } from '${RUNNING}'
  process.exitCode = await handOver(process.execPath, ['${PROGRAM}', '7', ...process.argv.slice(1)])`

type HandedOver = { starter: ChildProcess; program: number; said: string[] }

/** Starts the program as npm would, by way of a starter whose parent is `wrap` where one is given. */
async function handOver(wrap: readonly string[] = [], told: readonly string[] = []): Promise<HandedOver> {
  const node = [process.execPath, '--input-type=module', '--eval', HAND_OVER, ...told]
  const [command = '', ...words] = [...wrap, ...node]
  const env = { ...process.env, npm_lifecycle_event: 'start' }
  const starter = spawn(command, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  createInterface({ input: starter.stdout }).on('line', (line) => said.push(line))
  await vi.waitUntil(() => said.length > 0, 20_000)
  const program = Number(said[0]?.split(' ')[1])
  onTestFinished(() => {
    if (isAlive(program)) process.kill(program, 'SIGKILL')
  })
  return { starter, program, said }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    // There is no such process.
    return false
  }
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s stops the program once and passes its exit code on',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'kith-hand-over-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'both are sent')
    const { starter, program, said } = await handOver([], [file])
    starter.kill(signal)
    starter.kill(signal)
    // Before that it does not stop: a signal to a starter that is about to end would end it by itself.
    await writeFile(file, '')
    await once(starter, 'exit')
    expect(starter.exitCode).toBe(7)
    expect(isAlive(program)).toBe(false)
    expect(said.slice(1)).toEqual(['stopped properly'])
  },
)

it('a kill -9 of the starter stops the program', async () => {
  const { starter, program, said } = await handOver()
  starter.kill('SIGKILL')
  await vi.waitUntil(() => !isAlive(program), 20_000)
  expect(said.slice(1)).toEqual(['stopped properly'])
})

it('a kill -9 of npm stops the program', async () => {
  // The shell stays and waits, as npm does; it passes nothing on.
  const { starter: npm, program, said } = await handOver(['sh', '-c', '"$0" "$@"; exit $?'])
  npm.kill('SIGKILL')
  await vi.waitUntil(() => !isAlive(program), 20_000)
  expect(said.slice(1)).toEqual(['stopped properly'])
})

it('a program that is killed counts as failed', async () => {
  const { starter, program } = await handOver()
  process.kill(program, 'SIGKILL')
  await once(starter, 'exit')
  expect(starter.exitCode).toBe(1)
})
