import { type Card, type FeedPage, type FeedQuery, subjectsOn } from '@kith/contract'
import { plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from './graph-world.ts'
import type { Recommended, Somebody } from './world-writes.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

const RANKED: FeedQuery = { lane: 'feed', order: 'ranked' }
const NEWEST: FeedQuery = { lane: 'feed', order: 'newest' }

function titles(cards: readonly Card[]): string[] {
  return cards.map((card) => card.subject.title)
}

async function allPages(viewer: Somebody, query: FeedQuery, between: (page: number) => Promise<void>) {
  const cards: Card[] = []
  let cursor: string | undefined
  for (let page = 0; ; page++) {
    const answer: FeedPage = await world.live.feed.read(viewer, { ...query, cursor })
    cards.push(...subjectsOn(answer))
    if (answer.cursor === null) return cards
    cursor = answer.cursor
    await between(page)
  }
}

/** A viewer with many ties, each of whom says something. */
async function crowd(size: number) {
  const vera = await world.person('Vera')
  const said: { author: Somebody; post: Recommended; title: string }[] = []
  for (let i = 0; i < size; i++) {
    const author = await world.person(`A${i}`)
    await world.tie(vera, author)
    world.setTime(new Date(world.now().getTime() + 60_000))
    const title = `said ${i}`
    said.push({ author, title, post: await world.recommend(author, { title }) })
  }
  await world.catchUp()
  return { vera, said }
}

it.each([RANKED, NEWEST])('pages stay what they were while posts come and go ($order)', async (query) => {
  const { vera, said } = await crowd(50)
  const stable = await allPages(vera, query, async () => undefined)
  expect(stable).toHaveLength(50)
  const gone: string[] = []
  const moved = await allPages(vera, query, async (page) => {
    const [someone] = said
    if (!someone) return
    world.setTime(new Date(world.now().getTime() + 60_000))
    await world.recommend(someone.author, { title: `late ${page}` })
    // One that has not been shown yet is taken away.
    const last = said.find(({ title }) => title === titles(stable)[49 - page])
    if (!last) return
    await world.live.recommendations.remove(last.author, last.post.id)
    gone.push(last.title)
  })
  expect(gone.length).toBeGreaterThan(0)
  expect(titles(moved)).toEqual(titles(stable).filter((title) => !gone.includes(title)))
})

it('a page is filled again when cards fall out of it', async () => {
  const { vera, said } = await crowd(45)
  const before = titles(subjectsOn(await world.frozen.feed.read(vera, NEWEST)))
  for (const title of before.slice(0, 15)) {
    const one = said.find((entry) => entry.title === title)
    if (one) await world.endTie(vera, one.author)
  }
  const after = titles(subjectsOn(await world.frozen.feed.read(vera, NEWEST)))
  expect(after).toHaveLength(20)
  expect(after.slice(0, 5)).toEqual(before.slice(15))
  await world.catchUp()
})

it('a cursor works for its viewer and its list alone', async () => {
  const { vera, said } = await crowd(22)
  const { cursor } = await world.live.feed.read(vera, RANKED)
  const other = said[0]?.author
  if (!cursor || !other) throw new Error('expected a second page')
  const refused: [Somebody, FeedQuery][] = [
    [vera, { ...NEWEST, cursor }],
    [vera, { ...RANKED, lane: 'offers', cursor }],
    [vera, { ...RANKED, kinds: ['book'], cursor }],
    [other, { ...RANKED, cursor }],
    [vera, { ...RANKED, cursor: `${cursor.slice(0, -2)}AA` }],
    [vera, { ...RANKED, cursor: 'x' }],
  ]
  for (const [viewer, query] of refused) {
    await expect(world.live.feed.read(viewer, query)).rejects.toMatchObject({ code: 'cursor_invalid' })
  }
  expect((await world.live.feed.read(vera, { ...RANKED, cursor })).cards).toHaveLength(2)
})

it('[P7] one subject is one card: three voices, those counted that were checked, dissent among them', async () => {
  const vera = await world.person('Vera')
  const first = await world.person('First')
  await world.tie(vera, first)
  const { subject } = await world.recommend(first, { title: 'Inn' })
  const voices: Somebody[] = [first]
  const kind = plainFacts('craftsman', 'Inn')
  for (let i = 0; i < 26; i++) {
    const author = await world.person(`B${i}`)
    await world.tie(vera, author, [i === 25 ? 1 : 4, 4])
    // Whoever hears it may say something on it.
    await world.tie(author, first)
    await world.catchUp()
    await world.recommend(author, {
      title: 'Inn',
      about: subject,
      subject: kind,
      verdict: i === 25 ? 'against' : 'recommend',
    })
    voices.push(author)
  }
  await world.catchUp()
  const cards = subjectsOn(await world.live.feed.read(vera, RANKED))
  expect(cards).toHaveLength(1)
  const [card] = cards
  expect(card?.voices).toHaveLength(3)
  expect(card?.voices.map(({ verdict }) => verdict)).toEqual(['recommend', 'recommend', 'against'])
  expect(card).toMatchObject({ more: 20, moreBeyond: true })
  const page = await world.live.subjects.read(vera, subject)
  expect([page.voices.length, page.moreBeyond]).toEqual([24, true])
  for (const gone of voices.slice(0, 7)) await world.endTie(vera, gone)
  const [smaller] = subjectsOn(await world.live.feed.read(vera, RANKED))
  expect((smaller?.more ?? 0) + 3).toBe(20)
  expect(smaller?.moreBeyond).toBe(false)
  const whole = await world.live.subjects.read(vera, subject)
  expect([whole.voices.length, whole.moreBeyond]).toEqual([20, false])
})

it('filters by kind and by circle, and knows of no circle but one’s own', async () => {
  const vera = await world.person('Vera')
  const [ada, ben] = [await world.person('Ada'), await world.person('Ben')]
  await world.tie(vera, ada)
  await world.tie(vera, ben)
  await world.recommend(ada, { title: 'by Ada' })
  const film = plainFacts('film', 'by Ben')
  await world.recommend(ben, { title: 'by Ben', subject: film })
  const circle = await world.circle(vera, [ada])
  const theirs = await world.circle(ben, [])
  await world.catchUp()
  const read = async (more: Partial<FeedQuery>) =>
    titles(subjectsOn(await world.live.feed.read(vera, { ...NEWEST, ...more })))
  expect(await read({ kinds: ['film'] })).toEqual(['by Ben'])
  expect(await read({ circle: circle.id })).toEqual(['by Ada'])
  await expect(read({ circle: theirs.id })).rejects.toMatchObject({ code: 'not_found' })
})

it('shows an offer only to a tie who said yes, and only in its lane', async () => {
  const [vera, tom] = [await world.person('Vera'), await world.person('Tom')]
  await world.tie(vera, tom)
  const post = await world.recommend(tom, { title: 'Vitamins', interest: 'paid' })
  await world.catchUp()
  const offers: FeedQuery = { lane: 'offers', order: 'ranked' }
  const state = async () => ({
    feed: titles(subjectsOn(await world.live.feed.read(vera, RANKED))),
    offers: titles(subjectsOn(await world.live.feed.read(vera, offers))),
    open: (await world.live.feed.read(vera, RANKED)).offersOpen,
    suggested: (await world.live.subjects.suggest(vera, { q: 'vita' })).suggestions.length,
  })
  expect(await state()).toEqual({ feed: [], offers: [], open: false, suggested: 0 })
  await world.side(vera, tom, { offers: 'yes' })
  await world.catchUp()
  expect(await state()).toEqual({ feed: [], offers: ['Vitamins'], open: true, suggested: 0 })
  expect((await world.live.reading.read(vera, post.id)).voice.interest).toBe('paid')
  await world.side(vera, tom, { offers: 'no' })
  expect(await state()).toEqual({ feed: [], offers: [], open: false, suggested: 0 })
})

it('[P5] suggests by words as they are written, out of what one hears, wrote or was addressed with', async () => {
  const [vera, ada, far] = [await world.person('Vera'), await world.person('Ada'), await world.person('Far')]
  await world.tie(vera, ada)
  await world.recommend(ada, { title: '100 % Wolle' })
  await world.recommend(ada, { title: '100 Wolken' })
  await world.recommend(vera, { title: 'Meine Wolle', audience: { form: 'notebook' } })
  const addressed = await world.recommend(ada, { title: 'Wollen wir', audience: { form: 'notebook' } })
  await world.address(addressed, vera)
  await world.recommend(far, { title: 'Wolle von fern' })
  await world.catchUp()
  const suggest = async (q: string) =>
    (await world.live.subjects.suggest(vera, { q })).suggestions.map(({ subject }) => subject.title)
  expect(await suggest('100 %')).toEqual(['100 % Wolle'])
  expect(await suggest('_')).toEqual([])
  expect((await suggest('WOLLE')).toSorted()).toEqual(['100 % Wolle', 'Meine Wolle', 'Wollen wir'])
  expect(await suggest('wolle')).toEqual(expect.arrayContaining(['Wollen wir']))
})

it('[P1] no answer holds a byte of anybody who may not be named', async () => {
  const vera = await world.person('Vera')
  const ben = await world.person('Benedikta', { open: false })
  const hidden = [await world.person('Xaverine'), await world.person('Yolantha', { open: true })]
  await world.tie(vera, ben)
  const posts: Recommended[] = []
  let before = ben
  for (const one of hidden) {
    await world.tie(before, one)
    posts.push(await world.recommend(one, { title: `joiner ${posts.length}`, onward: 2 }))
    before = one
  }
  await world.catchUp()
  const answers: unknown[] = [
    await world.live.feed.read(vera, RANKED),
    await world.live.feed.read(vera, NEWEST),
    await world.live.subjects.suggest(vera, { q: 'joiner' }),
  ]
  for (const { id, subject } of posts) {
    answers.push(
      await world.live.reading.read(vera, id),
      await world.live.reading.why(vera, id),
      await world.live.reading.history(vera, id),
      await world.live.subjects.read(vera, subject),
    )
  }
  for (const { no } of hidden) answers.push(await world.live.seePerson(vera, no))
  const bytes = JSON.stringify(answers)
  expect(bytes).toContain('Benedikta')
  for (const { id, handle, name } of hidden) {
    for (const secret of [id, handle, name]) expect(bytes).not.toContain(secret)
  }
  // Without the bytes of one card, nothing ties it to another of the same person.
  expect(bytes).toContain('"rings":2')
  expect(bytes).toContain('"rings":3')
})
