import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import type { Sql } from '../database/client.ts'

/** The setting that says that the gazetteer was read in: another name has every installation read it again. */
export const GAZETTEER_KEPT = 'gazetteer-1'

const GazetteerPiece = z.object({
  ids: z.array(z.int()),
  names: z.array(z.string()),
  germanNames: z.array(z.string().nullable()),
  countries: z.array(z.string()),
  regions: z.array(z.string()),
  latitudes: z.array(z.number()),
  longitudes: z.array(z.number()),
  populations: z.array(z.int()),
})
/** Entries of the gazetteer, column by column, as the statement that keeps them takes them. */
export type GazetteerPiece = z.infer<typeof GazetteerPiece>

export interface Gazetteer {
  /** Begins to read the gazetteer in, unless that was done once. */
  start(): void
  stop(): Promise<void>
}

/** Reads the gazetteer in beside everything else: nobody waits for it, and a start that is cut short is made up for. */
export function createGazetteer({ sql, log }: { sql: Sql; log: FastifyBaseLogger }): Gazetteer {
  const ending = new AbortController()
  let done = Promise.resolve()
  return {
    start: () => {
      done = loadGazetteer(sql, ending.signal).catch((err: unknown) => {
        if (!ending.signal.aborted)
          log.warn({ err }, 'the gazetteer was not read in; the next start tries again')
      })
    },
    stop: () => {
      ending.abort()
      return done
    },
  }
}

/** Puts every entry into its table, in pieces of a fraction of a second. Does nothing where that was done before. */
export async function loadGazetteer(sql: Sql, signal: AbortSignal): Promise<void> {
  const [kept] = await sql`select from setting where key = ${GAZETTEER_KEPT}`
  if (kept !== undefined) return
  const reader = new Worker(new URL('./gazetteer-reading.ts', import.meta.url))
  try {
    for await (const [piece] of on(reader, 'message', { signal, close: ['exit'] })) {
      await insertPiece(sql, GazetteerPiece.parse(piece))
    }
  } finally {
    await reader.terminate()
  }
  await sql`insert into setting (key, value) values (${GAZETTEER_KEPT}, '') on conflict do nothing`
}

async function insertPiece(sql: Sql, piece: GazetteerPiece): Promise<void> {
  await sql`
    insert into place (id, name, german_name, country, region, latitude, longitude, population)
    select * from unnest(
      ${piece.ids}::int[], ${piece.names}::text[], ${piece.germanNames}::text[], ${piece.countries}::text[],
      ${piece.regions}::text[], ${piece.latitudes}::float8[], ${piece.longitudes}::float8[], ${piece.populations}::int[]
    )
    on conflict (id) do update set name = excluded.name, german_name = excluded.german_name,
      country = excluded.country, region = excluded.region, latitude = excluded.latitude,
      longitude = excluded.longitude, population = excluded.population`
}
