import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { FeedPage, subjectsOn, Ties } from '@kith/contract'
import { median, quantile } from '@kith/trust-graph/bench/figures'
import { Xorshift } from '@kith/trust-graph/bench/xorshift'
import { ask, evenLoad, expectSuccess, type Place } from './load.ts'
import { openServedWorld } from './served-world.ts'
import type { SignedIn } from './signed-in.ts'

/**
 * From setting one's closeness to a tie at one process to one's own changed feed at another, while others read theirs:
 * `--people N --degree N --posts N --seed N --changes N --per-second N`, or `--quick` to see that everything runs. A feed
 * that still shows the closeness of before counts as stale, a page that the tie is not on any more as left. The last line is one JSON object.
 */

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string' },
    degree: { type: 'string', default: '37' },
    posts: { type: 'string' },
    seed: { type: 'string', default: '1' },
    changes: { type: 'string' },
    /** Feeds read a second meanwhile. */
    'per-second': { type: 'string', default: '20' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(flags.people ?? (flags.quick ? 2_000 : 100_000))
const posts = Number(flags.posts ?? 10 * people)
const changes = Number(flags.changes ?? (flags.quick ? 10 : 300))
const [degree, seed, perSecond] = [Number(flags.degree), Number(flags.seed), Number(flags['per-second'])]
if (![people, degree, posts, seed, changes].every((count) => Number.isInteger(count) && count > 0)) {
  console.error('People, degree, posts, seed and changes are whole numbers above 0.')
  process.exit(2)
}

const WARM_UP_S = flags.quick ? 1 : 30
const LOAD_S = flags.quick ? 3 : 60

const random = new Xorshift(seed)
const size = { people, degree, posts, seed }
const world = await openServedWorld(size, { processes: availableParallelism(), viewers: 2_000 })
try {
  const { servers } = world
  const [here = servers[0]!, there = servers[0]!] = servers
  const next = () => ({ method: 'GET' as const, path: '/api/feed', cookie: anybody().cookie })
  await evenLoad({ places: servers, seconds: WARM_UP_S, perSecond, next })
  const load = evenLoad({ places: servers, seconds: LOAD_S, perSecond, next })
  const ms: number[] = []
  let [stale, left] = [0, 0]
  for (let n = 0; n < changes; n++) {
    const side = await anySide(here)
    const start = performance.now()
    const shown = await closenessShown(side, await setCloseness(here, side), there)
    ms.push(performance.now() - start)
    if (shown === undefined) left += 1
    else if (shown !== side.closeness) stale += 1
  }
  const { ms: feedMs } = await load
  console.log(
    `${changes} changes, median ${median(ms).toFixed(1)} ms, beside ${feedMs.length} feeds of ${median(feedMs).toFixed(1)} ms`,
  )
  console.log(
    JSON.stringify({
      httpP50Ms: median(ms),
      httpP99Ms: quantile(ms, 0.99),
      stale,
      left,
      changes,
      feedsPerS: perSecond,
      processes: servers.length,
      people,
      posts,
    }),
  )
} finally {
  await world.stop()
}

function anybody(): SignedIn {
  return world.viewers[random.below(world.viewers.length)]!
}

/** A tie who speaks on the first page of somebody's feed, and the closeness that he is to have. */
interface Side {
  readonly cookie: string
  readonly tie: string
  readonly person: string
  readonly closeness: number
}

async function anySide(place: Place): Promise<Side> {
  for (;;) {
    const { cookie } = anybody()
    const get = async (path: string): Promise<unknown> =>
      JSON.parse(expectSuccess(await ask(place, { method: 'GET', path, cookie })).text)
    const page = FeedPage.parse(await get('/api/feed'))
    const spoken = subjectsOn(page).flatMap(({ voices }) => voices.map(({ person }) => person))
    const person = spoken.find(({ shown }) => shown === 'tie')
    const { ties } = Ties.parse(await get('/api/ties'))
    const tie = ties.find((one) => person?.shown === 'tie' && one.person.id === person.id)
    // Closer than before, so that he stays on the page.
    if (tie)
      return { cookie, tie: tie.id, person: tie.person.id, closeness: tie.person.closeness === 5 ? 4 : 5 }
  }
}

async function setCloseness(place: Place, { cookie, tie, closeness }: Side): Promise<string> {
  const body = { closeness }
  const answer = await ask(place, { method: 'PATCH', path: `/api/ties/${tie}`, cookie, body })
  return String(expectSuccess(answer).headers['kith-position'])
}

/** How close the tie is on the first page of the feed that is asked for after the change. */
async function closenessShown(side: Side, after: string, place: Place): Promise<number | null | undefined> {
  const feed = { method: 'GET', path: '/api/feed', cookie: side.cookie, after } as const
  const page = FeedPage.parse(JSON.parse(expectSuccess(await ask(place, feed)).text))
  const voices = subjectsOn(page).flatMap((card) => card.voices)
  for (const { person } of voices)
    if (person.shown === 'tie' && person.id === side.person) return person.closeness
  return undefined
}
