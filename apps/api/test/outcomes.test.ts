import { FeedPage, LIMITS, MyOutcome, type SayOutcome, Sentences, subjectsOn } from '@kith/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { strengthOn } from '../src/experience/experience-sum.ts'
import { expectBody, type Person, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'
import { token } from './world-words.ts'

const DAY_MS = 86_400_000
const HELPED: SayOutcome = { outcome: 'helped' }
const LET_DOWN: SayOutcome = { outcome: 'letDown', sentence: null }

let world: World
let cast: Cast
let me: Person
let posts = 0

openSmallWorld(['me – ben'], (...made) => {
  ;[cast, world] = made
})

beforeEach(() => {
  me = cast.client('me')
})

const recommended = (by: string) => cast.post(`p${posts++}`, by, { all: true, onward: 2 })

async function say(post: string, wish: SayOutcome, by = me): Promise<MyOutcome> {
  // Only a read waits for the engine, and through whom it came is the engine's to say.
  cast.done(await by.get('/api/me', cast.after()))
  const answer = await by.send('PUT', `/api/recommendations/${post}/outcome`, wish)
  return MyOutcome.parse(cast.done(answer).body)
}

/** The experience of `owner` with `other` as the tables have it: what the engine is told. */
async function experienceOf(owner: string, other: string) {
  const rows = await world.database.sql<
    { kind: 'craftsman' | null; good: number; bad: number; day: number }[]
  >`
    select kind, good / 1e6::float8 as good, bad / 1e6::float8 as bad, day from experience
    where owner = (select no from person where id = ${cast.client(owner).me.id})
      and other = (select no from person where id = ${cast.client(other).me.id}) order by kind nulls first`
  return rows.map((row) => ({ ...row, kind: row.kind ?? undefined }))
}

async function strengthOf(other: string, declared: number): Promise<number> {
  const at = { kind: undefined, at: world.clock.at }
  return strengthOn(declared, await experienceOf('me', other), at)
}

type Event = 'helped' | 'letDown' | { idleDays: number }
const times = (count: number, event: Event): Event[] => Array.from({ length: count }, () => event)

// TRUST.md: closeness, what happened, good and bad where it says them, strength.
const VECTORS: readonly [string, number, Event[], number | null, number | null, number][] = [
  ['U1', 0.8, [], null, null, 0.8],
  ['U2', 0.8, ['helped'], 1, 0, 0.84],
  ['U3', 0.8, ['letDown'], 0, 3, 0.457143],
  ['U4', 0.8, ['letDown', 'helped'], 1, 2.7, 0.545455],
  ['U5', 0.5, times(10, 'helped'), 6.513216, 0, 0.809763],
  ['U6', 0.5, [...times(10, 'helped'), 'letDown'], 5.861894, 3, 0.611255],
  ['U7', 0.8, times(3, 'letDown'), 0, 8.13, 0.263809],
  ['U8', 0.8, ['letDown', ...times(8, 'helped')], null, null, 0.809643],
  ['U9', 0.8, ['letDown', { idleDays: 720 }], null, null, 0.581818],
]

describe('the strength of my side follows what I say', () => {
  for (const [id, declared, events, good, bad, strength] of VECTORS) {
    it(`${id}`, async () => {
      const start = world.clock.at
      for (const event of events) {
        if (typeof event === 'object')
          world.clock.at = new Date(world.clock.at.getTime() + event.idleDays * DAY_MS)
        else await say((await recommended('ben')).id, event === 'helped' ? HELPED : LET_DOWN)
      }
      const [overall] = await experienceOf('me', 'ben')
      if (good !== null) expect(overall?.good).toBeCloseTo(good, 5)
      if (bad !== null) expect(overall?.bad).toBeCloseTo(bad, 5)
      expect(await strengthOf('ben', declared)).toBeCloseTo(strength, 6)
      world.clock.at = start
    })
  }

  it('U10, by halves, for what came through two ties alike', async () => {
    const ofOda = await twoWays()
    const { moved } = await say(ofOda.id, HELPED)
    expect(moved.map(({ handle }) => handle).toSorted()).toEqual(handlesOf('ben', 'cal'))
    for (const tie of ['ben', 'cal']) {
      expect((await experienceOf('me', tie))[0]?.good).toBe(0.5)
      expect(await strengthOf(tie, 0.8)).toBeCloseTo(0.822222, 6)
    }
  })

  it('for each kind by itself as well, and fades between two outcomes by whole days', async () => {
    const start = world.clock.at
    await say((await recommended('ben')).id, LET_DOWN)
    world.clock.at = new Date(start.getTime() + 720 * DAY_MS)
    await say((await recommended('ben')).id, HELPED)
    const today = Math.floor(world.clock.at.getTime() / DAY_MS)
    expect(await experienceOf('me', 'ben')).toEqual([
      { kind: undefined, good: 1, bad: 1.35, day: today },
      { kind: 'craftsman', good: 1, bad: 1.35, day: today },
    ])
    world.clock.at = start
  })
})

const handlesOf = (...keys: string[]) => keys.map((key) => cast.client(key).me.handle).toSorted()

/** A recommendation of oda's, through ben; eve, through cal, says the same. */
async function twoWays() {
  for (const key of ['cal', 'oda', 'eve']) await cast.person(key)
  await cast.tie('me', 'cal')
  await cast.tie('ben', 'oda')
  await cast.tie('cal', 'eve')
  await cast.tie('oda', 'eve')
  const ofOda = await recommended('oda')
  await cast.post(`p${posts++}`, 'eve', { all: true, onward: 2, about: ofOda })
  return ofOda
}

it('is one a person and recommendation: another word replaces it, and taking it back takes back exactly what it moved', async () => {
  const [first, second] = [await recommended('ben'), await recommended('ben')]
  await say(first.id, LET_DOWN)
  const before = await experienceOf('me', 'ben')
  await say(second.id, LET_DOWN)
  await say(second.id, LET_DOWN)
  expect((await experienceOf('me', 'ben'))[0]?.bad).toBeCloseTo(5.7, 6)
  expect(await say(second.id, HELPED)).toMatchObject({ outcome: 'helped', sentence: null })
  expect((await experienceOf('me', 'ben'))[0]).toMatchObject({ good: 1, bad: 2.7 })
  cast.done(await me.delete(`/api/recommendations/${second.id}/outcome`))
  expect(await experienceOf('me', 'ben')).toEqual(before)
  expect(await me.read(MyOutcome, `/api/recommendations/${second.id}/outcome`)).toEqual({
    outcome: null,
    sentence: null,
    moved: [],
  })
  expect((await me.delete(`/api/recommendations/${second.id}/outcome`)).code).toBe('not_found')
})

it('moves nobody’s ties but my own, and is felt in what I hear alone', async () => {
  for (const key of ['oda', 'fay']) await cast.person(key)
  await cast.tie('ben', 'oda')
  await cast.tie('oda', 'fay')
  const far = await recommended('fay')
  const path = `/api/ties/${cast.facts.ties.get(pairOf('me', 'ben'))}`
  cast.done(await me.patch(path, { closeness: 1 }))
  const heard = async () => {
    const page = await me.send('GET', '/api/feed', undefined, cast.after())
    return subjectsOn(expectBody(FeedPage, page)).flatMap(({ voices }) => voices.map(({ post }) => post))
  }
  expect(await heard()).toContain(far.id)
  await say((await recommended('ben')).id, LET_DOWN)
  expect(await heard()).not.toContain(far.id)
  expect((await me.get(`/api/recommendations/${far.id}`)).status).toBe(200)
  expect(await experienceOf('ben', 'me')).toEqual([])
  expect(await experienceOf('ben', 'oda')).toEqual([])
})

it('is a reader’s, not the author’s own, and what it moved goes with the tie', async () => {
  const post = await recommended('ben')
  const path = `/api/recommendations/${post.id}/outcome`
  expect((await cast.client('ben').send('PUT', path, HELPED)).code).toBe('not_found')
  await say(post.id, HELPED)
  await cast.endTie('me', 'ben')
  expect(await experienceOf('me', 'ben')).toEqual([])
  await cast.tie('me', 'ben')
  expect(await experienceOf('me', 'ben')).toEqual([])
  expect((await me.read(MyOutcome, path)).outcome).toBe('helped')
})

it('said twice at the same time it leaves one word, and what that one moved', async () => {
  const post = await recommended('ben')
  await Promise.all(Array.from({ length: 8 }, (_, i) => say(post.id, i % 2 === 0 ? HELPED : LET_DOWN)))
  const { outcome } = await me.read(MyOutcome, `/api/recommendations/${post.id}/outcome`)
  const [overall] = await experienceOf('me', 'ben')
  expect([overall?.good, overall?.bad]).toEqual(outcome === 'helped' ? [1, 0] : [0, 3])
})

describe('after a let-down one sentence may go back', () => {
  const sentencesOf = async (author: string, post: string) => {
    const path = `/api/recommendations/${post}/sentences`
    const answer = await cast.client(author).send('GET', path, undefined, cast.after())
    return expectBody(Sentences, answer).sentences
  }

  it('to the author alone, who sees a tie by name', async () => {
    const post = await recommended('ben')
    const sentence = token()
    await say(post.id, { outcome: 'letDown', sentence })
    expect(await sentencesOf('ben', post.id)).toEqual([
      expect.objectContaining({ text: sentence, person: expect.objectContaining({ shown: 'tie' }) }),
    ])
    expect((await me.get(`/api/recommendations/${post.id}/sentences`)).code).toBe('not_found')
    await say(post.id, LET_DOWN)
    expect(await sentencesOf('ben', post.id)).toEqual([])
  })

  it('page by page, the latest first, and a cursor serves its author alone', async () => {
    const post = await recommended('ben')
    const { sql } = world.database
    await sql`
      with writers as (
        insert into person (id, name, handle, email)
        select gen_random_uuid(), 'Many', 'many-' || n, 'many-' || n || '@kith.test' from generate_series(1, ${LIMITS.page + 4}) n
        returning no, handle
      )
      insert into outcome (person, post, outcome, sentence, said_at)
      select w.no, p.no, 'letDown', w.handle, ${world.clock.at.toISOString()}::timestamptz + w.no % 3 * interval '1 minute'
      from writers w, post p where p.id = ${post.id}`
    const path = `/api/recommendations/${post.id}/sentences`
    const first = await cast.client('ben').read(Sentences, path)
    const second = await cast.client('ben').read(Sentences, `${path}?cursor=${first.cursor}`)
    expect([first.sentences.length, second.sentences.length, second.cursor]).toEqual([LIMITS.page, 4, null])
    const all = [...first.sentences, ...second.sentences]
    expect(new Set(all.map(({ text }) => text)).size).toBe(LIMITS.page + 4)
    expect(all.map(({ said }) => said)).toEqual(
      all
        .map(({ said }) => said)
        .toSorted()
        .reverse(),
    )
    const other = await recommended('ben')
    const elsewhere = `/api/recommendations/${other.id}/sentences?cursor=${first.cursor}`
    expect((await cast.client('ben').get(elsewhere)).code).toBe('cursor_invalid')
    await sql`delete from person where handle like 'many-%'`
  })

  it('along the chain: a friend of a tie’s, his name if all are open, somebody when the chain is gone', async () => {
    await cast.person('oda')
    await cast.tie('ben', 'oda')
    const post = await recommended('oda')
    const shown = async () => (await sentencesOf('oda', post.id)).map(({ person }) => person)
    await say(post.id, { outcome: 'letDown', sentence: token() })
    const { handle } = cast.client('ben').me
    expect(await shown()).toEqual([
      { shown: 'via', rings: 2, via: expect.objectContaining({ handle, shown: 'tie' }) },
    ])
    await cast.change('me', { open: true })
    expect((await shown())[0]?.shown).toBe('via')
    await cast.change('ben', { open: true })
    expect(await shown()).toEqual([expect.objectContaining({ shown: 'named', handle: me.me.handle })])
    await cast.endTie('me', 'ben')
    expect(await shown()).toEqual([{ shown: 'somebody' }])
    await cast.block('oda', 'me')
    expect(await shown()).toEqual([])
  })
})
