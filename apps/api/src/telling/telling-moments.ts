import type { Telling, TellingTime } from '@kith/contract'
import { dayIn, hourIn, momentOn, utcDay } from '../database/days.ts'

const DAY_MS = 86_400_000
const EVENING = 18
/** Whoever is told at once is told no more often than this. */
const APART_MS = 600_000

/** The last moment, now or before, at which people of that choice were to be told what is new where they are. */
export function lastMoment(time: TellingTime, timeZone: string, now: Date): Date {
  if (time === 'atOnce') return new Date(Math.floor(now.getTime() / APART_MS) * APART_MS)
  const today = dayIn(timeZone, now)
  const evening = momentOn(timeZone, today, EVENING) <= now ? today : dayBefore(today, 1)
  return momentOn(timeZone, time === 'evening' ? evening : lastSunday(evening), EVENING)
}

/** Whether it is quiet where somebody is. */
export function isQuiet({ quietFrom, quietTo }: Telling, timeZone: string, now: Date): boolean {
  const hour = hourIn(timeZone, now)
  return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo
}

function lastSunday(day: string): string {
  return dayBefore(day, new Date(day).getUTCDay())
}

function dayBefore(day: string, days: number): string {
  return utcDay(new Date(Date.parse(day) - days * DAY_MS))
}
