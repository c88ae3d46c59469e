import { type FeedPage, subjectsOn } from '@kith/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../src/http/refusals.ts'
import { forTies, openWorld, type World } from './graph-world.ts'
import type { Recommended, Somebody } from './world-writes.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

type Rooms = World['frozen']

/** Everything that any route tells this viewer about one post and its author, by whatever way one could ask. */
async function everything(
  rooms: Rooms,
  viewer: Somebody,
  author: Somebody,
  post: Recommended,
  title: string,
) {
  const refused = (error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
  const feeds: FeedPage[] = []
  for (const order of ['ranked', 'newest'] as const) {
    feeds.push(await rooms.feed.read(viewer, { lane: 'feed', order }))
  }
  return {
    feeds: feeds.flatMap((page) => page.cards),
    offers: (await rooms.feed.read(viewer, { lane: 'offers', order: 'ranked' })).cards,
    suggestions: (await rooms.subjects.suggest(viewer, { q: title.slice(0, 6) })).suggestions,
    subject: await rooms.subjects.read(viewer, post.subject).catch(refused),
    page: (await rooms.seePerson(viewer, author.no)).voices,
    post: await rooms.reading.read(viewer, post.id).catch(refused),
    history: await rooms.reading.history(viewer, post.id).catch(refused),
    why: await rooms.reading.why(viewer, post.id).catch(refused),
  }
}

const NOTHING = {
  feeds: [],
  offers: [],
  suggestions: [],
  subject: null,
  page: [],
  post: null,
  history: null,
  why: null,
}

let titles = 0
function newTitle(): string {
  titles += 1
  return `T${String(titles).padStart(4, '0')} joiner`
}

/** Vera knows Ben, Ben knows Cleo, Cleo says something; then something ends. */
async function chainWorld(flags: { open?: boolean } = {}) {
  const vera = await world.person('Vera')
  const ben = await world.person('Ben', { open: true, ...flags })
  const cleo = await world.person('Cleo', { open: true, ...flags })
  await world.tie(vera, ben)
  await world.tie(ben, cleo)
  const title = newTitle()
  const post = await world.recommend(cleo, { title, onward: 1 })
  await world.catchUp()
  return { vera, ben, cleo, post, title }
}

type Chain = Awaited<ReturnType<typeof chainWorld>>

const ENDINGS: Record<string, (chain: Chain) => Promise<unknown>> = {
  'the viewer’s tie ends': ({ vera, ben }) => world.endTie(vera, ben),
  'the author’s tie ends': ({ ben, cleo }) => world.endTie(cleo, ben),
  'the author blocks the viewer': ({ vera, cleo }) => world.block(cleo, vera),
  'the viewer blocks the author': ({ vera, cleo }) => world.block(vera, cleo),
  'the carrier blocks the author': ({ ben, cleo }) => world.block(ben, cleo),
  'the carrier turns carrying off': ({ ben }) => world.change(ben, { carries: false }),
  'onward is taken back': ({ cleo, post }) => world.live.recommendations.change(cleo, post.id, { onward: 0 }),
  'the audience is narrowed to the notebook': ({ cleo, post }) =>
    world.live.recommendations.change(cleo, post.id, { audience: { form: 'notebook' } }),
  'the carrier is excepted': ({ ben, cleo, post }) =>
    world.live.recommendations.change(cleo, post.id, {
      audience: forTies({ all: true, excepted: [ben.id] }),
    }),
  'the interest rises to paid': async ({ cleo, post }) => {
    const { voice } = await world.live.reading.read(cleo, post.id)
    await world.live.recommendations.change(cleo, post.id, {
      interest: 'paid',
      words: { ...voice.words, interestWords: 'my own firm' },
    })
  },
  'the viewer gets a tie with the author and is left out of the audience': async ({
    vera,
    ben,
    cleo,
    post,
  }) => {
    await world.live.recommendations.change(cleo, post.id, { audience: forTies({ singles: [ben.id] }) })
    await world.tie(vera, cleo)
  },
  'the viewer had a tie with the author that has ended since': async ({ vera, cleo }) => {
    await world.tie(vera, cleo)
    await world.endTie(vera, cleo)
  },
  'the recommendation is deleted': ({ cleo, post }) => world.live.recommendations.remove(cleo, post.id),
  'the recommendation has expired': ({ post }) => world.expire(post, world.now()),
}

describe('[P19][P27] a frozen engine leaks nothing when', () => {
  it.each(Object.entries(ENDINGS))('%s', async (_name, end) => {
    const chain = await chainWorld()
    const { vera, cleo, post, title } = chain
    const before = await everything(world.frozen, vera, cleo, post, title)
    expect(before.feeds).toHaveLength(2)
    expect(before.suggestions).toHaveLength(1)
    expect(before.page).toHaveLength(1)
    expect(before.subject?.voices).toHaveLength(1)
    expect(before.post?.voice.words.why).toBe(`why ${title}`)
    expect(before.why?.heard).toBe(true)

    await end(chain)
    expect(await everything(world.frozen, vera, cleo, post, title)).toEqual(NOTHING)
    // The author himself reads his own from the tables.
    await world.catchUp()
    expect(await everything(world.frozen, vera, cleo, post, title)).toEqual(NOTHING)
  })

  it('the viewer’s own settings say that he does not hear it', async () => {
    const quiet: ((chain: Chain) => Promise<unknown>)[] = [
      ({ vera, ben }) => world.side(vera, ben, { paused: true }),
      ({ vera, cleo }) => world.hideVoice(vera, cleo),
      ({ vera, post }) => world.hidePost(vera, post),
    ]
    for (const settle of quiet) {
      const chain = await chainWorld()
      await settle(chain)
      const { vera, cleo, post, title } = chain
      const after = await everything(world.frozen, vera, cleo, post, title)
      expect(after).toMatchObject({ feeds: [], offers: [], suggestions: [], subject: null })
      // He may see it still: by its id, and on the page of somebody whom he may name.
      expect(after.post?.voice.post).toBe(post.id)
      expect(after.page).toHaveLength(1)
      expect(after.why?.heard).toBe(false)
    }
  })

  it('somebody in the middle of the chain becomes a tie of the viewer’s, who pauses him', async () => {
    const { vera, cleo } = await chainWorld()
    const dora = await world.person('Dora')
    await world.tie(cleo, dora)
    const title = newTitle()
    const post = await world.recommend(dora, { title, onward: 2 })
    await world.catchUp()
    expect((await everything(world.frozen, vera, dora, post, title)).subject?.voices).toHaveLength(1)
    await world.tie(vera, cleo)
    await world.side(vera, cleo, { paused: true })
    const after = await everything(world.frozen, vera, dora, post, title)
    expect(after).toMatchObject({ suggestions: [], subject: null })
    expect(JSON.stringify(after.feeds)).not.toContain(title)
  })

  it('[P18] somebody leaves the circle that it is for, or the circle is removed', async () => {
    for (const end of ['leave', 'remove'] as const) {
      const [vera, ben] = [await world.person('Vera'), await world.person('Ben')]
      await world.tie(vera, ben)
      const circle = await world.circle(ben, [vera])
      const title = newTitle()
      const audience = forTies({ circles: [circle.id] })
      const post = await world.recommend(ben, { title, audience, onward: 0 })
      await world.catchUp()
      expect((await everything(world.frozen, vera, ben, post, title)).feeds).toHaveLength(2)
      await (end === 'leave' ? world.leaveCircle(circle, vera) : world.removeCircle(circle))
      expect(await everything(world.frozen, vera, ben, post, title)).toEqual(NOTHING)
      await world.catchUp()
      expect(await everything(world.frozen, vera, ben, post, title)).toEqual(NOTHING)
    }
  })

  it('an addressing is taken back, or its tie ends', async () => {
    for (const end of ['withdrawn', 'tie'] as const) {
      const [vera, ben] = [await world.person('Vera'), await world.person('Ben')]
      await world.tie(vera, ben)
      const title = newTitle()
      const post = await world.recommend(ben, { title, audience: { form: 'notebook' } })
      await world.address(post, vera)
      await world.catchUp()
      const before = await everything(world.frozen, vera, ben, post, title)
      expect(before.post?.voice.way).toBe('addressed')
      expect(before.subject?.voices).toHaveLength(1)
      expect(before.feeds).toEqual([])
      if (end === 'tie') await world.endTie(vera, ben)
      else {
        await world.write(async (tx, changed) => {
          await tx.execute(`delete from addressing where post = ${post.no}`)
          changed({ kind: 'addressing', a: post.no, b: vera.no })
        })
      }
      expect(await everything(world.frozen, vera, ben, post, title)).toEqual(NOTHING)
    }
  })
})

describe('names', () => {
  it('a frozen engine keeps the name of whoever has become discreet, also of everybody behind', async () => {
    for (const discreet of ['ben', 'cleo'] as const) {
      const chain = await chainWorld()
      const { vera, cleo, post, title } = chain
      expect((await everything(world.frozen, vera, cleo, post, title)).post?.voice.person).toMatchObject({
        shown: 'named',
        name: 'Cleo',
      })
      await world.change(chain[discreet], { open: false })
      const after = await everything(world.frozen, vera, cleo, post, title)
      expect(after.page).toEqual([])
      expect(after.post?.voice.person).toMatchObject({ shown: 'via', rings: 2 })
      const bytes = JSON.stringify(after)
      for (const secret of [cleo.id, cleo.handle, cleo.name]) expect(bytes).not.toContain(secret)
    }
  })
})

it('a frozen engine shows what moved to another subject on no page and card of the old one', async () => {
  const [vera, ben, cleo] = [
    await world.person('Vera'),
    await world.person('Ben'),
    await world.person('Cleo'),
  ]
  for (const [one, other] of [
    [vera, ben],
    [vera, cleo],
    [ben, cleo],
  ] as const)
    await world.tie(one, other)
  const title = newTitle()
  const [bens, cleos] = [await world.recommend(ben, { title }), await world.recommend(cleo, { title })]
  await world.recommend(vera, { title, about: bens.subject })
  await world.catchUp()
  await world.live.likeness.answer(ben, bens.id, { subject: cleos.subject, same: true })
  const read = async (rooms: Rooms) => {
    const { voices } = await rooms.subjects.read(vera, bens.subject)
    const page = await rooms.feed.read(cleo, { lane: 'feed', order: 'newest' })
    return [voices, ...subjectsOn(page).map((card) => card.voices)].map((shown) =>
      shown.map(({ person }) => person.shown),
    )
  }
  expect(await read(world.frozen)).toEqual([['self'], ['tie']])
  await world.catchUp()
  expect(await read(world.live)).toEqual([['self'], ['tie'], ['tie']])
})

describe('nothing stays hidden once the engine has caught up', () => {
  it('a second chain brings what the first one brings no more', async () => {
    const { vera, ben, cleo, post, title } = await chainWorld()
    const dora = await world.person('Dora')
    await world.tie(vera, dora)
    await world.tie(dora, cleo)
    await world.endTie(vera, ben)
    const frozen = await everything(world.frozen, vera, cleo, post, title)
    expect(frozen).toEqual(NOTHING)
    const live = await everything(world.live, vera, cleo, post, title)
    expect(live.feeds).toHaveLength(2)
    expect(live.post?.voice.person).toMatchObject({ shown: 'via', via: { name: 'Dora' } })
    expect(live.subject?.voices).toHaveLength(1)
  })

  it('a repaired engine finds the chain that it already knows behind the one that was refused', async () => {
    const { vera, ben, cleo, post, title } = await chainWorld()
    const dora = await world.person('Dora')
    await world.tie(vera, dora, [1, 1])
    await world.tie(dora, cleo)
    await world.catchUp()
    await world.endTie(vera, ben)
    const repaired = await everything(world.repairing, vera, cleo, post, title)
    expect(repaired.feeds).toHaveLength(2)
    expect(repaired.post?.voice.person).toMatchObject({ shown: 'via', via: { name: 'Dora' } })
    await world.catchUp()
  })
})
