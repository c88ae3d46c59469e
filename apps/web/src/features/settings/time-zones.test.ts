import { expect, it } from 'vitest'
import { timeWords, townOf, zonesLike } from './time-zones.ts'

it('time zones are found by a piece of their name, this device’s own first', () => {
  expect(zonesLike('', 'Europe/Vienna')).toEqual(['Europe/Vienna'])
  expect(zonesLike('new york', 'Europe/Vienna')).toEqual(['America/New_York'])
  expect(zonesLike('eur', 'Europe/Vienna')[0]).toBe('Europe/Vienna')
  expect(zonesLike('eur', 'Europe/Vienna')).toHaveLength(8)
  expect(zonesLike('atlantis', 'Europe/Vienna')).toEqual([])
})

it('and said as a town and what its time is called', () => {
  expect(townOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(timeWords('Europe/Vienna', 'de', new Date('2026-06-01'))).toBe('Mitteleuropäische Zeit')
})
