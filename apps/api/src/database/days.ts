const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** The day of a moment in UTC, as "2026-05-31". */
export function utcDay(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** The day of a moment where somebody is. */
export function dayIn(timeZone: string, moment: Date): string {
  return wallClock(timeZone, moment).toISOString().slice(0, 10)
}

/** How many days lie between two. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

/** When the week of a moment began where somebody is: his Monday, at midnight. */
export function weekStart(timeZone: string, moment: Date): Date {
  const today = dayIn(timeZone, moment)
  const weekday = (new Date(today).getUTCDay() + 6) % 7
  return dayStart(timeZone, utcDay(new Date(Date.parse(today) - weekday * DAY_MS)))
}

/** When a day begins where somebody is. */
export function dayStart(timeZone: string, day: string): Date {
  return momentOn(timeZone, day, 0)
}

/** When the clock where somebody is shows a full hour of a day. */
export function momentOn(timeZone: string, day: string, hour: number): Date {
  const shown = new Date(Date.parse(day) + hour * HOUR_MS)
  // The clock may have been put forward or back since: what counts is its distance from UTC at that moment.
  const guess = new Date(shown.getTime() - offset(timeZone, shown))
  return new Date(shown.getTime() - offset(timeZone, guess))
}

/** The hour that the clock shows where somebody is. */
export function hourIn(timeZone: string, moment: Date): number {
  return wallClock(timeZone, moment).getUTCHours()
}

function offset(timeZone: string, moment: Date): number {
  return wallClock(timeZone, moment).getTime() - Math.floor(moment.getTime() / 1000) * 1000
}

/** What the clock on somebody's wall shows, written down as if it were UTC. */
function wallClock(timeZone: string, moment: Date): Date {
  const shown = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.find((one) => one.type === type)?.value)
  return new Date(
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')),
  )
}
