import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { startPostgres } from '@kith/embedded-postgres'
import type { DrawnPosts } from '@kith/trust-graph/bench/drawn-posts'
import type { SideGraph } from '@kith/trust-graph/bench/graph-file'
import { type Database, openDatabase, type SqlReader } from '../src/database/client.ts'
import { migrateDatabase } from '../src/database/migrate.ts'
import {
  audienceRows,
  personRows,
  placeRows,
  postRows,
  recommendationRows,
  sideRows,
  subjectRows,
  tieRows,
} from './bench-rows.ts'

const SETTINGS = {
  shared_buffers: '1GB',
  fsync: 'off',
  full_page_writes: 'off',
  max_wal_size: '8GB',
  autovacuum: 'off',
}
const PIECE_BYTES = 1 << 16
const PLACE_SEED = 5

export interface BenchDatabase {
  readonly database: Database
  stop(): Promise<void>
}

/** Opens the database in this folder; fills it first, with what `draw` answers, if that was not done to its end. */
export async function openBenchDatabase(
  folder: string,
  draw: () => Promise<{ readonly graph: SideGraph; readonly posts: DrawnPosts }>,
): Promise<BenchDatabase> {
  const server = await startPostgres({ folder, settings: SETTINGS })
  await migrateDatabase(server.connection)
  const database = openDatabase(server.connection)
  const { sql } = database
  const [filled] = await sql`select from setting where key = 'bench filled'`
  if (!filled) {
    const { graph, posts } = await draw()
    const patient = await sql.reserve()
    await patient`set statement_timeout = 0`
    await fill(patient, graph, posts)
    patient.release()
    await sql`insert into setting (key, value) values ('bench filled', '')`
  }
  return {
    database,
    stop: async () => {
      await database.close()
      await server.stop()
    },
  }
}

async function fill(sql: SqlReader, graph: SideGraph, posts: DrawnPosts): Promise<void> {
  await dropRules(sql)
  const copy = async (into: string, rows: Iterable<string>) => {
    await sql.unsafe(`truncate ${into.split(' ')[0]}`)
    const start = performance.now()
    await pipeline(Readable.from(inPieces(rows)), await sql.unsafe(`copy ${into} from stdin`).writable())
    console.log(`filled ${into.split(' ')[0]} in ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
  await copy('person (id, no, name, handle, email)', personRows(graph.people))
  await copy('tie (id, low, high, made_at)', tieRows(graph))
  await copy('tie_side (owner, other, tie_id, closeness)', sideRows(graph))
  await copy('circle_member (circle, owner, other)', placeRows(graph, PLACE_SEED))
  await copy('subject (id, no, kind)', subjectRows(posts))
  await copy('post (id, no, author, form, all_ties, onward, created_at, since)', postRows(posts))
  await copy(
    'recommendation (post, author, subject, verdict, interest, title, why, basis, language)',
    recommendationRows(posts),
  )
  await copy('post_circle (post, author, circle)', audienceRows(posts))
  await sql`vacuum (analyze, freeze)`
}

/** Reading everything needs no index and no constraint, and without them filling takes minutes and not hours. */
async function dropRules(sql: SqlReader): Promise<void> {
  const constraints = await sql<{ drop: string }[]>`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as drop
    from pg_constraint
    where connamespace = current_schema()::regnamespace and contype in ('f', 'p', 'u', 'c') and conrelid <> 'setting'::regclass
    order by contype = 'f' desc`
  for (const { drop } of constraints) await sql.unsafe(drop).catch(() => undefined)
  const indexes = await sql<{ drop: string }[]>`
    select format('drop index %I', indexname) as drop from pg_indexes
    where schemaname = current_schema() and tablename <> 'setting'`
  for (const { drop } of indexes) await sql.unsafe(drop)
}

/** Many rows at a time. */
function* inPieces(rows: Iterable<string>): Generator<string> {
  let piece = ''
  for (const row of rows) {
    piece += row
    if (piece.length < PIECE_BYTES) continue
    yield piece
    piece = ''
  }
  yield piece
}
