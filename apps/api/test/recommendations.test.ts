import type { ChangeRecommendation, MakeRecommendation, Words } from '@kith/contract'
import { plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forTies, openWorld, type World } from './graph-world.ts'
import { code } from './refusal-code.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

async function pair() {
  const [ada, ben] = [await world.person('Ada'), await world.person('Ben')]
  await world.tie(ada, ben)
  return { ada, ben }
}

it('needs a why and an interest as soon as somebody else may read it, and words for an interest', async () => {
  const { ada } = await pair()
  const wish = (change: Partial<MakeRecommendation>, words: Partial<Words> = {}) => {
    const said = world.said({ title: 'Huber' })
    return world.live.recommendations.make(
      ada,
      { ...said, words: { ...said.words, ...words }, ...change },
      undefined,
    )
  }
  expect(await code(wish({ interest: null }))).toBe('invalid_input')
  expect(await code(wish({}, { why: null }))).toBe('invalid_input')
  expect(await code(wish({ interest: 'paid' }))).toBe('interest_words_missing')
  expect(await code(wish({ interest: null, audience: { form: 'notebook' } }, { why: null }))).toBe('done')
})

it('refuses an audience of nobody, and one that names what is not the author’s own', async () => {
  const { ada, ben } = await pair()
  const stranger = await world.person('Cleo')
  const theirs = await world.circle(ben, [])
  const make = (audience: MakeRecommendation['audience']) =>
    code(world.live.recommendations.make(ada, world.said({ title: 'X', audience }), undefined))
  expect(await make(forTies({}))).toBe('audience_empty')
  expect(await make(forTies({ excepted: [ben.id] }))).toBe('audience_empty')
  expect(await make(forTies({ singles: [stranger.id] }))).toBe('audience_unknown')
  expect(await make(forTies({ circles: [theirs.id] }))).toBe('audience_unknown')
  expect(await make(forTies({ all: true, singles: [ben.id, ben.id] }))).toBe('done')
})

it('[P6] is there once per person and subject, and only for a subject that its writer knows of', async () => {
  const { ada, ben } = await pair()
  const stranger = await world.person('Cleo')
  const post = await world.recommend(ben, { title: 'Tailor' })
  const second = (by: typeof ada) =>
    code(
      world.live.recommendations.make(by, world.said({ title: 'Tailor!', about: post.subject }), undefined),
    )
  expect(await second(stranger)).toBe('not_found')
  expect(await second(ada)).toBe('done')
  expect(await second(ada)).toBe('already_recommended')
  expect(await second(ben)).toBe('already_recommended')
  const wrongKind = world.said({
    title: 'Tailor',
    about: post.subject,
    subject: plainFacts('film', 'Tailor'),
  })
  expect(await code(world.live.recommendations.make(ben, wrongKind, undefined))).toBe('subject_fixed')
})

it('[P15] keeps what others could read as history, and nothing of the notebook', async () => {
  const { ada, ben } = await pair()
  const post = await world.recommend(ada, { title: 'Baker', audience: { form: 'notebook' } })
  const change = (what: ChangeRecommendation) => world.live.recommendations.change(ada, post.id, what)
  const words = (why: string) => ({ words: { ...world.said({ title: '' }).words, why } })
  await change(words('still private'))
  await change({ ...words('first public words'), audience: forTies({ all: true }) })
  expect((await world.live.reading.read(ben, post.id)).voice.edited).toBe(false)
  await change(words('second public words'))
  await change({ audience: { form: 'notebook' } })
  await change(words('private again'))
  await change({ ...words('third public words'), audience: forTies({ all: true }) })
  const { edits } = await world.live.reading.history(ben, post.id)
  expect(edits.map((edit) => edit.words.why)).toEqual(['second public words', 'first public words'])
  expect((await world.live.reading.read(ben, post.id)).voice).toMatchObject({
    edited: true,
    words: { why: 'third public words' },
  })
})

