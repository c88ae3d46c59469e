import { FeedPage, Hidden, HiddenVoices, subjectsOn } from '@kith/contract'
import { expect, it } from 'vitest'
import { expectBody } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'

let cast: Cast

openSmallWorld(['me – ben – oda'], (made) => {
  cast = made
})

const feedOf = async (key: string) => {
  const page = expectBody(FeedPage, await cast.client(key).send('GET', '/api/feed', undefined, cast.after()))
  return subjectsOn(page).flatMap(({ voices }) => voices.map(({ post }) => post))
}

const hiddenOf = (key: string) => cast.client(key).read(HiddenVoices, '/api/hidden')

const hide = async (post: string, what: 'person' | 'post') => {
  const answer = await cast.client('me').post(`/api/recommendations/${post}/hide`, { what })
  if (answer.status === 201) cast.done(answer)
  return answer
}

it('with a name on it the person is hidden: all that he says, not what comes through him, and it can be taken back', async () => {
  const first = await cast.post('p1', 'ben', { all: true })
  const second = await cast.post('p2', 'ben', { all: true })
  const through = await cast.post('p3', 'oda', { all: true, onward: 1 })
  expect((await feedOf('me')).toSorted()).toEqual([first.id, second.id, through.id].toSorted())
  const { key } = expectBody(Hidden, await hide(first.id, 'person'))
  expect(await feedOf('me')).toEqual([through.id])
  const { people, posts } = await hiddenOf('me')
  expect(people.map(({ person }) => person)).toEqual([
    expect.objectContaining({ shown: 'tie', handle: cast.client('ben').me.handle }),
  ])
  expect(posts).toEqual([])
  // May-see knows nothing of it, and nobody else is concerned.
  expect((await cast.client('me').get(`/api/recommendations/${first.id}`)).status).toBe(200)
  expect((await feedOf('oda')).toSorted()).toEqual([first.id, second.id].toSorted())
  cast.done(await cast.client('me').delete(`/api/hidden/${key}`))
  expect(await feedOf('me')).toHaveLength(3)
  expect(await hiddenOf('me')).toEqual({ people: [], posts: [], asks: [] })
})

it('without a name only that one post is hidden, so that no two cards are told to be of one person', async () => {
  const first = await cast.post('p4', 'oda', { all: true, onward: 1 })
  const second = await cast.post('p5', 'oda', { all: true, onward: 1 })
  expect((await hide(first.id, 'person')).status).toBe(404)
  expectBody(Hidden, await hide(first.id, 'post'))
  expect(await feedOf('me')).toEqual([second.id])
  const { posts } = await hiddenOf('me')
  expect(posts.map(({ voice }) => [voice.post, voice.person.shown])).toEqual([[first.id, 'via']])
  // What may not be seen any more is not listed either.
  await cast.endTie('me', 'ben')
  expect(await hiddenOf('me')).toEqual({ people: [], posts: [], asks: [] })
})

it('somebody whom I may not name any more is "somebody" in the list', async () => {
  await cast.change('ben', { open: true })
  await cast.change('oda', { open: true })
  const said = await cast.post('p6', 'oda', { all: true, onward: 1 })
  expectBody(Hidden, await hide(said.id, 'person'))
  await cast.change('oda', { open: false })
  const { people } = await hiddenOf('me')
  expect(people.map(({ person }) => person)).toEqual([{ shown: 'somebody' }])
})

it('one’s own is not hidden, nor what may not be seen, and a key serves nobody else and only once', async () => {
  const own = await cast.post('p7', 'me', { all: true })
  expect((await hide(own.id, 'post')).status).toBe(404)
  await cast.person('sam')
  const far = await cast.post('p8', 'sam', { all: true })
  expect((await hide(far.id, 'post')).status).toBe(404)
  const said = await cast.post('p9', 'ben', { all: true })
  const { key } = expectBody(Hidden, await hide(said.id, 'post'))
  expectBody(Hidden, await hide(said.id, 'post'))
  expect((await cast.client('ben').delete(`/api/hidden/${key}`)).status).toBe(404)
  expect((await cast.client('me').delete(`/api/hidden/${key}`)).status).toBe(204)
  expect((await cast.client('me').delete(`/api/hidden/${key}`)).status).toBe(404)
})

it('a tie is named in the list, whatever there is to see of him', async () => {
  const said = await cast.post('only', 'ben', { all: true })
  expectBody(Hidden, await hide(said.id, 'person'))
  cast.done(await cast.client('ben').delete(`/api/recommendations/${said.id}`))
  const { people } = await hiddenOf('me')
  expect(people.map(({ person }) => person.shown)).toEqual(['tie'])
})
