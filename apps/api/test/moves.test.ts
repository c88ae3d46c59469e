import { Move, Moves, type SayOutcome } from '@kith/contract'
import { beforeEach, expect, it } from 'vitest'
import { expectBody, type Person, type World } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

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

async function say(post: string, wish: SayOutcome): Promise<void> {
  cast.done(await me.send('PUT', `/api/recommendations/${post}/outcome`, wish, cast.after()))
}

const pathTo = (other: string, of = 'me') => `/api/ties/${cast.facts.ties.get(pairOf(of, other))}`

const movesOf = async (other: string, cursor = ''): Promise<Moves> => {
  const answer = await me.send('GET', `${pathTo(other)}/moves${cursor}`, undefined, cast.after())
  return expectBody(Moves, answer)
}

const undo = (other: string, move: string, because = 'mistaken') =>
  me.send('PUT', `${pathTo(other)}/moves/${move}/undo`, { because })

const restore = (other: string, move: string) => me.delete(`${pathTo(other)}/moves/${move}/undo`)

const less = async (other: string, kind: string): Promise<Move> =>
  expectBody(Move, cast.done(await me.post(`${pathTo(other)}/less`, { kind })))

const amountsOf = (other: string) =>
  world.database.sql`
    select kind, good, bad from experience
    where owner = (select no from person where id = ${me.me.id})
      and other = (select no from person where id = ${cast.client(other).me.id}) order by kind nulls first`

it('tells what moved, why and how much, the latest first, and takes each back by itself', async () => {
  const [first, second] = [await recommended('ben'), await recommended('ben')]
  await say(first.id, { outcome: 'helped' })
  const before = await amountsOf('ben')
  await say(second.id, LET_DOWN)
  const { moves, cursor } = await movesOf('ben')
  expect(moves.map(({ id: _id, at: _at, ...told }) => told)).toEqual([
    {
      cause: 'recommended',
      outcome: 'letDown',
      kind: 'craftsman',
      title: second.words[0],
      size: 'much',
      undone: null,
    },
    {
      cause: 'recommended',
      outcome: 'helped',
      kind: 'craftsman',
      title: first.words[0],
      size: 'clear',
      undone: null,
    },
  ])
  expect(cursor).toBeNull()
  const [latest] = moves
  for (let i = 0; i < 2; i++) cast.done(await undo('ben', latest?.id ?? ''))
  expect(await amountsOf('ben')).toEqual(before)
  const left = (await movesOf('ben')).moves
  expect(left.map(({ undone }) => undone !== null)).toEqual([true, false])
  // What I said stays said.
  expect((await me.get(`/api/recommendations/${second.id}/outcome`)).body).toMatchObject({
    outcome: 'letDown',
    moved: [],
  })
})

it('[P3] of what came through somebody it tells that it did, never how much of it was his', async () => {
  for (const key of ['oda', 'fay']) await cast.person(key)
  await cast.tie('ben', 'oda')
  await cast.tie('ben', 'fay')
  const post = await recommended('oda')
  await say(post.id, LET_DOWN)
  const told = async () => (await movesOf('ben')).moves.map(({ cause, size }) => [cause, size])
  expect(await told()).toEqual([['carried', 'part']])
  cast.done(await cast.client('ben').patch(pathTo('oda', 'ben'), { closeness: 1 }))
  expect(await told()).toEqual([['carried', 'part']])
})

it('what I may not see any more has no title', async () => {
  const post = await recommended('ben')
  await say(post.id, LET_DOWN)
  cast.done(
    await cast.client('ben').patch(`/api/recommendations/${post.id}`, { audience: { form: 'notebook' } }),
  )
  const title = async () => (await movesOf('ben')).moves.map((move) => move.title)
  expect(await title()).toEqual([null])
  await cast.remove(post.key)
  expect(await title()).toEqual([null])
})

