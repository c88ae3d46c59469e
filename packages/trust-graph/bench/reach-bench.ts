import { parseArgs } from 'node:util'
import { loadReach } from './engine-reach.ts'
import { median } from './figures.ts'
import type { SideGraph } from './graph-file.ts'
import { type BenchGraph, generatedBenchGraph, graphOfEdges } from './reach-graphs.ts'
import { measureReach, type ReachFigures } from './reach-turns.ts'
import { seededRandom } from './seeded-random.ts'
import { measureSql, type SqlFigures } from './sql-reach.ts'

/**
 * The search for a viewer's reach against the yardstick and against SQL:
 *
 *   --people N …  --degree N  --seed N …   generated graphs; by default 100,000 and 1,000,000 people, three seeds each
 *   --edges FILE                           instead of them a graph of `from to strength` lines
 *   --viewers N                            drawn by seed for every graph
 *   --quick                                10,000 people and one seed, to see that everything runs
 *
 * The last line is one JSON object, null where something was not measured. Unequal answers end it with status 1.
 */

const SQL_PEOPLE = 100_000
const SQL_VIEWERS = 60

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string', multiple: true },
    degree: { type: 'string', default: '37' },
    seed: { type: 'string', multiple: true },
    viewers: { type: 'string', default: '1000' },
    edges: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const people = (flags.people ?? (flags.quick ? ['10000'] : ['100000', '1000000'])).map(Number)
const seeds = (flags.seed ?? (flags.quick ? ['1'] : ['1', '2', '3'])).map(Number)
const degree = Number(flags.degree)
const viewers = Number(flags.viewers)
if (![...people, ...seeds, degree, viewers].every((count) => Number.isInteger(count) && count > 0)) {
  console.error('People, degree, seeds and viewers are whole numbers above 0.')
  process.exit(2)
}

const reaches: { people: number; figures: ReachFigures }[] = []
const sqls: { people: number; figures: SqlFigures }[] = []

console.log(row(['people', 'seed', 'sides', 'median ms', 'p99 ms', 'C median', 'C p99', '× C', 'equal']))
if (flags.edges !== undefined) await measure(await graphOfEdges(flags.edges), seeds[0]!)
else {
  for (const count of people) {
    for (const seed of seeds) {
      const bench = await generatedBenchGraph({ people: count, degree, seed })
      await measure(bench, seed)
      if (count <= SQL_PEOPLE && seed === seeds[0]) await compareSql(bench.graph, seed)
    }
  }
}

const checks = [...reaches, ...sqls].map(({ figures }) => figures.equal)
const of1m = reaches.filter((reach) => reach.people === 1_000_000).map(({ figures }) => figures)
const sql100k = sqls.find((sql) => sql.people === SQL_PEOPLE)?.figures
console.log(
  JSON.stringify({
    equalAnswers: checks.includes(false) ? false : checks.includes(undefined) ? null : true,
    ratioToC1m: medianOrNull(of1m.flatMap(({ c }) => c?.ratio ?? [])),
    medianMs1m: medianOrNull(of1m.map(({ medianMs }) => medianMs)),
    p99Ms1m: medianOrNull(of1m.map(({ p99Ms }) => p99Ms)),
    sqlOverEngine100k: sql100k === undefined ? null : overEngine(sql100k),
    degree,
    seeds,
    viewers,
  }),
)
if (checks.includes(false)) process.exitCode = 1

async function measure({ graph, rival, remark }: BenchGraph, seed: number): Promise<void> {
  const engine = loadReach(graph)
  const figures = await measureReach(engine, rival, drawViewers(graph, seed, viewers))
  reaches.push({ people: graph.people, figures })
  const { medianMs, p99Ms, c, equal } = figures
  const ofC = c ? [ms(c.medianMs), ms(c.p99Ms), c.ratio.toFixed(2), String(equal)] : [remark]
  console.log(row([graph.people, seed, graph.targets.length, ms(medianMs), ms(p99Ms), ...ofC]))
}

async function compareSql(graph: SideGraph, seed: number): Promise<void> {
  const figures = await measureSql(graph, loadReach(graph), drawViewers(graph, seed, SQL_VIEWERS))
  sqls.push({ people: graph.people, figures })
  console.log(
    `PostgreSQL, ${SQL_VIEWERS} of these viewers: recursive ${ms(figures.recursiveMs)} ms, layered ${ms(figures.layeredMs)} ms, ` +
      `engine ${ms(figures.engineMs)} ms; × ${overEngine(figures).toFixed(1)}, equal: ${figures.equal}`,
  )
}

/** The better of the two queries. */
function overEngine({ recursiveMs, layeredMs, engineMs }: SqlFigures): number {
  return Math.min(recursiveMs, layeredMs) / engineMs
}

function drawViewers(graph: SideGraph, seed: number, count: number): number[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => Math.floor(random() * graph.people))
}

function medianOrNull(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : median(figures)
}

function ms(time: number): string {
  return time.toFixed(3)
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(9)).join(' ')
}
