import { describe, expect, it } from 'vitest'
import { openWorld } from './api-world.ts'
import { createDice } from './dice.ts'
import { walk } from './walk/walk.ts'
import { routesDescribed } from './walk/walk-asking.ts'
import { READINGS } from './walk/walk-coverage.ts'
import { WALKED } from './walk/walk-routes.ts'
import { startWalk } from './walk/walk-state.ts'

/*
 * People who are tied, ex-tied, blocked, left out, excepted, paused, carrying off, club members, addressed, strangers and
 * nobody at all do everything that the API lets them, by chance, and read everything as each other. Whatever an answer
 * holds of somebody must be what the naive oracle of the engine's tests says that its reader may know.
 *
 * `KITH_WALK_STEPS` asks for more steps, `KITH_WALK_SEED` for one walk of them. A seed that failed is kept in `FAILED`, with
 * the number of the step, and runs first from then on.
 */

const FAILED: readonly { readonly seed: number; readonly steps: number }[] = []

const steps = asNumber('KITH_WALK_STEPS') ?? 1_500
const seed = asNumber('KITH_WALK_SEED')
const LONGEST = 1_000
const LIMIT_MS = 3_600_000

const walks =
  seed === undefined
    ? Array.from({ length: Math.ceil(steps / LONGEST) }, (_, at) => ({
        seed: at + 1,
        steps: Math.min(LONGEST, steps - at * LONGEST),
      }))
    : [{ seed, steps: Math.min(LONGEST, steps) }]

const happened = { done: new Set<string>(), asked: new Set<string>(), read: new Set<string>() }

it('every route of the description is classified, and no other', async () => {
  const world = await openWorld()
  const routes = await routesDescribed(startWalk(world, createDice(1)))
  await world.close()
  expect(Object.keys(WALKED).toSorted()).toEqual(routes.toSorted())
})

describe('nobody is told what he may not know', () => {
  for (const one of [...FAILED, ...walks]) {
    it(`on the walk of ${one.steps} steps with the seed ${one.seed}`, { timeout: LIMIT_MS }, async () => {
      const { wrong, ...tally } = await walk(one.seed, one.steps)
      expect(wrong).toEqual([])
      for (const what of ['done', 'asked', 'read'] as const)
        for (const key of tally[what].keys()) happened[what].add(key)
    })
  }
})

describe.skipIf(seed !== undefined)('on the way', () => {
  it.skipIf(steps < 500)('every route was asked', () => {
    expect(Object.keys(WALKED).filter((route) => !happened.asked.has(route))).toEqual([])
  })
  it.skipIf(steps < LONGEST)('everything was done that has an act', () => {
    const acts = Object.entries(WALKED).flatMap(([route, { act }]) => (act ? [route] : []))
    expect(acts.filter((route) => !happened.done.has(route))).toEqual([])
  })
  it.skipIf(steps < LONGEST)('every route that names a post was asked by readers of every kind', () => {
    expect(READINGS.filter((reading) => !happened.read.has(reading))).toEqual([])
  })
})

function asNumber(name: string): number | undefined {
  const value = Number(process.env[name] ?? '')
  return Number.isInteger(value) && value > 0 ? value : undefined
}
