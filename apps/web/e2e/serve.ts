// The server of one test run: the built web app and a new database with the demo village, gone when the run is over.
// Words on the command line are for Node.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')
const CACHE = join(ROOT, '.cache')

await mkdir(CACHE, { recursive: true })
const folder = await mkdtemp(join(CACHE, 'e2e-data-'))
const env = { ...process.env, KITH_DATA: folder, KITH_DEMO: '1', KITH_SIGNUP: 'open', KITH_PROXIES: '1' }
const words = [...process.argv.slice(2), join(ROOT, 'apps/api/src/main.ts')]
const server = spawn(process.execPath, words, { env, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
const [code] = await once(server, 'exit')
await rm(folder, { recursive: true, force: true })
process.exitCode = Number(code ?? 1)
