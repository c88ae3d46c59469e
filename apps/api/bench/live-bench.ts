import { availableParallelism } from 'node:os'
import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ReadRecommendation } from '@kith/contract'
import { median, quantile } from '@kith/trust-graph/bench/figures'
import { Xorshift } from '@kith/trust-graph/bench/xorshift'
import { createGraph } from '../src/graph/graph-follower.ts'
import { createLog } from '../src/http/logging.ts'
import { DrawnWords } from './drawn-words.ts'
import { Follower } from './follower.ts'
import { ask, expectSuccess } from './load.ts'
import { usageOf } from './served.ts'
import { openServedWorld, type ServedWorld } from './served-world.ts'
import { newRecommendation } from './written.ts'

/**
 * From a POST to the message in the hands of everybody who hears it: `--people N --degree N --posts N --seed N --sockets N
 * --written N --per-second N`, or `--quick` to see that everything runs. Who should have been told is asked of an engine
 * of its own that reads the tables afterwards. The last line is one JSON object.
 */

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string' },
    degree: { type: 'string', default: '37' },
    posts: { type: 'string' },
    seed: { type: 'string', default: '1' },
    sockets: { type: 'string' },
    written: { type: 'string' },
    'per-second': { type: 'string', default: '10' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(flags.people ?? (flags.quick ? 2_000 : 100_000))
const posts = Number(flags.posts ?? 10 * people)
const sockets = Number(flags.sockets ?? (flags.quick ? 100 : 2_000))
const written = Number(flags.written ?? (flags.quick ? 10 : 200))
const [degree, seed, perSecond] = [Number(flags.degree), Number(flags.seed), Number(flags['per-second'])]
if (![people, degree, posts, seed, sockets, written].every((count) => Number.isInteger(count) && count > 0)) {
  console.error('People, degree, posts, seed, sockets and written are whole numbers above 0.')
  process.exit(2)
}

// So many connect at a time.
const AT_ONCE = 50
// Before it is measured: until PostgreSQL's processes have mapped the memory that they share, as in a service that runs.
const WARM_UP_S = flags.quick ? 1 : 20
const LAST_ARRIVAL_MS = 3_000

const random = new Xorshift(seed)
const words = new DrawnWords(seed + 1)
const size = { people, degree, posts, seed }
const world = await openServedWorld(size, { processes: availableParallelism(), viewers: sockets })
try {
  const { rssBytes: before } = await usageOf(world.servers)
  const followers = await connectAll(world)
  const { rssBytes: connected } = await usageOf(world.servers)
  console.log(`${followers.length} websockets`)
  await writeEvenly(world, WARM_UP_S * perSecond)
  const writings = await writeEvenly(world, written)
  await after(LAST_ARRIVAL_MS)
  const ms = followers.flatMap(({ heard }) =>
    writings.flatMap(({ id, start }) => (heard.has(id) ? [heard.get(id)! - start] : [])),
  )
  const missed = await countMissed(world, followers, writings)
  console.log(`${writings.length} posts written, ${ms.length} messages, ${missed} missed`)
  for (const follower of followers) follower.close()
  console.log(
    JSON.stringify({
      sockets: followers.length,
      p50Ms: median(ms),
      p99Ms: quantile(ms, 0.99),
      missed,
      bytesPerSocket: (connected - before) / followers.length,
      messages: ms.length,
      processes: world.servers.length,
      people,
      posts,
    }),
  )
} finally {
  await world.stop()
}

async function connectAll({ servers, viewers }: ServedWorld): Promise<Follower[]> {
  const followers: Follower[] = []
  for (let first = 0; first < viewers.length; first += AT_ONCE) {
    const some = viewers.slice(first, first + AT_ONCE)
    const connecting = some.map((viewer, n) => Follower.connect(servers[n % servers.length]!, viewer))
    followers.push(...(await Promise.all(connecting)))
  }
  return followers
}

interface Writing {
  readonly id: string
  /** When the POST began, as `performance.now()` counts. */
  readonly start: number
}

async function writeEvenly({ servers, viewers }: ServedWorld, count: number): Promise<Writing[]> {
  const begin = performance.now()
  const write = async (n: number): Promise<Writing> => {
    await after(Math.max(0, begin + (1_000 * n) / perSecond - performance.now()))
    const start = performance.now()
    const { cookie } = viewers[random.below(viewers.length)]!
    const body = newRecommendation(words)
    const request = { method: 'POST', path: '/api/recommendations', cookie, body } as const
    const { text } = expectSuccess(await ask(servers[n % servers.length]!, request))
    return { id: ReadRecommendation.parse(JSON.parse(text)).voice.post, start }
  }
  return Promise.all(Array.from({ length: count }, (_, n) => write(n)))
}

/** How often somebody hears a post and was not told of it. */
async function countMissed(
  { opened }: ServedWorld,
  followers: readonly Follower[],
  writings: readonly Writing[],
): Promise<number> {
  const { sql } = opened.database
  const graph = createGraph({
    sql,
    log: createLog('warn'),
    now: () => new Date(),
    say: () => undefined,
    stopping: new AbortController().signal,
    snapshotFile: `/nowhere/${process.pid}`,
  })
  await graph.open()
  const rows = await sql<{ id: string; no: number }[]>`
    select id, no from post where id = any(${writings.map(({ id }) => id)}::uuid[])`
  const ids = new Map(rows.map(({ id, no }) => [no, id]))
  const now = Math.floor(Date.now() / 1_000)
  let missed = 0
  for (const { viewer, heard } of followers) {
    for (const { post } of graph.engine.hearsAmong(viewer.no, ids.keys(), now))
      if (!heard.has(ids.get(post)!)) missed++
  }
  return missed
}
