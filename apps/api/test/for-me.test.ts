import {
  ClosedForMe,
  ForMe,
  type ForMeItem,
  LIMITS,
  Notifications,
  Passed,
  SUBJECT_KINDS,
} from '@kith/contract'
import { describe, expect, it } from 'vitest'
import { type Answer, expectBody, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'
import { token } from './world-words.ts'

let world: World
let cast: Cast

// Oda's posts reach Ben, and through him me and Sam, as far as they travel. Me and Sam are ties as well.
openSmallWorld(['me – ben – oda', 'ben – sam – me'], (...made) => {
  ;[cast, world] = made
})

const send = (by: string, method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown) =>
  cast.client(by).send(method, url, body, cast.after())

const idOf = (key: string) => cast.client(key).me.id

async function tryPass(by: string, key: string, to: string, sentence: string | null = null): Promise<Answer> {
  world.clock.at = new Date(world.clock.at.getTime() + 1_000)
  return send(by, 'POST', `/api/recommendations/${cast.postOf(key).id}/pass`, { to: idOf(to), sentence })
}

async function pass(by: string, key: string, to: string, sentence: string | null = null): Promise<string> {
  return expectBody(Passed, cast.done(await tryPass(by, key, to, sentence))).id
}

async function address(key: string, by: string, to: string): Promise<void> {
  const url = `/api/recommendations/${cast.postOf(key).id}/address`
  cast.done(await send(by, 'POST', url, { to: idOf(to) }))
}

async function read(by: string, query = ''): Promise<ForMe> {
  return expectBody(ForMe, await send(by, 'GET', `/api/for-me${query}`))
}

/** What stands under "for me", in a few words; what the bell says of it must be the same. */
async function sentTo(by: string): Promise<string[]> {
  const { items } = await read(by)
  const { notifications } = expectBody(Notifications, await send(by, 'GET', '/api/notifications'))
  const told = notifications.flatMap(({ lines }) => lines.map(({ reason, post }) => `${reason} ${post}`))
  expect(told.toSorted()).toEqual(items.map(({ reason, voice }) => `${reason} ${voice.post}`).toSorted())
  return items.map(inWords)
}

function inWords({ reason, from, sentence, voice }: ForMeItem): string {
  const by = [...cast.facts.people.values()].find(({ client }) => client.me.id === from.id)?.key
  const post = cast.facts.posts.find(({ id }) => id === voice.post)?.key
  return `${by} ${reason} ${post}${sentence === null ? '' : `: ${sentence}`}`
}

describe('[P14] what is passed on grants nothing', () => {
  it('whoever may not see the post gets nothing, and the answer is the same', async () => {
    await cast.post('near', 'oda', { all: true, onward: 0 })
    await cast.post('far', 'oda', { all: true, onward: 1 })
    const answers = [
      await tryPass('ben', 'near', 'me', 'for you'),
      await tryPass('ben', 'far', 'me', 'for you'),
    ]
    const shapes = answers.map((answer) => {
      cast.done(answer)
      const { id } = expectBody(Passed, answer)
      return [answer.status, answer.text.replace(id, 'id'), Object.keys(answer.headers)]
    })
    expect(shapes[0]).toEqual(shapes[1])
    expect(await sentTo('me')).toEqual(['ben passed far: for you'])
    expect((await send('me', 'GET', `/api/recommendations/${cast.postOf('near').id}`)).status).toBe(404)
  })

  it('the words that come with it are those of the post as it reaches the reader, and its author stays unnamed', async () => {
    await cast.post('far', 'oda', { all: true, onward: 1 })
    await pass('ben', 'far', 'me')
    const [item] = (await read('me')).items
    expect(item).toMatchObject({ from: { shown: 'tie' }, voice: { person: { shown: 'via', rings: 2 } } })
  })

  it('what came so is gone when the post may not be seen any more, and back when it may', async () => {
    await cast.post('far', 'oda', { all: true, onward: 1 })
    await pass('sam', 'far', 'me')
    expect(await sentTo('me')).toEqual(['sam passed far'])
    await cast.change('ben', { carries: false })
    expect(await sentTo('me')).toEqual([])
    await cast.change('ben', { carries: true })
    expect(await sentTo('me')).toEqual(['sam passed far'])
    await cast.remove('far')
    expect(await sentTo('me')).toEqual([])
  })
})

it('passing the same on again says the sentence anew, and it can be taken back by who did it', async () => {
  await cast.post('far', 'oda', { all: true, onward: 1 })
  const first = await pass('ben', 'far', 'me', 'for you')
  expect(await pass('ben', 'far', 'me', 'really for you')).toBe(first)
  expect(await sentTo('me')).toEqual(['ben passed far: really for you'])
  expect((await send('me', 'DELETE', `/api/passes/${first}`)).code).toBe('not_found')
  cast.done(await send('ben', 'DELETE', `/api/passes/${first}`))
  expect(await sentTo('me')).toEqual([])
  expect((await send('ben', 'DELETE', `/api/passes/${first}`)).code).toBe('not_found')
})

it('what is passed on goes to a tie alone, and is neither one’s own nor what one may not see', async () => {
  await cast.post('far', 'oda', { all: true, onward: 1 })
  await cast.post('bens', 'ben', { all: true })
  await cast.post('hidden', 'oda', { singles: ['ben'], onward: 0 })
  const refused = [
    await tryPass('me', 'far', 'oda'),
    await tryPass('ben', 'bens', 'me'),
    await tryPass('me', 'hidden', 'sam'),
  ]
  expect(refused.map(({ code }) => code)).toEqual(['not_found', 'not_found', 'not_found'])
})

it('what is passed on ends with the tie for good, and so does a block', async () => {
  await cast.post('far', 'oda', { all: true, onward: 1 })
  await pass('sam', 'far', 'me')
  await cast.endTie('me', 'sam')
  expect(await sentTo('me')).toEqual([])
  await cast.tie('me', 'sam')
  expect(await sentTo('me')).toEqual([])
  await pass('sam', 'far', 'me')
  expect(await sentTo('me')).toEqual(['sam passed far'])
  await cast.block('sam', 'me')
  expect(await sentTo('me')).toEqual([])
})

it('what is addressed stands beside it, newest first, in pages', async () => {
  const keys = Array.from({ length: LIMITS.page + 2 }, (_, at) => `p${at}`)
  for (const key of keys) {
    // Addressed to me, who otherwise would not see it.
    await cast.post(key, 'ben', { singles: ['sam'], onward: 0 })
    world.clock.at = new Date(world.clock.at.getTime() + 1_000)
    await address(key, 'ben', 'me')
  }
  // So many that a page is filled again.
  for (const key of keys.slice(-4)) await pass('sam', key, 'me')
  await cast.remove('p20')
  const first = await read('me')
  const second = await read('me', `?cursor=${first.cursor}`)
  expect([...first.items, ...second.items].map(inWords)).toEqual([
    ...['p21', 'p19', 'p18'].map((key) => `sam passed ${key}`),
    ...keys
      .filter((key) => key !== 'p20')
      .toReversed()
      .map((key) => `ben addressed ${key}`),
  ])
  expect([first.items.length, second.cursor]).toEqual([LIMITS.page, null])
  expect((await send('sam', 'GET', `/api/for-me?cursor=${first.cursor}`)).code).toBe('cursor_invalid')
})

it('offers stand there only by ties whose offers one wants to hear', async () => {
  await cast.post('offer', 'ben', { all: true, interest: 'paid', onward: 0 })
  await address('offer', 'ben', 'me')
  await pass('sam', 'offer', 'me')
  expect((await read('me')).items).toEqual([])
  cast.done(
    await cast.client('me').patch(`/api/ties/${cast.facts.ties.get(pairOf('me', 'ben'))}`, { offers: 'yes' }),
  )
  expect(await sentTo('me')).toEqual(['sam passed offer', 'ben addressed offer'])
})

describe('one may close', () => {
  const close = async (wish: unknown) => cast.done(await send('me', 'POST', '/api/for-me/closed', wish))

  it('for a person, who is answered as ever, and open again', async () => {
    await cast.post('far', 'oda', { all: true, onward: 1 })
    await cast.post('other', 'oda', { all: true, onward: 1 })
    await pass('sam', 'far', 'me')
    await close({ what: 'person', person: idOf('sam') })
    expect(await sentTo('me')).toEqual([])
    await pass('sam', 'other', 'me')
    await pass('ben', 'far', 'me')
    expect(await sentTo('me')).toEqual(['ben passed far'])
    const closed = expectBody(ClosedForMe, await send('me', 'GET', '/api/for-me/closed'))
    expect(closed).toMatchObject({ people: [{ shown: 'tie', id: idOf('sam') }], kinds: [] })
    cast.done(await send('me', 'DELETE', `/api/for-me/closed/people/${idOf('sam')}`))
    // Of what came meanwhile the bell says nothing.
    expect((await read('me')).items.map(inWords)).toEqual([
      'ben passed far',
      'sam passed other',
      'sam passed far',
    ])
    expect((await send('me', 'DELETE', `/api/for-me/closed/people/${idOf('sam')}`)).code).toBe('not_found')
  })

  it('for a kind, and addressed posts with it, which may be seen by their id all the same', async () => {
    const chosen = await cast.post('chosen', 'ben', { singles: ['sam'], onward: 0 })
    await address('chosen', 'ben', 'me')
    await close({ what: 'kind', kind: 'craftsman' })
    await close({ what: 'kind', kind: 'craftsman' })
    expect(await sentTo('me')).toEqual([])
    expect((await send('me', 'GET', `/api/recommendations/${chosen.id}`)).status).toBe(200)
    const closed = expectBody(ClosedForMe, await send('me', 'GET', '/api/for-me/closed'))
    expect(closed).toEqual({ people: [], kinds: ['craftsman'] })
    cast.done(await send('me', 'DELETE', '/api/for-me/closed/kinds/craftsman'))
    expect(await sentTo('me')).toEqual(['ben addressed chosen'])
    for (const kind of SUBJECT_KINDS) {
      expect((await send('me', 'DELETE', `/api/for-me/closed/kinds/${kind}`)).code).toBe('not_found')
    }
  })

  it('only for a tie', async () => {
    const answer = await send('me', 'POST', '/api/for-me/closed', { what: 'person', person: idOf('oda') })
    expect(answer.code).toBe('not_found')
  })
})

it('what was seen is marked as such', async () => {
  await cast.post('far', 'oda', { all: true, onward: 1 })
  await pass('ben', 'far', 'me')
  const { items, asOf } = await read('me')
  expect(items.map(({ unseen }) => unseen)).toEqual([true])
  cast.done(await send('me', 'POST', '/api/for-me/seen', { asOf }))
  expect((await read('me')).items.map(({ unseen }) => unseen)).toEqual([false])
})

it('fifty are enough for a day', async () => {
  await cast.post('far', 'oda', { all: true, onward: 1 })
  await pass('ben', 'far', 'me')
  await world.database.sql`
    insert into pass (id, post, sender, recipient, made_at)
    select gen_random_uuid(), p.post, p.sender, other.no, p.made_at
    from pass p join person me on me.no = p.sender and me.id = ${idOf('ben')}, lateral (
      select no from person where no <> p.recipient order by no desc limit ${LIMITS.passesPerDay - 1}) other`
  const [row] = await world.database.sql<{ n: number }[]>`
    select count(*)::int as n from pass p join person s on s.no = p.sender where s.id = ${idOf('ben')}`
  const refused = await tryPass('ben', 'far', 'sam', token())
  expect([row?.n, refused.status, refused.code]).toEqual([LIMITS.passesPerDay, 429, 'too_many_passes_today'])
})
