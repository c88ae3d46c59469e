import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { z } from 'zod'
import type { Connection } from './client.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')

// Any number that nothing else locks; "kith" on a telephone keypad.
const LOCK = 5484
const POLL_MS = 200
const Journal = z.object({ entries: z.array(z.object({ when: z.number() })) })

/** The database was written by a newer version of Kith: this one must not touch it. */
export class SchemaNewerError extends Error {
  override name = 'SchemaNewerError'
  constructor() {
    super('The database belongs to a newer version of Kith. Start that version, or restore an older backup.')
  }
}

/**
 * Brings the schema up to this version's. Several processes may call it at once: they take turns under an advisory lock
 * that is polled, so that no transaction stays open while waiting. Refuses a newer schema.
 */
export async function migrateDatabase(connection: Connection): Promise<void> {
  const options = { max: 1, onnotice: () => undefined }
  const sql =
    typeof connection === 'string' ? postgres(connection, options) : postgres({ ...connection, ...options })
  try {
    await takeTurn(sql)
    await refuseNewer(sql)
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS })
    await sql`insert into change_floor (floor) values ('0') on conflict do nothing`
    await forgetForeignLog(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/**
 * In a dump that was restored elsewhere the log goes on from another server's transactions. Where these are ahead of this
 * server's, whoever follows would be behind the floor for ever: such a log begins anew. What followers know they read anyway.
 */
async function forgetForeignLog(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const [foreign] = await tx`
      select from change_floor where floor > pg_snapshot_xmax(pg_current_snapshot())
        or exists (select from change_log where xid >= pg_snapshot_xmax(pg_current_snapshot()))`
    if (!foreign) return
    await tx`delete from change_log`
    await tx`update change_floor set floor = '0'`
  })
}

// The lock belongs to the one connection of this client and goes with it.
async function takeTurn(sql: postgres.Sql): Promise<void> {
  for (;;) {
    const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as taken`
    if (row?.taken) return
    await pause(POLL_MS)
  }
}

async function refuseNewer(sql: postgres.Sql): Promise<void> {
  const [table] = await sql<{ exists: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as exists`
  if (!table?.exists) return
  const [applied] = await sql<{ newest: string | null }[]>`
    select max(created_at)::text as newest from drizzle.__drizzle_migrations`
  const journal = Journal.parse(JSON.parse(await readFile(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')))
  const known = Math.max(...journal.entries.map((entry) => entry.when))
  if (Number(applied?.newest ?? 0) > known) throw new SchemaNewerError()
}
