import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { drawPosts } from '@kith/trust-graph/bench/drawn-posts'
import { readGraphFile } from '@kith/trust-graph/bench/graph-file'
import { generatedGraph } from '@kith/trust-graph/bench/reach-graphs'
import { POST_RECORD_BYTES } from '@kith/trust-graph/bench/record-bytes'
import { cached } from '@kith/trust-graph/bench/yardstick'
import { createGraph } from '../src/graph/graph-follower.ts'
import { createLog } from '../src/http/logging.ts'
import { openBareDatabase } from './bench-database.ts'
import { PageFigures, type Timed, tellPosts } from './page-figures.ts'

/**
 * Feed pages and starts at full size: `--people N --degree N --posts N --more-posts N --seed N --times N`, or `--quick` to
 * see that everything runs. The world is drawn into an embedded PostgreSQL once and kept. The last line is one JSON object.
 */

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string' },
    degree: { type: 'string', default: '37' },
    posts: { type: 'string' },
    'more-posts': { type: 'string' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '500' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(flags.people ?? (flags.quick ? 10_000 : 1_000_000))
const postCount = Number(flags.posts ?? people)
const morePosts = Number(flags['more-posts'] ?? 10 * postCount)
const [degree, seed, times] = [Number(flags.degree), Number(flags.seed), Number(flags.times)]
if (
  ![people, degree, postCount, morePosts, seed, times].every((count) => Number.isInteger(count) && count > 0)
) {
  console.error('People, degree, posts, more posts, seed and times are whole numbers above 0.')
  process.exit(2)
}

// Posts are spread over the 24 months before this moment, whenever the world is drawn.
const NOW = Date.UTC(2026, 10, 1) / 1000

const now = () => new Date(1000 * NOW)
const drawn = (count: number) => drawPosts({ people, count, seed, now: NOW })
const opened = await openBareDatabase(
  await cached(`product-${people}-${degree}-${postCount}-${seed}`),
  async () => ({
    graph: readGraphFile(await generatedGraph({ people, degree, seed })),
    posts: drawn(postCount),
  }),
)
try {
  const snapshotFile = await cached(`product-${people}-${degree}-${postCount}-${seed}.snapshot`)
  await rm(snapshotFile, { force: true })
  const stopping = new AbortController().signal
  const graphOf = () =>
    createGraph({
      sql: opened.database.sql,
      log: createLog('warn'),
      now,
      say: console.log,
      stopping,
      snapshotFile,
    })
  const first = graphOf()
  const rebuildS = await secondsOf(() => first.open())
  say('rebuilt from PostgreSQL', `${rebuildS.toFixed(1)} s`)
  const saveS = await secondsOf(() => first.saveSnapshot(stopping))
  say('snapshot written', `${saveS.toFixed(1)} s`)
  const kept = graphOf()
  const snapshotLoadS = await secondsOf(() => kept.open())
  say('read from the snapshot', `${snapshotLoadS.toFixed(1)} s`)
  const { engine } = first
  const figures = new PageFigures(engine, { people, now: NOW, seed, times })
  const page = shown(`page, ${postCount} posts`, figures.page())
  shown('page, newest first', figures.page({ order: 'newest' }))
  const audience = shown('100 posts, heard or not', figures.audience())
  const whoHears = shown('who hears a post', figures.whoHears())
  tellPosts(engine, drawn(morePosts))
  const pageOfMore = shown(`page, ${morePosts} posts`, figures.page())
  const heavy = shown('page of 5,000 ties', figures.heavyPage())
  console.log(
    JSON.stringify({
      pageMs1m: page.median,
      pageMs10m: pageOfMore.median,
      audienceExactMs: audience.median,
      whoHearsMs: whoHears.median,
      bytesPerPost: POST_RECORD_BYTES,
      snapshotLoadS,
      rebuildS,
      heavyPageMs: heavy.median,
      people,
      posts: [postCount, morePosts],
    }),
  )
} finally {
  await opened.stop()
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function shown(name: string, timed: Timed): Timed {
  say(name, `median ${timed.median.toFixed(2)} ms, p99 ${timed.p99.toFixed(2)} ms`)
  return timed
}

function say(name: string, figure: string): void {
  console.log(`${name.padEnd(26)} ${figure}`)
}
