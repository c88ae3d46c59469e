import { join, resolve } from 'node:path'
import { startPostgres } from '@kith/embedded-postgres'
import type { Connection } from './client.ts'

/** A PostgreSQL to work with: somebody else's, or our own in the data folder. */
export interface OpenPostgres {
  readonly connection: Connection
  /** Resolves with the reason when our own server is gone for good; never for somebody else's. */
  readonly lost: Promise<Error>
  /** Stops our own server; leaves somebody else's alone. */
  stop(): Promise<void>
}

/** The database at `databaseUrl`, or the embedded one of the data folder, started now. Throws PostgresRefused. */
export async function openPostgres(
  config: { readonly databaseUrl: string | undefined; readonly dataFolder: string },
  say: (sentence: string) => void,
): Promise<OpenPostgres> {
  if (config.databaseUrl !== undefined) {
    return { connection: config.databaseUrl, lost: new Promise(() => undefined), stop: async () => undefined }
  }
  return startPostgres({ folder: join(resolve(config.dataFolder), 'postgres'), log: say })
}
