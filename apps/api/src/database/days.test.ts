import { describe, expect, it } from 'vitest'
import { dayIn, dayStart, daysBetween, weekStart } from './days.ts'

describe('days', () => {
  it.each([
    ['UTC', '2026-05-31T23:30:00Z', '2026-05-31'],
    ['Europe/Vienna', '2026-05-31T22:30:00Z', '2026-06-01'],
    ['America/New_York', '2026-06-01T03:30:00Z', '2026-05-31'],
    ['Pacific/Kiritimati', '2026-05-31T10:00:00Z', '2026-06-01'],
    ['+05:30', '2026-05-31T18:30:00Z', '2026-06-01'],
  ])('are those of where somebody is: %s', (zone, moment, day) => {
    expect(dayIn(zone, new Date(moment))).toBe(day)
  })

  it('are counted whole, leap days too', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2027-02-28', '2027-03-01')).toBe(1)
    expect(daysBetween('2027-03-02', '2027-03-01')).toBe(-1)
  })
})

describe('the week', () => {
  it.each([
    ['UTC', '2026-06-03T12:00:00Z', '2026-06-01T00:00:00.000Z'],
    ['Europe/Vienna', '2026-06-03T12:00:00Z', '2026-05-31T22:00:00.000Z'],
    // Sunday night there, Monday already in UTC, and the other way round.
    ['America/New_York', '2026-06-01T02:00:00Z', '2026-05-25T04:00:00.000Z'],
    ['Asia/Tokyo', '2026-05-31T16:00:00Z', '2026-05-31T15:00:00.000Z'],
    // The clock was put forward, or back, at the end of that week.
    ['Europe/Vienna', '2026-03-29T12:00:00Z', '2026-03-22T23:00:00.000Z'],
    ['Europe/Vienna', '2026-10-25T12:00:00Z', '2026-10-18T22:00:00.000Z'],
  ])('begins on Monday at midnight where somebody is: %s, %s', (zone, moment, start) => {
    expect(weekStart(zone, new Date(moment)).toISOString()).toBe(start)
  })
})

describe('a day', () => {
  it.each([
    ['UTC', '2026-12-01', '2026-12-01T00:00:00.000Z'],
    ['Europe/Vienna', '2026-06-01', '2026-05-31T22:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-09-01', '2026-08-31T10:00:00.000Z'],
  ])('begins at midnight where somebody is: %s, %s', (zone, day, start) => {
    expect(dayStart(zone, day).toISOString()).toBe(start)
  })
})