it('[P15] lets an interest rise and never fall', async () => {
  const { ada } = await pair()
  const post = await world.recommend(ada, { title: 'Smith' })
  const said = world.said({ title: 'Smith' }).words
  const change = (what: ChangeRecommendation) => code(world.live.recommendations.change(ada, post.id, what))
  expect(await change({ interest: 'paid' })).toBe('interest_words_missing')
  expect(await change({ interest: 'paid', words: { ...said, interestWords: 'my firm' } })).toBe('done')
  expect(await change({ interest: 'connected' })).toBe('interest_may_only_rise')
  expect((await world.live.reading.read(ada, post.id)).voice.interest).toBe('paid')
})

it('[P16] is really gone when deleted, for its author too, and may be said anew', async () => {
  const { ada, ben } = await pair()
  const post = await world.recommend(ada, {
    title: 'Potter',
    words: { ...world.said({ title: '' }).words, why: 'Zinnober' },
  })
  await world.address(post, ben)
  await world.live.recommendations.remove(ada, post.id)
  expect(await code(world.live.reading.read(ada, post.id))).toBe('not_found')
  expect(await code(world.live.recommendations.remove(ada, post.id))).toBe('not_found')
  const left = await world.sql`
    select (select count(*) from recommendation where post = ${post.no})::int as words,
      (select count(*) from addressing where post = ${post.no})::int as addressed,
      (select count(*) from post where no = ${post.no} and deleted_at is not null)::int as stones`
  expect([...left]).toEqual([{ words: 0, addressed: 0, stones: 1 }])
})

it('[P4] comes at most thirty times a day, the notebook and deleted ones apart', async () => {
  const ada = await world.person('Ada')
  await world.tie(ada, await world.person('Ben'))
  for (let i = 0; i < 29; i++) await world.recommend(ada, { title: `S${i}` })
  const gone = await world.recommend(ada, { title: 'gone' })
  await world.live.recommendations.remove(ada, gone.id)
  const make = (wish: Parameters<typeof world.said>[0]) =>
    code(world.live.recommendations.make(ada, world.said(wish), undefined))
  expect(await make({ title: 'one too many' })).toBe('too_many_posts_today')
  const kept = await world.recommend(ada, { title: 'kept', audience: { form: 'notebook' } })
  const publish = { audience: forTies({ all: true }) }
  expect(await code(world.live.recommendations.change(ada, kept.id, publish))).toBe('too_many_posts_today')
  const before = world.now()
  world.setTime(new Date(before.getTime() + 86_400_001))
  expect(await code(world.live.recommendations.change(ada, kept.id, publish))).toBe('done')
  world.setTime(before)
})

it('[P21] belongs to its author alone: others cannot change it, and do not learn whom it is for', async () => {
  const { ada, ben } = await pair()
  const post = await world.recommend(ada, {
    title: 'Joiner',
    audience: forTies({ singles: [ben.id] }),
    onward: 0,
  })
  expect(await code(world.live.recommendations.change(ben, post.id, { stillTrue: true }))).toBe('not_found')
  expect(await code(world.live.recommendations.remove(ben, post.id))).toBe('not_found')
  expect(await code(world.live.reading.audience(ben, post.id))).toBe('not_found')
  const seen = await world.live.reading.read(ben, post.id)
  expect(seen).toMatchObject({ own: null, voice: { audience: 'chosen' } })
  const own = await world.live.reading.read(ada, post.id)
  expect(own.own).toEqual({ audience: forTies({ singles: [ben.id] }), onward: 0, expires: null })
})

