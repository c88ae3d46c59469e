import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openWorld, type World } from './api-world.ts'
import { type Cast, createCast } from './world-cast.ts'

/**
 * Opens a world for the tests of a file. Before each of them `take` is given new people in it, of whom those are ties who
 * stand beside each other in `chains`: "me – ben – oda".
 */
export function openSmallWorld(chains: readonly string[], take: (cast: Cast, world: World) => void): void {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  beforeEach(async () => {
    const cast = createCast(world)
    const drawn = chains.map((chain) => chain.split(' – '))
    for (const key of new Set(drawn.flat())) await cast.person(key)
    for (const keys of drawn) {
      for (const [at, key] of keys.slice(1).entries()) await cast.tie(keys[at] ?? '', key)
    }
    take(cast, world)
  })
  afterAll(() => world.close())
}
