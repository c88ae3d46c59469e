import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { type Connection, openDatabase } from '../src/database/client.ts'
import { newIds } from '../src/database/new-ids.ts'
import { createLog } from '../src/http/logging.ts'

/**
 * One process of the API over a database that runs already, for the benches that ask over HTTP: it says where it listens,
 * then answers every message with what it has used so far.
 */

export interface ServerJob {
  readonly connection: Exclude<Connection, string>
  readonly dataFolder: string
}

export type ServerWord =
  | { readonly said: 'ready'; readonly host: string; readonly port: number }
  | { readonly said: 'usage'; readonly cpuUs: number; readonly rssBytes: number }

const HOST = '127.0.0.1'

process.once('message', (job: ServerJob) => void serve(job))

async function serve({ connection, dataFolder }: ServerJob): Promise<void> {
  const config = readConfig({ KITH_DATA: dataFolder, KITH_ORIGIN: `http://${HOST}` })
  const database = openDatabase(connection)
  const stopping = new AbortController()
  const app = await buildApp({
    config,
    address: `http://${HOST}`,
    database,
    log: createLog('warn'),
    now: () => new Date(),
    ids: newIds,
    say: () => undefined,
    stopping: stopping.signal,
    webFolder: undefined,
  })
  const address = await app.listen({ host: HOST, port: 0 })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    tell({ said: 'usage', cpuUs: user + system, rssBytes: process.memoryUsage.rss() })
  })
  process.once('disconnect', () => {
    stopping.abort()
    void app.close().then(() => database.close())
  })
  tell({ said: 'ready', host: HOST, port: Number(new URL(address).port) })
}

function tell(word: ServerWord): void {
  process.send?.(word)
}
