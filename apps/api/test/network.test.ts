import { NetworkPicture, TieView } from '@kith/contract'
import { expect, it } from 'vitest'
import { expectBody } from './api-world.ts'
import { openSmallWorld } from './small-world.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'

let cast: Cast

openSmallWorld(['me – ben – oda – rob', 'me – cal – oda', 'ben – pia', 'me – dan'], (...made) => {
  ;[cast] = made
})

const openUp = async (...keys: string[]) => {
  for (const key of keys) cast.done(await cast.client(key).patch('/api/me', { open: true }))
}

/** Who is drawn, in order: "ben (oda) …" stands for oda by name behind ben, and for more through him. */
async function drawn(key = 'me'): Promise<string[]> {
  const answer = await cast.client(key).get('/api/network', cast.after())
  const nameOf = (id: string) =>
    [...cast.facts.people].find(([, { client }]) => client.me.id === id)?.[0] ?? 'nobody'
  return expectBody(NetworkPicture, answer).drawn.map(({ person, beyond, more }) => {
    const named = beyond.length === 0 ? '' : ` (${beyond.map(({ id }) => nameOf(id)).join(' ')})`
    return `${nameOf(person)}${named}${more ? ' …' : ''}`
  })
}

const sorted = (list: readonly string[]) => [...list].sort()

async function closeTo(other: string, closeness: number): Promise<void> {
  const path = `/api/ties/${cast.facts.ties.get(pairOf('me', other))}`
  expectBody(TieView, cast.done(await cast.client('me').patch(path, { closeness })))
}

it('draws my ties, the closest by my own word first', async () => {
  expect(sorted(await drawn())).toEqual(['ben', 'cal', 'dan'])
  await closeTo('dan', 5)
  await closeTo('cal', 1)
  expect(await drawn()).toEqual(['dan', 'ben', 'cal'])
})

it('whoever stands behind a tie is named where both are open, else there is more, whatever the number', async () => {
  await cast.post('p1', 'oda', { all: true, onward: 2 })
  await cast.post('p2', 'pia', { all: true, onward: 1 })
  expect(sorted(await drawn())).toEqual(['ben …', 'cal …', 'dan'])
  await openUp('oda')
  expect(sorted(await drawn())).toEqual(['ben …', 'cal …', 'dan'])
  await openUp('ben')
  expect(sorted(await drawn())).toEqual(['ben (oda) …', 'cal …', 'dan'])
  await openUp('pia', 'cal')
  expect(sorted(await drawn())).toEqual(['ben (oda pia)', 'cal (oda)', 'dan'].map(sortNames))
})

// Two behind one tie stand in an order that depends on who looks.
function sortNames(line: string): string {
  return expect.stringMatching(
    line.replace('(oda pia)', '\\((oda pia|pia oda)\\)').replace('(oda)', '\\(oda\\)'),
  )
}

it('nobody is drawn of whom nothing may be seen: not for me, not onward, no carrying, a block, an ended tie', async () => {
  await openUp('ben', 'cal', 'oda', 'pia')
  const post = await cast.post('p1', 'pia', { all: true, onward: 1 })
  expect(await drawn()).toContain('ben (pia)')
  cast.done(await cast.client('ben').patch('/api/me', { carries: false }))
  expect(await drawn()).toContain('ben')
  cast.done(await cast.client('ben').patch('/api/me', { carries: true }))
  const audience = cast.audienceOf({ all: true, excepted: ['ben'] })
  cast.done(await cast.client('pia').patch(`/api/recommendations/${post.id}`, { audience }))
  expect(await drawn()).toContain('ben')
  await cast.post('p2', 'oda', { all: true, onward: 0 })
  expect(await drawn()).toContain('cal')
  await cast.post('p3', 'oda', { all: true, onward: 1 })
  expect(await drawn()).toContain('cal (oda)')
  cast.done(await cast.client('oda').post('/api/blocks', { person: cast.client('me').me.id }))
  expect(sorted(await drawn())).toEqual(['ben', 'cal', 'dan'])
})

it('a tie of mine is never drawn behind another, nor a former one', async () => {
  await openUp('ben', 'pia')
  await cast.post('p1', 'pia', { all: true, onward: 1 })
  await cast.tie('me', 'pia')
  expect(await drawn()).toEqual(expect.arrayContaining(['ben', 'pia']))
  cast.done(await cast.client('me').delete(`/api/ties/${cast.facts.ties.get(pairOf('me', 'pia'))}`))
  expect(sorted(await drawn())).toEqual(['ben', 'cal', 'dan'])
})
