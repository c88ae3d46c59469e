import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { openPositions, sealPosition } from './sealed-position.ts'
import { createSeal } from './sealed-value.ts'

const seal = createSeal(randomBytes(32))

it('opens what it sealed, for the same purpose alone', () => {
  const sealed = seal.seal('cursor', 'page 2')
  expect(seal.open('cursor', sealed)).toBe('page 2')
  expect(seal.open('position', sealed)).toBeUndefined()
  expect(createSeal(randomBytes(32)).open('cursor', sealed)).toBeUndefined()
})

it('two seals of one value look different', () => {
  expect(seal.seal('cursor', 'x')).not.toBe(seal.seal('cursor', 'x'))
})

it('takes nothing that was forged, cut or made up', () => {
  const sealed = seal.seal('cursor', 'page 2')
  const bytes = Buffer.from(sealed, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const forged = Buffer.from(bytes)
    forged[at] = (forged[at] ?? 0) ^ 1
    expect(seal.open('cursor', forged.toString('base64url'))).toBeUndefined()
  }
  for (const made of ['', 'x', sealed.slice(0, -4), 'ä'.repeat(60)])
    expect(seal.open('cursor', made)).toBeUndefined()
})

it('takes the highest position that it can open', () => {
  const sealed = [3n, 9n, 5n].map((position) => sealPosition(seal, position))
  expect(openPositions(seal, ['made up', ...sealed])).toBe(9n)
  expect(openPositions(seal, ['made up'])).toBeUndefined()
})
