import { afterEach, describe, expect, it } from 'vitest'
import { deviceTimeZone, goByTimeZone, shownTimeZone } from '../time-zone.ts'
import { agoWords, dateWords, hourWords } from './dates.ts'

const now = new Date(2026, 10, 24, 9)
const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 18).toISOString()

afterEach(() => goByTimeZone(deviceTimeZone()))

describe('dates', () => {
  it('go by the time zone that I chose, or by the device’s where the browser does not know mine', () => {
    const [late, noon] = ['2026-12-31T22:30:00Z', new Date('2026-12-31T12:00:00Z')]
    goByTimeZone('America/Los_Angeles')
    expect([dateWords(late, noon, 'en'), agoWords('2026-12-31T07:30:00Z', noon, 'en')]).toEqual([
      '31 December',
      'yesterday',
    ])
    goByTimeZone('Pacific/Auckland')
    expect([dateWords(late, noon, 'de'), agoWords('2026-12-31T07:30:00Z', noon, 'de')]).toEqual([
      '1. Januar',
      'gestern',
    ])
    goByTimeZone('Mars/Olympus')
    expect(shownTimeZone()).toBe(deviceTimeZone())
  })

  it('and hours of the day are said as a clock shows them, in either language', () => {
    goByTimeZone('America/Los_Angeles')
    expect([0, 9, 22].map((hour) => hourWords(hour, 'en'))).toEqual(['00:00', '09:00', '22:00'])
    expect([0, 9, 22].map((hour) => hourWords(hour, 'de'))).toEqual(['00:00', '09:00', '22:00'])
  })

  it('are said as one would say them', () => {
    const said = [at(2026, 11, 24), at(2026, 11, 23), at(2026, 11, 20), at(2026, 11, 3), at(2026, 6, 1)]
    expect(said.map((day) => agoWords(day, now, 'en'))).toEqual([
      'today',
      'yesterday',
      '4 days ago',
      '3 weeks ago',
      'in June',
    ])
    expect(said.map((day) => agoWords(day, now, 'de'))).toEqual([
      'heute',
      'gestern',
      'vor 4 Tagen',
      'vor 3 Wochen',
      'im Juni',
    ])
  })

  it('name the year where it is not this one', () => {
    expect(agoWords(at(2025, 12, 30), now, 'en')).toBe('in December 2025')
    expect(agoWords(at(2025, 2, 1), now, 'de')).toBe('letztes Jahr')
    expect(dateWords(at(2026, 11, 30), now, 'en')).toBe('30 November')
    expect(dateWords(at(2027, 1, 5), now, 'de')).toBe('5. Januar 2027')
  })

  it('never lie in the future', () => {
    expect(agoWords(at(2026, 11, 25), now, 'en')).toBe('today')
  })
})
