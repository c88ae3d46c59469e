import { IntroductionHints, Letter, LIMITS, TieCare } from '@kith/contract'
import { expect, it } from 'vitest'
import { tidy } from '../src/jobs/housekeeping.ts'
import { expectBody, type World } from './api-world.ts'
import { introductionScene } from './introduction-scene.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

const DAY_MS = 86_400_000

let cast: Cast
let world: World
const scene = introductionScene(() => cast)

openSmallWorld(['ann – ben – cleo', 'ben – dan'], (made, opened) => {
  cast = made
  world = opened
})

const nameOf = (key: string) => cast.client(key).me.name
const letterOf = (key: string) => cast.client(key).read(Letter, '/api/letter')

async function later(days: number): Promise<void> {
  world.clock.at = new Date(world.clock.at.getTime() + days * DAY_MS)
}

it('one that came about stands in the letters of all three, and one that did not in nobody’s', async () => {
  const id = await scene.asked('ann', 'ben')
  await scene.offered('ben', id, 'cleo')
  const idle = await scene.brought('ben', 'ann', 'dan')
  cast.done(await scene.answer('ann', idle, 'yes'))
  expect(await letterOf('ann')).toMatchObject({ introduced: [], brought: [] })
  cast.done(await scene.answer('cleo', id, 'yes'))
  expect(await letterOf('ann')).toMatchObject({
    introduced: [{ by: { name: nameOf('ben') }, to: { name: nameOf('cleo') } }],
    brought: [],
  })
  expect(await letterOf('cleo')).toMatchObject({
    introduced: [{ to: { shown: 'named', name: nameOf('ann') } }],
  })
  const { introduced, brought } = await letterOf('ben')
  expect(introduced).toEqual([])
  expect(brought.map(({ people }) => new Set(people.map((one) => 'name' in one && one.name)))).toEqual([
    new Set([nameOf('ann'), nameOf('cleo')]),
  ])
  expect(await letterOf('dan')).toMatchObject({ introduced: [], brought: [] })
})

it('is an exchange with the broker for both, and of him with both', async () => {
  const id = await scene.asked('ann', 'ben')
  await scene.offered('ben', id, 'cleo')
  await later(10)
  const day = () => world.clock.at.toISOString().slice(0, 10)
  const lastOf = async (key: string, other: string) => {
    const tie = cast.facts.ties.get(pairOf(key, other))
    return (await cast.client(key).read(TieCare, `/api/ties/${tie}/care`)).lastExchange
  }
  expect(await lastOf('ann', 'ben')).not.toBe(day())
  cast.done(await scene.answer('cleo', id, 'yes'))
  for (const key of ['ann', 'cleo']) {
    expect(await lastOf(key, 'ben')).toBe(day())
    expect(await lastOf('ben', key)).toBe(day())
  }
})

it('what came of nothing is gone after some weeks, what came about stays', async () => {
  const id = await scene.asked('ann', 'ben')
  await scene.offered('ben', id, 'cleo')
  cast.done(await scene.answer('cleo', id, 'yes'))
  const idle = await scene.asked('ann', 'ben', { kind: 'film' })
  const left = async () => {
    const rows = await world.database.sql<{ id: string }[]>`
      select id from introduction where id in (${id}, ${idle})`
    return rows.map((row) => row.id)
  }
  const round = { database: world.database, now: () => world.clock.at }
  await tidy(round)
  expect((await left()).length).toBe(2)
  await later(LIMITS.introductionKeptDays + 1)
  await tidy(round)
  expect(await left()).toEqual([id])
})

it('hints at two whom one could bring together, by what one hears, and not again', async () => {
  const hints = async (key = 'ben') => {
    const answer = await cast.client(key).get('/api/introductions/hints', cast.after())
    return expectBody(IntroductionHints, answer).hints
  }
  await cast.post('said', 'cleo', { all: true })
  expect(await hints()).toEqual([])
  const asked = await cast.ask('asked', 'ann', { all: true })
  expect(await hints()).toMatchObject([
    {
      asker: { name: nameOf('ann') },
      ask: { post: asked.id },
      helper: { name: nameOf('cleo') },
      post: cast.postOf('said').id,
    },
  ])
  expect(await hints('cleo')).toEqual([])
  await scene.brought('ben', 'ann', 'cleo', { kind: 'craftsman' })
  expect(await hints()).toEqual([])
})
