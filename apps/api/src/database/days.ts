const DAY_MS = 86_400_000

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
  const midnight = new Date(day)
  // The clock may have been put forward or back since: what counts is its distance from UTC at that midnight.
  const guess = new Date(midnight.getTime() - offset(timeZone, midnight))
  return new Date(midnight.getTime() - offset(timeZone, guess))
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
