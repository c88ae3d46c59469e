import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { startPostgres } from '@kith/embedded-postgres'
import postgres, { type Sql } from 'postgres'
import { DECAY_COST, FLOOR_COST, LONGEST_CHAIN, MOST_TRUSTED } from '../src/model-constants.ts'
import type { LoadedReach } from './engine-reach.ts'
import { median } from './figures.ts'
import type { SideGraph } from './graph-file.ts'
import { timeOf } from './reach-turns.ts'
import { cached } from './yardstick.ts'

/** How many viewers each way searches before the next has its turn. */
const TURN = 10

/** Everything in memory, nothing compiled, planned or split up for one query that takes some ten milliseconds. */
const SETTINGS = {
  fsync: 'off',
  autovacuum: 'off',
  shared_buffers: '1GB',
  work_mem: '256MB',
  random_page_cost: '1',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  plan_cache_mode: 'force_generic_plan',
}

const OWN = `own as materialized (select target from side where source = $1::int)`
const FIRST = `select target as person, cost from side where source = $1::int and cost <= ${FLOOR_COST}`
const NOT_OWN = (person: string) => `${person} <> $1::int and ${person} not in (select target from own)`
const CONSIDERED = (costs: string) =>
  `select sum(cost)::int as sum from (select cost from (${costs}) every order by cost limit ${MOST_TRUSTED}) considered`

const RECURSIVE = `
  with recursive ${OWN}, chain (person, cost, ties) as (
    select person, cost, 1 from (${FIRST}) first
    union all
    select side.target, chain.cost + ${DECAY_COST} + side.cost, ties + 1
    from chain join side on source = person and side.cost <= ${FLOOR_COST - DECAY_COST} - chain.cost
    where ties < ${LONGEST_CHAIN} and ${NOT_OWN('side.target')}
  )
  ${CONSIDERED('select min(cost) as cost from chain group by person')}`

/**
 * The second layer keeps the cheapest chain to everybody. If K people are reached by then, the K-th cost bounds the third
 * layer, which is grouped, and rid of the viewer's ties, only once, with the second.
 */
const LAYERED = `
  with ${OWN}, first as materialized (${FIRST}),
  second as materialized (
    select side.target as person, min(first.cost + ${DECAY_COST} + side.cost) as cost
    from first join side on source = person and side.cost <= ${FLOOR_COST - DECAY_COST} - first.cost
    where ${NOT_OWN('side.target')} group by side.target
  ),
  bound as materialized (
    select coalesce(
      (select cost from (select cost from first union all select cost from second) near
       order by cost offset ${MOST_TRUSTED - 1} limit 1), ${FLOOR_COST}) as cost
  ),
  third as (
    select side.target as person, second.cost + ${DECAY_COST} + side.cost as cost
    from second join side
      on source = person and side.cost <= (select cost from bound) - ${DECAY_COST} - second.cost
  ),
  far as (
    select person, min(cost) as cost
    from (select * from second union all select * from third) chain group by person offset 0
  )
  ${CONSIDERED(`select cost from first union all select cost from far where ${NOT_OWN('person')}`)}`

/** Median milliseconds a viewer. */
export interface SqlFigures {
  readonly engineMs: number
  readonly recursiveMs: number
  readonly layeredMs: number
  /** Whether every query found the engine's sum of costs for every viewer. */
  readonly equal: boolean
}

/**
 * Lets the engine and two queries of the embedded PostgreSQL search the same viewers in turn, after every viewer has been
 * searched by all without the clock. The queries answer the sum alone, so that nothing is measured but the search.
 */
export async function measureSql(
  graph: SideGraph,
  engine: LoadedReach,
  viewers: readonly number[],
): Promise<SqlFigures> {
  const server = await startPostgres({ folder: await cached('postgres'), settings: SETTINGS })
  const sql = postgres({ ...server.connection, max: 1, onnotice: () => undefined })
  try {
    await loadSides(sql, graph)
    return await race(sql, engine, viewers)
  } finally {
    await sql.end()
    await server.stop()
  }
}

async function race(sql: Sql, engine: LoadedReach, viewers: readonly number[]): Promise<SqlFigures> {
  const ask = async (query: string, viewer: number) => {
    const [row] = await sql.unsafe<{ sum: number | null }[]>(query, [viewer], { prepare: true })
    return row?.sum ?? 0
  }
  let equal = true
  for (const viewer of viewers) {
    const sum = engine.search(viewer)
    for (const query of [RECURSIVE, LAYERED]) equal &&= (await ask(query, viewer)) === sum
  }
  const engineMs: number[] = []
  const queryMs = new Map<string, number[]>([RECURSIVE, LAYERED].map((query) => [query, []]))
  for (let start = 0; start < viewers.length; start += TURN) {
    const some = viewers.slice(start, start + TURN)
    for (const viewer of some) engineMs.push(timeOf(() => engine.search(viewer)))
    for (const [query, times] of queryMs) {
      for (const viewer of some) {
        const begin = performance.now()
        await ask(query, viewer)
        times.push(performance.now() - begin)
      }
    }
  }
  return {
    engineMs: median(engineMs),
    recursiveMs: median(queryMs.get(RECURSIVE)!),
    layeredMs: median(queryMs.get(LAYERED)!),
    equal,
  }
}

async function loadSides(sql: Sql, graph: SideGraph): Promise<void> {
  await sql`drop table if exists side`
  await sql`create unlogged table side (source int not null, target int not null, cost int not null)`
  await pipeline(Readable.from(rowsOf(graph)), await sql`copy side from stdin`.writable())
  await sql`create index on side (source, cost) include (target)`
  await sql`vacuum (analyze, freeze) side`
}

/** All rows of a person at a time. */
function* rowsOf({ people, offsets, targets, costs }: SideGraph): Generator<string> {
  for (let person = 0; person < people; person++) {
    let rows = ''
    for (let side = offsets[person]!; side < offsets[person + 1]!; side++) {
      rows += `${person}\t${targets[side]}\t${costs[side]}\n`
    }
    yield rows
  }
}
