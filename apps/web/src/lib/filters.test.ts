import { expect, it } from 'vitest'
import {
  type Filters,
  filtersOf,
  isFiltered,
  queryOf,
  readFilterSearch,
  searchOf,
  UNFILTERED,
} from './filters.ts'

const ALL: Filters = { kinds: ['book', 'job'], circle: 'c', near: 7, km: '50', age: 'month', own: true }

it('says the same in an address and back', () => {
  expect(filtersOf(readFilterSearch(searchOf(ALL)))).toEqual(ALL)
  expect(filtersOf(readFilterSearch(searchOf(UNFILTERED)))).toEqual(UNFILTERED)
  expect(Object.values(searchOf(UNFILTERED)).every((value) => value === undefined)).toBe(true)
})

it('reads text as it stands in an address', () => {
  const raw = { kinds: 'job,book', circle: 'c', near: '7', km: '50', age: 'month', own: 'true' }
  expect(filtersOf(readFilterSearch(raw))).toEqual(ALL)
})

it('leaves out what an address cannot mean', () => {
  const raw = { kinds: 'books', circle: 3, near: '-1', km: '50', age: 'day', own: 'yes' }
  expect(readFilterSearch(raw)).toEqual({})
  expect(readFilterSearch({ ...raw, near: 7, km: '51' })).toEqual({ near: 7 })
})

it('asks the API for what is filtered and nothing else', () => {
  expect(queryOf(ALL)).toEqual({
    kinds: 'book,job',
    circle: 'c',
    near: '7',
    km: '50',
    age: 'month',
    basis: 'own',
  })
  expect(Object.values(queryOf(UNFILTERED)).every((value) => value === undefined)).toBe(true)
  expect(isFiltered(UNFILTERED)).toBe(false)
  for (const one of ['kinds', 'circle', 'near', 'age', 'own'] as const) {
    expect(isFiltered({ ...UNFILTERED, [one]: ALL[one] })).toBe(true)
  }
})
