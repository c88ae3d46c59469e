import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify } from 'fastify'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/database/client.ts'
import { newIds } from '../src/database/new-ids.ts'
import { requestPlain } from './local-site.ts'

/*
 * An API process that a test kills: over its database, at a moment of its own, with its mail server and push services on this machine.
 */

const { TEST_CONNECTION = '{}', TEST_NOW = '', TEST_SMTP = '' } = process.env
const now = new Date(TEST_NOW)
const dataFolder = await mkdtemp(join(tmpdir(), 'kith-killed-'))
const app = await buildApp({
  config: readConfig({ KITH_DATA: dataFolder, KITH_DEMO: '0', SMTP_URL: TEST_SMTP, LOG_LEVEL: 'silent' }),
  address: 'http://kith.test',
  database: openDatabase(JSON.parse(TEST_CONNECTION), { writers: 2, readers: 4 }),
  log: fastify().log,
  now: () => now,
  ids: newIds,
  say: () => undefined,
  stopping: new AbortController().signal,
  webFolder: undefined,
  outside: { addressesOf: async () => ['127.0.0.1'], mayConnect: () => true, request: requestPlain },
})
await app.listen({ host: '127.0.0.1', port: 0 })
