import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'

it('the PostgreSQL of a run that is interrupted ends with it, and leaves nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kith-interrupted-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const note = join(folder, 'data', 'postmaster.pid')
  const program = join(import.meta.dirname, 'interrupted-run.ts')
  const run = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(run.stdout, 'data')
  const server = Number.parseInt(await readFile(note, 'utf8'), 10)
  onTestFinished(() => {
    if (isRunning(server)) process.kill(server, 'SIGINT')
  })
  const ended = once(run, 'exit')
  run.kill('SIGINT')
  await ended
  await vi.waitUntil(() => !isRunning(server) && !existsSync(folder), 20_000)
  expect(run.exitCode).toBe(1)
})

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
