import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDice } from './dice.ts'
import { answersOf } from './engine-answers.ts'
import { openWorld, type World } from './graph-world.ts'
import { makeRandomWorld } from './random-world.ts'

const SEEDS = [11, 12, 13, 14, 15, 16, 17, 18]
const CHANGES = 120

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** How many rows there are of each kind that loading and following read differently. */
async function countRows(): Promise<Record<string, number>> {
  const [row] = await world.sql<Record<string, number>[]>`select
    (select count(*) from person where carries)::int as carriers,
    (select count(*) from person where not carries)::int as "carrying off",
    (select count(*) from tie where ended_at is null)::int as ties,
    (select count(*) from tie where ended_at is not null)::int as "ended ties",
    (select count(distinct coalesce(closeness, 0)) / 6 from tie_side)::int as "every closeness",
    (select count(*) from tie_side where paused)::int as "paused ties",
    (select count(*) from tie_side s join tie t on t.id = s.tie_id
      where offers = 'yes' and ended_at is null)::int as "yes to offers",
    (select count(*) from tie_side s join tie t on t.id = s.tie_id
      where offers = 'no' and ended_at is null)::int as "no to offers",
    (select count(*) from tie_side s join tie t on t.id = s.tie_id
      where offers is not null and ended_at is not null)::int as "offers of an ended tie",
    (select count(*) from circle_member m join tie_side s using (owner, other) join tie t on t.id = s.tie_id
      where ended_at is null)::int as "circle members",
    (select count(*) from circle_member m join tie_side s using (owner, other) join tie t on t.id = s.tie_id
      where ended_at is not null)::int as "circle members of an ended tie",
    (select count(*) from experience e join tie_side s using (owner, other) join tie t on t.id = s.tie_id
      where ended_at is null and e.kind is null)::int as "experience overall",
    (select count(*) from experience e join tie_side s using (owner, other) join tie t on t.id = s.tie_id
      where ended_at is null and e.kind is not null)::int as "experience of a kind",
    (select count(*) from experience e join tie_side s using (owner, other) join tie t on t.id = s.tie_id
      where ended_at is not null)::int as "experience of an ended tie",
    (select count(*) from block)::int as blocks,
    (select count(*) from club_member where paused)::int as "paused clubs",
    (select count(*) from club_member where not paused)::int as "club members",
    (select count(*) from post where form = 'notebook' and deleted_at is null)::int as notes,
    (select count(*) from post where all_ties and deleted_at is null)::int as "for all ties",
    (select count(*) from post where form = 'club' and deleted_at is null)::int as "for a club",
    (select count(*) from post where expires_at is not null and deleted_at is null)::int as expiring,
    (select count(*) from post where deleted_at is not null)::int as deleted,
    (select count(distinct onward) / 3 from post where deleted_at is null)::int as "every onward",
    (select count(distinct kind) / 10 from subject)::int as "every kind",
    (select count(distinct coalesce(interest, '')) / 4 from recommendation)::int as "every interest",
    (select count(distinct basis) / 2 from recommendation)::int as "both bases",
    (select count(distinct verdict) / 2 from recommendation)::int as "every verdict",
    (select count(*) from post_circle)::int as "for circles",
    (select count(*) from post_person where not excepted)::int as singles,
    (select count(*) from post_person where excepted)::int as excepted,
    (select count(*) from addressing)::int as addressed,
    (select count(*) from ask)::int as asks,
    (select count(*) from answer)::int as answers,
    (select count(*) from answer a join post p on p.no = a.post where form = 'held')::int as "answers that are held",
    (select count(*) from post where form = 'held')::int as held,
    (select count(distinct coalesce(said, '')) / 3 from candidacy)::int as "every answer of a candidate",
    (select count(*) from addressing a join post p on p.no = a.post where form = 'held')::int as "addressed and held",
    (select count(*) from hidden_voice)::int as "hidden voices",
    (select count(*) from hidden_post)::int as "hidden posts",
    (select count(*) from hidden_voice v join hidden_post p using (viewer))::int as "who hides both"`
  return row ?? {}
}

it('a graph that was loaded answers like one that followed, whatever kinds of rows there are', async () => {
  const met: Record<string, number> = {}
  for (const seed of SEEDS) {
    const dice = createDice(seed)
    const random = await makeRandomWorld(world, dice)
    for (let i = 0; i < CHANGES; i++) {
      await random.change()
      if (!dice.chance(0.1) && i < CHANGES - 1) continue
      await world.catchUp()
      const loaded = world.newGraph()
      await loaded.rebuild()
      const [of, followed] = [loaded.engine, world.graph.engine].map((engine) =>
        answersOf(engine, random, world.now()),
      )
      expect(of, `seed ${seed} after ${i + 1} changes`).toEqual(followed)
      for (const [kind, rows] of Object.entries(await countRows())) met[kind] = (met[kind] ?? 0) + rows
    }
  }
  expect(Object.keys(met)).toHaveLength(40)
  expect(Object.entries(met).filter(([, rows]) => rows === 0)).toEqual([])
})