it('previews ring 1 by name and exactly, and beyond it only a round number of many', async () => {
  const ada = await world.person('Ada')
  const ring1 = []
  for (let i = 0; i < 6; i++) {
    const friend = await world.person(`F${i}`)
    ring1.push(friend)
    await world.tie(ada, friend)
    for (let j = 0; j < 3; j++) await world.tie(friend, await world.person(`G${i}${j}`))
  }
  await world.catchUp()
  const preview = (onward: 0 | 1, excepted: readonly (typeof ada)[] = []) =>
    world.live.reading.preview(ada, {
      audience: forTies({ all: true, excepted: excepted.map(({ id }) => id) }),
      onward,
      interest: 'none',
      verdict: 'recommend',
    })
  const all = await preview(1)
  expect(all.ring1.map(({ name }) => name)).toEqual(['F0', 'F1', 'F2', 'F3', 'F4', 'F5'])
  expect(all.about).toBe(10)
  expect((await preview(0)).about).toBeNull()
  // Four carriers are too few for any number.
  expect(await preview(1, ring1.slice(0, 2))).toMatchObject({ about: null, ring1: [{}, {}, {}, {}] })
})

it('names in its audience nobody who is no tie any more, and takes nobody back by that', async () => {
  const { ada, ben } = await pair()
  const cleo = await world.person('Cleo')
  await world.tie(ada, cleo)
  const post = await world.recommend(ada, {
    title: 'Vet',
    audience: forTies({ all: true, excepted: [ben.id] }),
  })
  await world.endTie(ada, ben)
  const read = await world.live.reading.read(ada, post.id)
  expect(read.own?.audience).toEqual(forTies({ all: true }))
  await world.live.recommendations.change(ada, post.id, {
    audience: forTies({ all: true, excepted: [cleo.id] }),
  })
  await world.tie(ada, ben)
  expect(await code(world.live.reading.read(ben, post.id))).toBe('not_found')
  expect(await code(world.live.reading.read(cleo, post.id))).toBe('not_found')
})

it('fades when nobody says for too long that it is still true', async () => {
  const { ada, ben } = await pair()
  const shop = await world.recommend(ada, {
    title: 'Shop',
    subject: plainFacts('job', 'Shop'),
  })
  const book = await world.recommend(ada, {
    title: 'Book',
    subject: plainFacts('book', 'Book'),
  })
  const before = world.now()
  world.setTime(new Date(before.getTime() + 70 * 86_400_000))
  expect((await world.live.reading.read(ben, shop.id)).voice.fading).toBe(true)
  expect((await world.live.reading.read(ben, book.id)).voice.fading).toBe(false)
  expect((await world.live.reading.why(ben, shop.id)).freshness).toEqual({
    days: 70,
    halfLifeDays: 30,
    tenths: 2,
  })
  const waiting = async () => {
    const { recommendations } = await world.live.reading.waiting(ada)
    return recommendations.map(({ voice }) => voice.post)
  }
  expect(await waiting()).toEqual([shop.id])
  await world.live.recommendations.change(ada, shop.id, { stillTrue: true })
  expect(await waiting()).toEqual([])
  expect((await world.live.reading.read(ben, shop.id)).voice).toMatchObject({
    fading: false,
    stillTrue: world.now().toISOString(),
  })
  world.setTime(before)
})

it('is listed for its author page by page, the notebook alone too', async () => {
  const ada = await world.person('Ada')
  await world.tie(ada, await world.person('Ben'))
  for (let i = 0; i < 25; i++) {
    await world.recommend(ada, {
      title: `N${i}`,
      ...(i % 5 === 0 ? { audience: { form: 'notebook' as const } } : {}),
    })
  }
  const first = await world.live.reading.listMine(ada, { notebook: false })
  const second = await world.live.reading.listMine(ada, { notebook: false, cursor: first.cursor ?? '' })
  const titles = [...first.recommendations, ...second.recommendations].map(({ voice }) => voice.subject.title)
  expect(titles).toEqual(Array.from({ length: 25 }, (_, i) => `N${24 - i}`))
  expect(second.cursor).toBeNull()
  const notebook = await world.live.reading.listMine(ada, { notebook: true })
  expect(notebook.recommendations).toHaveLength(5)
  const foreign = world.live.reading.listMine(ada, { notebook: true, cursor: first.cursor ?? '' })
  expect(await code(foreign)).toBe('cursor_invalid')
})
