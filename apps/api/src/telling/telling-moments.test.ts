import { TellingTime, USUAL_TELLING } from '@kith/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn, hourIn } from '../database/days.ts'
import { isQuiet, lastMoment } from './telling-moments.ts'

const ZONES = [
  'UTC',
  'Europe/Vienna',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const HOUR_MS = 3_600_000
const LONGEST_HOURS = { atOnce: 1 / 6, evening: 25, weekly: 7 * 24 + 1 }
const zone = fc.constantFrom(...ZONES)
// The years from 2020 to 2040, in which every zone puts its clock forward and back or has ceased to.
const moment = fc.integer({ min: 1_577_836_800, max: 2_208_988_800 }).map((at) => new Date(at * 1_000))

describe('the last moment at which somebody was to be told', () => {
  it('is not ahead, and not longer ago than its choice says, whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TellingTime.options), zone, moment, (time, timeZone, now) => {
        const last = lastMoment(time, timeZone, now)
        const agoMs = now.getTime() - last.getTime()
        expect(agoMs).toBeGreaterThanOrEqual(0)
        expect(agoMs).toBeLessThan(LONGEST_HOURS[time] * HOUR_MS)
        expect(lastMoment(time, timeZone, last)).toEqual(last)
      }),
    )
  })

  it('is six in the evening where he is, on a Sunday for whoever is told weekly', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('evening' as const, 'weekly' as const),
        zone,
        moment,
        (time, timeZone, now) => {
          const last = lastMoment(time, timeZone, now)
          expect(hourIn(timeZone, last)).toBe(18)
          if (time === 'weekly') expect(new Date(dayIn(timeZone, last)).getUTCDay()).toBe(0)
        },
      ),
    )
  })

  it('stays six in the evening on the Sunday when the clocks change', () => {
    const spring = lastMoment('weekly', 'Europe/Vienna', new Date('2026-03-29T20:00:00Z'))
    expect(spring.toISOString()).toBe('2026-03-29T16:00:00.000Z')
    const before = lastMoment('weekly', 'Europe/Vienna', new Date('2026-03-29T15:59:59Z'))
    expect(before.toISOString()).toBe('2026-03-22T17:00:00.000Z')
  })
})

describe('quiet hours', () => {
  const at = (hour: string) => new Date(`2026-06-01T${hour}:30:00Z`)

  it('go over midnight, and end with their last hour', () => {
    const quiet = ['21', '22', '03', '06', '07'].map((hour) => isQuiet(USUAL_TELLING, 'UTC', at(hour)))
    expect(quiet).toEqual([false, true, true, true, false])
  })

  it('may lie within a day, and there are none between an hour and itself', () => {
    const noon = { ...USUAL_TELLING, quietFrom: 12, quietTo: 14 }
    expect(['11', '12', '13', '14'].map((hour) => isQuiet(noon, 'UTC', at(hour)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isQuiet({ ...noon, quietTo: 12 }, 'UTC', at('12'))).toBe(false)
  })
})
