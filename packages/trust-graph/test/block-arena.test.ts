import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type BlockArena, blockArena } from '../src/block-arena.ts'
import { RUNS, SEED } from './property-runs.ts'

interface Step {
  readonly key: number
  readonly place: number
  readonly grows: boolean
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    key: fc.integer({ min: 0, max: 5 }),
    place: fc.nat(1000),
    grows: fc.constantFrom(true, true, false),
  }),
  { maxLength: 400, size: 'max' },
)

function recordsOf(arena: BlockArena, key: number): number[][] {
  return Array.from({ length: arena.count(key) }, (_, i) => {
    const at = arena.start(key) + i * arena.width
    return [...arena.data.subarray(at, at + arena.width)]
  })
}

it('lists in blocks hold what plain arrays hold, however they grow and shrink', {
  timeout: 3_600_000,
}, () => {
  fc.assert(
    fc.property(fc.constantFrom(2, 4), steps, (width, drawn) => {
      const arena = blockArena(width)
      const plain: number[][][] = Array.from({ length: 6 }, () => [])
      for (const [i, { key, place, grows }] of drawn.entries()) {
        const list = plain[key]!
        if (grows) {
          const record = Array.from({ length: width }, (_, word) => i * 10 + word)
          const position = place % (list.length + 1)
          list.splice(position, 0, record)
          const at = arena.insert(key * 200, position)
          arena.data.set(record, at)
        } else if (list.length > 0) {
          list.splice(place % list.length, 1)
          arena.remove(key * 200, place % arena.count(key * 200))
        }
      }
      for (const [key, list] of plain.entries()) expect(recordsOf(arena, key * 200)).toEqual(list)
    }),
    { numRuns: Math.ceil(RUNS / 4), ...SEED },
  )
})

it('freed blocks are used again, so that coming and going does not grow the arena', () => {
  const arena = blockArena(2)
  const fill = (key: number) => {
    for (let i = 0; i < 100; i++) arena.insert(key, i)
  }
  const empty = (key: number) => {
    for (let i = 99; i >= 0; i--) arena.remove(key, i)
  }
  fill(1)
  empty(1)
  const { length } = arena.data
  for (let round = 0; round < 100; round++) {
    fill(round)
    empty(round)
  }
  expect(arena.data.length).toBe(length)
})
