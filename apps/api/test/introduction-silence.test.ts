import { type Introductions, LIMITS } from '@kith/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, openWorld, type World } from './api-world.ts'
import { introductionScene } from './introduction-scene.ts'
import { changesIn, Listener, listen } from './live-listener.ts'
import { type Cast, createCast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

/*
 * Whatever the others do with an introduction, short of all saying yes, whoever waits for it reads and hears what he does while
 * they are silent. Beside the introduction that the others do something about, each world holds its twin, of which nobody
 * says anything: to whoever waits the two are one.
 */

const SEED = Number(process.env['KITH_SILENCE_SEED'] ?? 20_261_127)
const RUNS = Number(process.env['KITH_SILENCE_RUNS'] ?? 10)
const LIMIT_MS = 600_000
const DAY_MS = 86_400_000
// What else somebody has on his screens; nothing of it may change either.
const READ = ['/api/notifications', '/api/threads', '/api/ties/requests', '/api/letter', '/api/clubs']
const TELLING = new Set(['introductions', 'notifications', 'threads'])

let world: World
let host: string
let cast: Cast
const scene = introductionScene(() => cast)

beforeAll(async () => {
  world = await openWorld()
  host = await listen(world)
})

afterAll(() => world.close())

type Act = (id: string) => Promise<unknown>

const tied = (one: string, other: string) => cast.facts.ties.has(pairOf(one, other))
const end = (by: string, other: string) => async () => {
  if (tied(by, other)) await cast.endTie(by, other)
}
const block = (by: string, of: string) => async () => {
  if (!cast.facts.blocks.some((one) => one.by === by && one.of === of)) await cast.block(by, of)
}
const pause = (by: string, other: string) => async () => {
  const tie = cast.facts.ties.get(pairOf(by, other))
  if (tie) cast.done(await cast.client(by).patch(`/api/ties/${tie}`, { paused: true }))
}
/** Only where it comes of nothing. */
const vainYes =
  (who: string): Act =>
  async (id) => {
    const isVain =
      !tied('ann', 'ben') || cast.facts.blocks.some(({ by, of }) => pairOf(by, of) === pairOf('ann', 'cleo'))
    if (isVain) await scene.answer(who, id, 'yes')
  }

const BETWEEN: Readonly<Record<string, Act>> = {
  'cleo blocks ann': block('cleo', 'ann'),
  'ann blocks cleo': block('ann', 'cleo'),
  'cleo blocks ben': block('cleo', 'ben'),
  'ben blocks cleo': block('ben', 'cleo'),
  'ben ends his tie with cleo': end('ben', 'cleo'),
  'cleo ends her tie with ben': end('cleo', 'ben'),
  'ben blocks ann': block('ben', 'ann'),
  'ben ends his tie with ann': end('ben', 'ann'),
  'ben pauses ann': pause('ben', 'ann'),
  'cleo pauses ben': pause('cleo', 'ben'),
}

const OF_CLEO: Readonly<Record<string, Act>> = {
  'cleo says not now': (id) => scene.answer('cleo', id, 'notNow'),
  'cleo says never': (id) => scene.answer('cleo', id, 'never'),
  'cleo takes it back': (id) => scene.answer('cleo', id, 'open'),
  'cleo says yes in vain': vainYes('cleo'),
}

const OF_BEN: Readonly<Record<string, Act>> = {
  'ben declines': (id) => scene.remove('ben', id),
  'ben offers it to cleo': (id) => scene.offer('ben', id, 'cleo'),
  'ben offers it to dan': (id) => scene.offer('ben', id, 'dan'),
  'ben takes it outside': (id) => scene.outside('ben', id),
}

const OF_ANN: Readonly<Record<string, Act>> = {
  'ann says not now': (id) => scene.answer('ann', id, 'notNow'),
  'ann says never': (id) => scene.answer('ann', id, 'never'),
  'ann takes it back': (id) => scene.answer('ann', id, 'open'),
  'ann says yes in vain': vainYes('ann'),
}

interface Trial {
  /** Who waits. */
  readonly watcher: string
  readonly list: 'asked' | 'brokered' | 'offered'
  /** The introduction and its twin. */
  readonly make: () => Promise<readonly [string, string]>
  readonly acts: Readonly<Record<string, Act>>
  /** How it may begin: what seldom comes about by chance. */
  readonly starts?: readonly (readonly string[])[]
}

/** Runs random acts of the others, and compares after each of them. */
async function tryOut({ watcher, list, make, acts, starts = [[]] }: Trial): Promise<void> {
  const property = fc.asyncProperty(
    fc.constantFrom(...starts),
    fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 1, maxLength: 5 }),
    async (start, others) => {
      const names = [...start, ...others]
      cast = createCast(world)
      for (const key of ['ann', 'ben', 'cleo', 'dan']) await cast.person(key)
      for (const key of ['ann', 'cleo', 'dan']) await cast.tie('ben', key)
      const [id, twin] = await make()
      const listener = await new Listener(host, cast.client(watcher)).hello()
      await listener.settled()
      const before = await readOthers(watcher)
      for (const name of names) {
        await acts[name]?.(id)
        expectTwins(await scene.list(watcher), list, [id, twin])
        expect(await readOthers(watcher)).toEqual(before)
      }
      const told = changesIn(await listener.settled()).filter((one) => !listener.isMarker(one))
      listener.close()
      expect(told.filter((one) => TELLING.has(kindOf(one)))).toEqual([])
      world.clock.at = new Date(world.clock.at.getTime() + LIMITS.introductionDays * DAY_MS)
      const after = await scene.list(watcher)
      expectTwins(after, list, [id, twin])
      expect(after[list].filter(({ state }) => state !== 'over')).toEqual([])
    },
  )
  await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
}