it('less of a kind is a let-down for that kind alone, once as long as it stands', async () => {
  const wish = await less('ben', 'restaurant')
  expect(wish).toMatchObject({ cause: 'less', outcome: 'letDown', kind: 'restaurant', size: 'much' })
  const again = await Promise.all([less('ben', 'restaurant'), less('ben', 'film'), less('ben', 'film')])
  expect(again[0].id).toBe(wish.id)
  expect(again[1].id).toBe(again[2].id)
  cast.done(await undo('ben', again[1].id))
  expect(await amountsOf('ben')).toEqual([{ kind: 'restaurant', good: 0, bad: 3_000_000 }])
  cast.done(await undo('ben', wish.id))
  expect(await amountsOf('ben')).toEqual([])
  expect((await less('ben', 'restaurant')).id).not.toBe(wish.id)
})

it('is paged, and a cursor is good for its reader and tie alone', async () => {
  await cast.person('cal')
  await cast.tie('me', 'cal')
  const kinds = ['film', 'book', 'restaurant', 'shop', 'craftsman', 'health', 'job', 'business', 'place']
  for (let i = 0; i < 23; i++) {
    const { id } = await less('ben', kinds[i % kinds.length] ?? 'other')
    cast.done(await undo('ben', id))
  }
  const first = await movesOf('ben')
  expect([first.moves.length, first.cursor === null]).toEqual([20, false])
  const cursor = `?cursor=${first.cursor ?? ''}`
  const rest = await movesOf('ben', cursor)
  expect([rest.moves.length, rest.cursor]).toEqual([3, null])
  expect(new Set([...first.moves, ...rest.moves].map(({ id }) => id)).size).toBe(23)
  expect((await me.get(`${pathTo('cal')}/moves${cursor}`)).code).toBe('cursor_invalid')
  expect((await cast.client('ben').get(`${pathTo('ben')}/moves${cursor}`)).code).toBe('cursor_invalid')
})

it('is each one’s own: the other side of the tie has no such move, and its owner none of mine', async () => {
  const { id } = await less('ben', 'film')
  const ben = cast.client('ben')
  expect((await ben.read(Moves, `${pathTo('ben')}/moves`)).moves).toEqual([])
  const path = `${pathTo('ben')}/moves/${id}/undo`
  expect((await ben.send('PUT', path, { because: 'talked' })).code).toBe('not_found')
  expect((await ben.delete(path)).code).toBe('not_found')
})

it('what let me down counts for nothing once we talked about it, and again if that was too soon', async () => {
  const [first, second] = [await recommended('ben'), await recommended('ben')]
  await say(first.id, { outcome: 'helped' })
  const before = await amountsOf('ben')
  await say(second.id, LET_DOWN)
  const [letDown, helped] = (await movesOf('ben')).moves
  const after = await amountsOf('ben')
  cast.done(await undo('ben', letDown?.id ?? '', 'talked'))
  expect((await movesOf('ben')).moves[0]?.undone).toEqual({ at: expect.any(String), because: 'talked' })
  expect(await amountsOf('ben')).toEqual(before)
  for (let i = 0; i < 2; i++) cast.done(await restore('ben', letDown?.id ?? ''))
  expect((await movesOf('ben')).moves[0]?.undone).toBeNull()
  expect(await amountsOf('ben')).toEqual(after)
  expect((await undo('ben', helped?.id ?? '', 'talked')).code).toBe('invalid_input')
  expect(await amountsOf('ben')).toEqual(after)
})

it('a wish for less comes back only while none was made anew', async () => {
  const wish = await less('ben', 'film')
  cast.done(await undo('ben', wish.id))
  const again = await less('ben', 'film')
  expect(again.id).not.toBe(wish.id)
  cast.done(await restore('ben', wish.id))
  expect((await movesOf('ben')).moves.map(({ id, undone }) => [id, undone === null])).toEqual([
    [again.id, true],
    [wish.id, false],
  ])
  cast.done(await undo('ben', again.id))
  cast.done(await restore('ben', wish.id))
  expect((await movesOf('ben')).moves.map(({ undone }) => undone === null)).toEqual([false, true])
})
