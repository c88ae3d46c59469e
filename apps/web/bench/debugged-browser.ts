import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { findBrowser } from '@kith/testkit/browser'
import { freePort } from '@kith/testkit/free-port'
import { chromium } from '@playwright/test'
import { CACHE, signIn } from './bench-browser.ts'

const READY_WITHIN_MS = 20_000
const POLL_MS = 100

/** A browser that nobody drives yet, and that listens on a port for whoever does. */
export interface DebuggedBrowser {
  readonly port: number
  close(): Promise<void>
}

/** Starts one of its own, without anything kept, signed in as somebody of the village or as nobody. */
export async function debugBrowser(origin: string, as?: string): Promise<DebuggedBrowser> {
  const launch = await findBrowser(CACHE, chromium.executablePath())
  if (launch === undefined) throw new Error('There is no Chromium on this machine.')
  const folder = await mkdtemp(join(tmpdir(), 'kith-web-bench-'))
  const port = await freePort()
  const flags = [
    '--headless=new',
    '--no-first-run',
    '--ignore-certificate-errors',
    `--user-data-dir=${folder}`,
    `--remote-debugging-port=${port}`,
  ]
  const program = spawn(launch.executablePath, [...launch.args, ...flags, 'about:blank'], { stdio: 'ignore' })
  const ended = once(program, 'exit')
  const close = async () => {
    program.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await untilReady(port)
    if (as !== undefined) await signInOnce(origin, port, as)
  } catch (problem) {
    await close()
    throw problem
  }
  return { port, close }
}

async function untilReady(port: number): Promise<void> {
  const signal = AbortSignal.timeout(READY_WITHIN_MS)
  while (!(await fetch(`http://127.0.0.1:${port}/json/version`, { signal }).catch(() => undefined))?.ok) {
    signal.throwIfAborted()
    await after(POLL_MS)
  }
}

/** Takes the wheel just for that: two who drive would disturb each other. */
async function signInOnce(origin: string, port: number, as: string): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  try {
    const [context] = browser.contexts()
    if (context === undefined) throw new Error('The browser has no window.')
    await signIn(context, origin, as)
  } finally {
    await browser.close()
  }
}
