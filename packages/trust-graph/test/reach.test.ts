import { expect, it } from 'vitest'
import { costOf, trustOf } from '../src/index.ts'
import { viewerHash } from '../src/viewer-hash.ts'
import { Town } from './town.ts'

it('[R1] a strength becomes a whole cost, at most 4095, and nothing else has one', () => {
  expect([1, 0.95, 0.8, 0.6, 0.4, 0.2, 0.05, 0.001].map(costOf)).toEqual([
    0, 51, 223, 511, 916, 1609, 2996, 4095,
  ])
  expect(trustOf(223)).toBeCloseTo(0.8, 3)
  for (const wrong of [0, -0.1, 1.01, Number.NaN]) expect(() => costOf(wrong)).toThrow(RangeError)
})

it('[R2] trust fades with every tie, ends after three and at the floor', () => {
  const town = new Town()
  town.row(1, 'Ada', 'Ben', 'Cleo', 'Dan', 'Eve')
  town.tie('Ada', 'Finn', 0.05)
  town.tie('Ada', 'Gina', 0.0499)
  const reached = town.graph.reach(town.no('Ada'))
  expect(town.names(reached.map(({ person }) => person))).toBe('Ben Cleo Dan Finn')
  expect(reached.map(({ cost }) => cost)).toEqual([0, 223, 446, 2996])
})

it('[R3] who has turned carrying off is heard from, and nobody through him', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Cleo')
  town.silence('Ben')
  expect(town.heardFrom('Ada')).toBe('Ben')
})

it('[R3] whoever is apart from the viewer is neither reached nor passed through, whichever of them blocked', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Cleo', 'Dan')
  town.block('Cleo', 'Ada')
  expect(town.heardFrom('Ada')).toBe('Ben')
  expect(town.heardFrom('Cleo')).not.toContain('Ada')
})

it('[R3] a detour is found when the strongest chain is barred', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Dan')
  town.row(0.5, 'Ada', 'Cleo', 'Dan')
  town.tie('Ada', 'Ben', 0.9, { paused: true, back: 0.9 })
  expect(town.chain('Ada', 'Dan')).toBe('Ada Cleo Dan')
})

it('[R4] a longer chain that is stronger wins, and its people keep their own longer chains', () => {
  const town = new Town()
  town.tie('Ada', 'Ben', 0.9)
  town.tie('Ben', 'Cleo', 0.9)
  town.tie('Cleo', 'Dan', 1)
  town.tie('Ada', 'Eve', 0.5)
  town.tie('Eve', 'Dan', 0.5)
  town.tie('Dan', 'Finn', 1)
  expect(town.chain('Ada', 'Dan')).toBe('Ada Ben Cleo Dan')
  expect(town.chain('Ada', 'Finn')).toBe('Ada Eve Dan Finn')
})

it('[R5] only the most trusted are considered, and a cut among equals is the viewer’s own', () => {
  const town = new Town({ mostTrusted: 3 })
  for (const name of ['Ben', 'Cleo', 'Dan', 'Eve']) town.tie('Ada', name, 0.5)
  town.tie('Ada', 'Finn', 0.9)
  const equals = ['Ben', 'Cleo', 'Dan', 'Eve']
  equals.sort((one, other) => viewerHash(1, town.no(one)) - viewerHash(1, town.no(other)))
  expect(town.heardFrom('Ada')).toBe(`Finn ${equals[0]} ${equals[1]}`)
})

it('[R5] the pause of somebody else counts for nothing', () => {
  const town = new Town()
  town.tie('Ada', 'Ben', 0.9)
  town.tie('Ben', 'Cleo', 0.9, { paused: true })
  expect(town.chain('Ada', 'Cleo')).toBe('Ada Ben Cleo')
})

it('[W1] own word is final, for a person and for what lies behind him', () => {
  const town = new Town()
  town.tie('Ada', 'Ben', 0.2)
  town.tie('Ada', 'Cleo', 1)
  town.tie('Cleo', 'Ben', 1)
  town.tie('Ben', 'Dan', 1)
  const cost = Object.fromEntries(town.graph.reach(town.no('Ada')).map((one) => [one.person, one.cost]))
  expect(cost[town.no('Ben')]).toBe(1609)
  expect(cost[town.no('Dan')]).toBe(1609 + 223)
})

it('[W1] own word is final for a single post too', () => {
  const town = new Town()
  town.row(0.9, 'Ada', 'Ben', 'Cleo', 'Dan')
  town.tie('Ada', 'Cleo', 0.01)
  const post = town.post('Dan')
  expect(town.seen('Ada', post)).toBe('Ada Cleo Dan')
  expect(town.heard('Ada', post)).toBe('')
})

it('[W2] nothing by or through a paused person is heard, and no detour leads around the pause', () => {
  const town = new Town()
  town.row(1, 'Ada', 'Ben', 'Cleo', 'Dan')
  town.tie('Ada', 'Cleo', 1, { paused: true })
  expect(town.heardFrom('Ada')).toBe('Ben')
  expect(town.heard('Ada', town.post('Dan'))).toBe('')
  expect(town.heard('Ada', town.post('Cleo'))).toBe('')
})

it('[W3] an ended tie is no own word', () => {
  const town = new Town()
  town.row(0.8, 'Ada', 'Ben', 'Cleo')
  town.tie('Ada', 'Cleo', 0.2, { ended: true })
  expect(town.chain('Ada', 'Cleo')).toBe('Ada Ben Cleo')
})

it('[T1] of equal chains the one with fewer ties wins, then the carrier of the smaller hash', () => {
  const town = new Town()
  town.tie('Ada', 'Ben', 0.8)
  town.tie('Ada', 'Cleo', 0.8)
  town.tie('Ben', 'Dan', 0.5)
  town.tie('Cleo', 'Dan', 0.5)
  const smaller = viewerHash(1, town.no('Ben')) < viewerHash(1, town.no('Cleo')) ? 'Ben' : 'Cleo'
  expect(town.chain('Ada', 'Dan')).toBe(`Ada ${smaller} Dan`)

  const other = new Town()
  other.tie('Ada', 'Ben', 1)
  other.tie('Ben', 'Cleo', 1)
  other.tie('Cleo', 'Dan', 1)
  other.tie('Ada', 'Eve', 0.8)
  other.tie('Eve', 'Dan', 1)
  expect(other.chain('Ada', 'Dan')).toBe('Ada Eve Dan')
})

it('[T2] the hash is the one that is written down, and no two things of one viewer share it', () => {
  expect([viewerHash(1, 1), viewerHash(1, 2), viewerHash(2, 1)]).toEqual(HASHES)
  const seen = new Set<number>()
  for (let thing = 0; thing < 100_000; thing++) seen.add(viewerHash(7, thing))
  expect(seen.size).toBe(100_000)
})

const HASHES = [3626797431, 3483973298, 1227478879]
