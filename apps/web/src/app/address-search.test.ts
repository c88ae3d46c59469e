import { expect, it } from 'vitest'
import { parseSearch, stringifySearch } from './address-search.ts'

it('says the same in an address and back, whatever words look like', () => {
  for (const q of [
    'roofer',
    '1e5',
    '7985e74566',
    '007',
    'true',
    'null',
    '[1]',
    '"x"',
    'a+b & c=d',
    'Zürich',
  ]) {
    expect(parseSearch(stringifySearch({ q }))).toEqual({ q })
  }
})

it('holds lists, numbers and what is so, and nothing of what is not', () => {
  expect(stringifySearch({ kinds: ['film', 'book'], near: 7, own: true, age: undefined })).toBe(
    '?kinds=film%2Cbook&near=7&own=true',
  )
  expect(stringifySearch({ age: undefined })).toBe('')
  expect(parseSearch('')).toEqual({})
})
