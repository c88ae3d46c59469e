import { describe, expect, it } from 'vitest'
import { dayIn, dayStart } from '../database/days.ts'
import { seasonBefore, seasonByKey, seasonOf } from './seasons.ts'

describe('a season', () => {
  it.each([
    ['2026-03-01', '2026-spring', '2026-03-01', '2026-05-31'],
    ['2026-05-31', '2026-spring', '2026-03-01', '2026-05-31'],
    ['2026-06-01', '2026-summer', '2026-06-01', '2026-08-31'],
    ['2026-11-30', '2026-autumn', '2026-09-01', '2026-11-30'],
    ['2026-12-01', '2026-winter', '2026-12-01', '2027-02-28'],
    ['2027-01-15', '2026-winter', '2026-12-01', '2027-02-28'],
    ['2028-02-29', '2027-winter', '2027-12-01', '2028-02-29'],
  ])('has the day %s: %s', (day, key, firstDay, lastDay) => {
    expect(seasonOf(day)).toMatchObject({ key, firstDay, lastDay })
    expect(seasonByKey(key)).toEqual(seasonOf(day))
  })

  it('follows another without a gap, day by day for years, where the clocks are changed too', () => {
    const zone = 'America/St_Johns'
    let season = seasonOf('2030-01-01')
    for (let count = 0; count < 40; count++) {
      const before = seasonBefore(season)
      const next = new Date(Date.parse(before.lastDay) + 86_400_000).toISOString().slice(0, 10)
      expect(next).toBe(season.firstDay)
      expect(seasonOf(before.lastDay)).toEqual(before)
      const start = dayStart(zone, season.firstDay)
      expect(dayIn(zone, start)).toBe(season.firstDay)
      expect(dayIn(zone, new Date(start.getTime() - 1))).toBe(before.lastDay)
      season = before
    }
  })
})
