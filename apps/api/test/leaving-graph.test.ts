import { PersonId, SessionId } from '@kith/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWriter } from '../src/changes/change-writer.ts'
import { createLeaving } from '../src/leaving/leaving-service.ts'
import { createDice } from './dice.ts'
import { answersOf } from './engine-answers.ts'
import { openWorld, type World } from './graph-world.ts'
import { makeRandomWorld } from './random-world.ts'

const SEEDS = [21, 22, 23, 24]
const CHANGES = 40

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** The room over the tables alone; two minutes later for what is done then. */
function leavingAt(lateMs: number) {
  const { db } = world.database
  return createLeaving({
    db,
    changes: createWriter({ db, announcer: { announce: () => undefined } }),
    now: () => new Date(world.now().getTime() + lateMs),
    newId: () => crypto.randomUUID(),
    confirmPassword: async () => undefined,
  })
}

it('an engine that followed somebody’s going, and one that is loaded afterwards, hear and see nothing of him', async () => {
  for (const seed of SEEDS) {
    const dice = createDice(seed)
    const random = await makeRandomWorld(world, dice)
    for (let i = 0; i < CHANGES; i++) await random.change()
    await world.catchUp()
    const { no } = dice.pick(random.people)
    const [row] = await world.sql<
      { id: string; handle: string }[]
    >`select id, handle from person where no = ${no}`
    const viewer = { no, id: PersonId.parse(row?.id), session: SessionId.parse(crypto.randomUUID()) }
    const posts = await world.sql<{ no: number }[]>`select no from post where author = ${no}`

    await leavingAt(0).leave(viewer, { handle: row?.handle ?? '', password: 'his own' })
    await compare(`seed ${seed}, gone`)
    for (const other of random.people) {
      if (other.no === no) continue
      const reached = world.graph.engine.reach(other.no).map(({ person }) => person)
      expect(reached).not.toContain(no)
      for (const post of posts)
        expect(
          world.graph.engine.maySee(other.no, post.no, Math.floor(world.now().getTime() / 1_000)),
        ).toBeUndefined()
    }
    await leavingAt(120_000).finish()
    await compare(`seed ${seed}, and nothing left`)

    async function compare(when: string) {
      await world.catchUp()
      const loaded = world.newGraph()
      await loaded.rebuild()
      const [of, followed] = [loaded.engine, world.graph.engine].map((engine) =>
        answersOf(engine, random, world.now()),
      )
      expect(of, when).toEqual(followed)
    }
  }
})
