import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { FeedPage, subjectsOn } from '@kith/contract'
import { median, quantile } from '@kith/trust-graph/bench/figures'
import { Xorshift } from '@kith/trust-graph/bench/xorshift'
import { DrawnWords } from './drawn-words.ts'
import { type Ask, ask, evenLoad, expectSuccess, fullLoad, type Place, type Run } from './load.ts'
import { usageOf } from './served.ts'
import { openServedWorld } from './served-world.ts'
import { newAsk, newRecommendation } from './written.ts'

/**
 * Feed with asks in it, writing, search and subject page over HTTP: as many API processes as cores, their database and whoever asks, all on
 * this machine. `--people N --degree N --posts N --seed N --viewers N --seconds N --minutes N`, or `--quick` to see that
 * everything runs. The world is drawn into an embedded PostgreSQL once and kept. The last line is one JSON object.
 */

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string' },
    degree: { type: 'string', default: '37' },
    posts: { type: 'string' },
    seed: { type: 'string', default: '1' },
    viewers: { type: 'string' },
    seconds: { type: 'string' },
    /** How long the load lasts whose first and last minute are compared; 0 leaves it out. */
    minutes: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(flags.people ?? (flags.quick ? 2_000 : 100_000))
const posts = Number(flags.posts ?? 10 * people)
const viewerCount = Number(flags.viewers ?? Math.min(2_000, people))
const seconds = Number(flags.seconds ?? (flags.quick ? 2 : 20))
const minutes = Number(flags.minutes ?? (flags.quick ? 0 : 10))
const [degree, seed] = [Number(flags.degree), Number(flags.seed)]
if (
  ![people, degree, posts, seed, viewerCount, seconds].every((count) => Number.isInteger(count) && count > 0)
) {
  console.error('People, degree, posts, seed, viewers and seconds are whole numbers above 0.')
  process.exit(2)
}

// Of the feeds that are read so many are asks alone, and of what is written so many are asks.
const ASKS_ALONE = 0.2
const ASKS_WRITTEN = 0.05
// So many requests are open at a time when nothing else bounds them.
const OPEN = 16
// Until PostgreSQL's processes have mapped the memory that they share: in a service that runs they have.
const WARM_UP_S = flags.quick ? 1 : 30

const random = new Xorshift(seed)
const words = new DrawnWords(seed + 1)
const world = await openServedWorld(
  { people, degree, posts, seed },
  { processes: availableParallelism(), viewers: viewerCount },
)
try {
  const { servers, viewers } = world
  const anybody = () => viewers[random.below(viewers.length)]!.cookie
  const feed = (): Ask => ({
    method: 'GET',
    path: random.unit() < ASKS_ALONE ? '/api/feed?only=asks' : '/api/feed',
    cookie: anybody(),
  })
  const load = (next: () => Ask, forSeconds = seconds) => ({ places: servers, seconds: forSeconds, next })

  const warmUp = (next: () => Ask) => fullLoad({ ...load(next, WARM_UP_S), open: OPEN })
  await warmUp(feed)
  const feedRun = shown('feed', await fullLoad({ ...load(feed), open: OPEN }))
  const half = perSecond(feedRun) / 2
  const halfRun = shown('feed at half load', await evenLoad({ ...load(feed), perSecond: half }))
  const bare = (): Ask => ({ method: 'GET', path: '/api/me', cookie: anybody() })
  const bareRun = shown('bare route', await fullLoad({ ...load(bare), open: OPEN }))
  const search = (): Ask => ({
    method: 'GET',
    path: `/api/search?q=${encodeURIComponent(words.word())}`,
    cookie: anybody(),
  })
  await warmUp(search)
  const searchRun = shown('search', await evenLoad({ ...load(search), perSecond: half / 4 }))
  const subjects = await subjectsOf(servers, Array.from({ length: 250 }, feed))
  const subject = (): Ask => subjects[random.below(subjects.length)]!
  await warmUp(subject)
  const subjectRun = shown('subject page', await evenLoad({ ...load(subject), perSecond: half }))
  const write = (): Ask => {
    const isAsk = random.unit() < ASKS_WRITTEN
    return {
      method: 'POST',
      path: isAsk ? '/api/asks' : '/api/recommendations',
      cookie: anybody(),
      body: isAsk ? newAsk(words) : newRecommendation(words),
    }
  }
  await warmUp(write)
  const writeRun = shown('writing', await fullLoad({ ...load(write), open: OPEN }))
  const growth = minutes > 1 ? await growthOf(() => fullLoad({ ...load(feed, 60), open: OPEN })) : undefined
  console.log(
    JSON.stringify({
      feedPerS: perSecond(feedRun),
      feedP50Ms: median(feedRun.ms),
      feedP99MsAtHalfLoad: quantile(halfRun.ms, 0.99),
      bareRoutePerS: perSecond(bareRun),
      shareOfBareRoute: perSecond(feedRun) / perSecond(bareRun),
      postsPerS: perSecond(writeRun),
      searchP99Ms: quantile(searchRun.ms, 0.99),
      subjectP99Ms: quantile(subjectRun.ms, 0.99),
      rssMb: (await usageOf(servers)).rssBytes / 1e6,
      growth,
      clientCores: feedRun.clientCores,
      processes: servers.length,
      people,
      posts,
    }),
  )
} finally {
  await world.stop()
}

/** Every subject on these pages, to be asked for by whoever has it there. */
async function subjectsOf(places: readonly Place[], asks: readonly Ask[]): Promise<readonly Ask[]> {
  const found: Ask[] = []
  for (const one of asks) {
    const page = FeedPage.parse(JSON.parse(expectSuccess(await ask(places[0]!, one)).text))
    for (const card of subjectsOn(page)) found.push({ ...one, path: `/api/subjects/${card.subject.id}` })
  }
  return found
}

/** CPU time of the servers for a request in the last minute by that in the first. */
async function growthOf(minute: () => Promise<Run>): Promise<number> {
  const costs: number[] = []
  for (let n = 0; n < minutes; n++) {
    const before = await usageOf(world.servers)
    const run = await minute()
    const after = await usageOf(world.servers)
    costs.push((after.cpuUs - before.cpuUs) / run.ms.length)
    console.log(
      `minute ${n + 1}: ${(costs.at(-1)! / 1_000).toFixed(2)} ms of CPU a request, ${(after.rssBytes / 1e6).toFixed(0)} MB`,
    )
  }
  return costs.at(-1)! / costs[0]!
}

function perSecond({ ms, seconds: took }: Run): number {
  return ms.length / took
}

function shown(name: string, run: Run): Run {
  const figures = [median(run.ms), quantile(run.ms, 0.99)].map((ms) => ms.toFixed(1))
  console.log(
    `${name.padEnd(18)} ${perSecond(run).toFixed(0).padStart(6)}/s  median ${figures[0]} ms, p99 ${figures[1]} ms, asking took ${run.clientCores.toFixed(2)} of a core`,
  )
  return run
}
