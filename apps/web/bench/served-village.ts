import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { freePort } from '@kith/testkit/free-port'
import { proxyVillage } from './village-proxy.ts'

const WEB = join(import.meta.dirname, '..')
const READY_WITHIN_MS = 60_000
const POLL_MS = 100

/** The built app with a demo village of its own, which is gone once it is stopped. */
export interface ServedVillage {
  readonly origin: string
  stop(): Promise<void>
}

/** Starts the server that the browser tests run on, behind a proxy as visitors of a village have one. */
export async function serveVillage(): Promise<ServedVillage> {
  await access(join(WEB, 'dist/index.html')).catch(() => {
    throw new Error('There is no built app: `npm run setup` builds it.')
  })
  const port = String(await freePort())
  const upstream = `http://127.0.0.1:${port}`
  const proxy = await proxyVillage(upstream)
  const { origin } = proxy
  const server = spawn(process.execPath, [join(WEB, 'e2e/serve.ts')], {
    env: { ...process.env, PORT: port, KITH_ORIGIN: origin, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(server, 'exit')
  const stop = async () => {
    await proxy.close()
    server.kill('SIGTERM')
    await ended
  }
  try {
    await Promise.race([untilReady(upstream), ended.then(refuseEnd)])
  } catch (problem) {
    await stop()
    throw problem
  }
  return { origin, stop }
}

async function untilReady(origin: string): Promise<void> {
  const signal = AbortSignal.timeout(READY_WITHIN_MS)
  for (;;) {
    const answer = await fetch(`${origin}/health/ready`, { signal }).catch(() => undefined)
    if (answer?.ok) return
    signal.throwIfAborted()
    await after(POLL_MS)
  }
}

function refuseEnd(): never {
  throw new Error('The server ended before it was ready.')
}