function kindOf(change: unknown): string {
  return typeof change === 'object' && change !== null && 'kind' in change ? String(change.kind) : ''
}

async function readOthers(watcher: string): Promise<string[]> {
  const answers: Answer[] = await Promise.all(READ.map((url) => cast.client(watcher).get(url, cast.after())))
  return answers.map(({ text }) => text)
}

function expectTwins(lists: Introductions, list: Trial['list'], ids: readonly [string, string]): void {
  const [one, twin] = ids.map((id) => {
    const found = lists[list].find((item) => item.id === id)
    return JSON.stringify({ ...found, id: null, kind: null })
  })
  expect(one).toBe(twin)
}

const askTwice = async () =>
  [await scene.asked('ann', 'ben'), await scene.asked('ann', 'ben', { kind: 'film' })] as const

const bringTwice = async () =>
  [
    await scene.brought('ben', 'ann', 'cleo'),
    await scene.brought('ben', 'ann', 'cleo', { kind: 'film' }),
  ] as const

it('[P23] whoever asked cannot tell what becomes of it from silence, nor when', {
  timeout: LIMIT_MS,
}, async () => {
  await expect(
    tryOut({
      watcher: 'ann',
      list: 'asked',
      make: askTwice,
      acts: { ...BETWEEN, ...OF_BEN, ...OF_CLEO },
      starts: [[], ['ben offers it to cleo'], ['ben offers it to cleo', 'cleo says not now']],
    }),
  ).resolves.toBeUndefined()
})

it('[P19] [P23] the broker cannot tell what those say whom he asks from silence', {
  timeout: LIMIT_MS,
}, async () => {
  const { 'ben pauses ann': _own, ...between } = BETWEEN
  const make = async () => {
    const ids = await askTwice()
    for (const id of ids) await scene.offered('ben', id, 'cleo')
    return ids
  }
  const asked = { watcher: 'ben', list: 'brokered', make, acts: { ...between, ...OF_CLEO } } as const
  await expect(tryOut(asked)).resolves.toBeUndefined()
  const brought = { ...asked, make: bringTwice, acts: { ...between, ...OF_CLEO, ...OF_ANN } }
  await expect(tryOut(brought)).resolves.toBeUndefined()
})

it('[P23] whoever said yes cannot tell why the other does not', { timeout: LIMIT_MS }, async () => {
  await expect(
    tryOut({
      watcher: 'cleo',
      list: 'offered',
      make: async () => {
        const ids = await bringTwice()
        for (const id of ids) cast.done(await scene.answer('cleo', id, 'yes'))
        return ids
      },
      acts: { ...BETWEEN, ...OF_ANN, 'ben takes it back': (id) => scene.remove('ben', id) },
    }),
  ).resolves.toBeUndefined()
})
