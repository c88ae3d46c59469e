import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LinearMemory } from '../src/linear-memory.ts'
import { RUNS, SEED } from './property-runs.ts'

const growths = fc.array(fc.record({ section: fc.nat(3), length: fc.oneof(fc.nat(200), fc.nat(40_000)) }), {
  maxLength: 12,
})

it('sections keep their words however they grow, and new words are 0', { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(growths, (drawn) => {
      const memory = new LinearMemory()
      const sections = Array.from({ length: 4 }, (_, i) => memory.section(10 * i))
      const plain: number[][] = sections.map(({ words }) => [...words])
      for (const [i, { section, length }] of drawn.entries()) {
        const grows = sections[section]!
        grows.reach(length)
        expect(grows.words.length).toBeGreaterThanOrEqual(length)
        const kept = plain[section]!
        while (kept.length < grows.words.length) kept.push(0)
        if (kept.length > 0) grows.words[kept.length - 1] = kept[kept.length - 1] = i + 1
        for (const [no, { words }] of sections.entries()) {
          if (Buffer.compare(Buffer.from(Int32Array.from(plain[no]!).buffer), bytesOf(words)) !== 0)
            throw new Error(`Section ${no} is not as it was.`)
        }
      }
    }),
    { numRuns: Math.ceil(RUNS / 4), ...SEED },
  )
})

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array<ArrayBuffer>): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
