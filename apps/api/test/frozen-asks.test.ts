import { plainWish } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../src/http/refusals.ts'
import { forTies, openWorld, type World } from './graph-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

function refused(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null
  throw error
}

/** Vera knows Ben, Ben knows Cleo, Cleo asks; then something ends. */
async function chainWorld(flags: { open?: boolean } = {}) {
  const vera = await world.person('Vera')
  const [ben, cleo] = [await world.person('Ben', flags), await world.person('Cleo', flags)]
  await world.tie(vera, ben)
  await world.tie(ben, cleo)
  const asked = await world.ask(cleo, { onward: 1 })
  await world.catchUp()
  return { vera, ben, cleo, asked }
}

type Chain = Awaited<ReturnType<typeof chainWorld>>

/** Everything that any route tells this viewer about an ask. */
async function everything({ vera, asked }: Pick<Chain, 'vera' | 'asked'>) {
  const { feed, askReading, answerable } = world.frozen
  return {
    feed: (await feed.read(vera, { lane: 'feed', order: 'ranked', only: 'asks' })).cards,
    ask: await askReading.read(vera, asked.id).catch(refused),
    why: await askReading.why(vera, asked.id).catch(refused),
    answerable: (await answerable(vera)).asks,
  }
}

const NOTHING = { feed: [], ask: null, why: null, answerable: [] }

const ENDINGS: Record<string, (chain: Chain) => Promise<unknown>> = {
  'the viewer’s tie ends': ({ vera, ben }) => world.endTie(vera, ben),
  'whoever asks blocks the viewer': ({ vera, cleo }) => world.block(cleo, vera),
  'the viewer blocks whoever asks': ({ vera, cleo }) => world.block(vera, cleo),
  'the carrier turns carrying off': ({ ben }) => world.change(ben, { carries: false }),
  'onward is taken back': ({ cleo, asked }) => world.live.ownAsks.change(cleo, asked.id, { onward: 0 }),
  'the carrier is excepted': ({ ben, cleo, asked }) =>
    world.live.ownAsks.change(cleo, asked.id, { audience: forTies({ all: true, excepted: [ben.id] }) }),
  'it is closed': ({ cleo, asked }) =>
    world.live.ownAsks.close(cleo, asked.id, { solved: false, through: null }),
  'it is deleted': ({ cleo, asked }) => world.live.ownAsks.remove(cleo, asked.id),
}

describe('[P19][P22] a frozen engine shows no ask when', () => {
  it.each(Object.entries(ENDINGS))('%s', async (_name, end) => {
    const chain = await chainWorld()
    expect(await everything(chain)).toMatchObject({
      feed: [{ ask: { post: chain.asked.id } }],
      ask: { own: null },
      why: { heard: true },
      answerable: [{ because: null }],
    })
    await end(chain)
    expect(await everything(chain)).toEqual(NOTHING)
    await world.catchUp()
    expect(await everything(chain)).toEqual(NOTHING)
  })

  it('putting it to a tie is taken back, or the tie ends', async () => {
    for (const end of ['taken back', 'tie'] as const) {
      const [vera, cleo] = [await world.person('Vera'), await world.person('Cleo')]
      await world.tie(vera, cleo)
      const asked = await world.ask(cleo, { audience: forTies({ all: true, excepted: [vera.id] }) })
      await world.live.askingDirectly.ask(cleo, asked.id, vera.id)
      await world.catchUp()
      expect((await everything({ vera, asked })).ask?.ask.way).toBe('addressed')
      if (end === 'tie') await world.endTie(vera, cleo)
      else await world.live.askingDirectly.takeBack(cleo, asked.id, vera.id)
      expect(await everything({ vera, asked })).toEqual(NOTHING)
    }
  })
})

it('a frozen engine keeps the name of whoever asks and has become discreet', async () => {
  for (const discreet of ['ben', 'cleo'] as const) {
    const chain = await chainWorld({ open: true })
    expect((await everything(chain)).ask?.ask.person).toMatchObject({ shown: 'named', name: 'Cleo' })
    await world.change(chain[discreet], { open: false })
    const after = await everything(chain)
    expect(after.ask?.ask.person).toMatchObject({ shown: 'via', rings: 2 })
    expect(JSON.stringify(after)).not.toContain(chain.cleo.id)
  }
})

it('a frozen engine shows whoever asks no answer of somebody with whom a block came between, and who could know no more than he may see', async () => {
  const [vera, ben] = [await world.person('Vera'), await world.person('Ben')]
  await world.tie(vera, ben)
  const asked = await world.ask(vera, { wish: plainWish('craftsman', 'Who mends windows?') })
  const said = await world.recommend(ben, { title: 'A joiner of his', onward: 0 })
  await world.live.answers.give(ben, asked.id, said.id)
  await world.catchUp()
  const { answers, knowing } = world.frozen
  expect((await answers.list(vera, asked.id)).answers).toHaveLength(1)
  expect((await knowing(vera, asked.id)).knowing).toMatchObject([{ recommended: { post: said.id } }])
  await world.block(ben, vera)
  expect((await answers.list(vera, asked.id)).answers).toEqual([])
  expect((await knowing(vera, asked.id)).knowing).toEqual([])
})
