import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type RunningPostgres, startPostgres } from '@kith/embedded-postgres'
import type { DrawnPosts } from '@kith/trust-graph/bench/drawn-posts'
import type { SideGraph } from '@kith/trust-graph/bench/graph-file'
import { type Database, openDatabase, type Sql, type SqlReader } from '../src/database/client.ts'
import { migrateDatabase } from '../src/database/migrate.ts'
import {
  askPostRows,
  askRows,
  audienceRows,
  circleRows,
  type DrawnAsks,
  personRows,
  placeRows,
  postRows,
  recommendationRows,
  sideRows,
  subjectRows,
  tieRows,
} from './bench-rows.ts'

/** For a database that may be lost: it is made again. */
const HASTY = {
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
  readonly connection: RunningPostgres['connection']
  stop(): Promise<void>
}

export interface DrawnWorld {
  readonly graph: SideGraph
  readonly posts: DrawnPosts
  /** None where a bench has no use for them. */
  readonly asks?: DrawnAsks
}

/**
 * Opens the database in this folder for reading everything, without indexes; fills it first, with what `draw` answers, if
 * that was not done to its end.
 */
export async function openBareDatabase(
  folder: string,
  draw: () => Promise<DrawnWorld>,
): Promise<BenchDatabase> {
  const opened = await open(folder, HASTY).catch(async () => {
    console.log('The database without its indexes refuses a new migration and is filled anew.')
    await rm(folder, { recursive: true })
    return open(folder, HASTY)
  })
  await fillOnce(opened.database.sql, async (sql) => {
    await takeRules(sql)
    await fill(sql, await draw())
  })
  return opened
}

/** The same with all indexes and constraints, and as safe on the disk as any, to be served by the API. */
export async function openServedDatabase(
  folder: string,
  draw: () => Promise<DrawnWorld>,
): Promise<BenchDatabase> {
  const hasty = await open(folder, HASTY)
  await fillOnce(hasty.database.sql, async (sql) => {
    const rules = await takeRules(sql)
    await fill(sql, await draw())
    await dropSecondVoices(sql)
    await sql`insert into written_word (word) select distinct kith_spelt(search_words) from recommendation`
    for (const rule of rules) await sql.unsafe(rule)
    for (const table of ['person', 'circle', 'subject', 'post']) {
      await sql.unsafe(
        `select setval(pg_get_serial_sequence('${table}', 'no'), (select max(no) from ${table}))`,
      )
    }
    await sql`vacuum (analyze, freeze)`
  })
  await hasty.stop()
  return open(folder, { shared_buffers: '3GB' })
}

async function open(folder: string, settings: Record<string, string>): Promise<BenchDatabase> {
  const server = await startPostgres({ folder, settings })
  await migrateDatabase(server.connection).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  const database = openDatabase(server.connection)
  return {
    database,
    connection: server.connection,
    stop: async () => {
      await database.close()
      await server.stop()
    },
  }
}

async function fillOnce(sql: Sql, work: (sql: SqlReader) => Promise<void>): Promise<void> {
  const [filled] = await sql`select from setting where key = 'bench filled'`
  if (filled) return
  const patient = await sql.reserve()
  await patient`set statement_timeout = 0`
  await work(patient)
  patient.release()
  await sql`insert into setting (key, value) values ('bench filled', '')`
}

async function fill(sql: SqlReader, { graph, posts, asks }: DrawnWorld): Promise<void> {
  const copy = async (into: string, rows: Iterable<string>) => {
    await sql.unsafe(`truncate ${into.split(' ')[0]}`)
    const start = performance.now()
    await pipeline(Readable.from(inPieces(rows)), await sql.unsafe(`copy ${into} from stdin`).writable())
    console.log(`filled ${into.split(' ')[0]} in ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
  await copy('person (id, no, name, handle, email)', personRows(graph.people))
  await copy('tie (id, low, high, made_at)', tieRows(graph))
  await copy('tie_side (owner, other, tie_id, closeness)', sideRows(graph))
  await copy('circle (id, no, owner, slot, position, kind, ready_made, name)', circleRows(graph))
  await copy('circle_member (circle, owner, other)', placeRows(graph, PLACE_SEED))
  await copy('subject (id, no, kind)', subjectRows(posts))
  const asked = asks ? askPostRows(posts, asks) : []
  await copy(
    'post (id, no, author, form, all_ties, onward, created_at, since, expires_at)',
    both(postRows(posts), asked),
  )
  if (asks) await copy('ask (post, author, kind, title, until, language)', askRows(posts, asks))
  await copy(
    'recommendation (post, author, subject, verdict, interest, title, why, basis, language)',
    recommendationRows(posts),
  )
  await copy('post_circle (post, author, circle)', audienceRows(posts))
  await sql`vacuum (analyze, freeze)`
}

/** A drawn person may recommend a subject twice; a real one may not. */
async function dropSecondVoices(sql: SqlReader): Promise<void> {
  await sql`
    create temporary table second as
    select post from (
      select post, row_number() over (partition by author, subject order by post) as place from recommendation
    ) placed where place > 1`
  await sql`delete from recommendation where post in (select post from second)`
  await sql`delete from post_circle where post in (select post from second)`
  await sql`delete from post where no in (select post from second)`
}

/** Takes away indexes, constraints and triggers, without which filling takes minutes and not hours; answers what makes them again. */
async function takeRules(sql: SqlReader): Promise<readonly string[]> {
  const constraints = await sql<Rule[]>`
    select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
      format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as drop
    from pg_constraint
    where connamespace = current_schema()::regnamespace and contype in ('f', 'p', 'u', 'c') and conrelid <> 'setting'::regclass
    order by array_position('{p,u,c,f}', contype::text)`
  const indexes = await sql<Rule[]>`
    select indexdef as make, format('drop index if exists %I', indexname) as drop from pg_indexes i
    where schemaname = current_schema() and tablename <> 'setting'
      and not exists (select from pg_constraint where conname = i.indexname and conrelid = i.tablename::regclass)`
  const triggers = await sql<Rule[]>`
    select pg_get_triggerdef(oid) as make, format('drop trigger if exists %I on %s', tgname, tgrelid::regclass) as drop
    from pg_trigger where not tgisinternal`
  const rules = [
    ...constraints.filter(({ make }) => !make.includes('FOREIGN KEY')),
    ...indexes,
    ...constraints.filter(({ make }) => make.includes('FOREIGN KEY')),
    ...triggers,
  ]
  for (const { drop } of rules) await sql.unsafe(drop)
  return rules.map(({ make }) => make)
}

interface Rule {
  readonly make: string
  readonly drop: string
}

function* both<Row>(one: Iterable<Row>, other: Iterable<Row>): Generator<Row> {
  yield* one
  yield* other
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
