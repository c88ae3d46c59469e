import { shownTimeZone } from '../time-zone.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

// Kept: to make one takes longer than to render a card.
const formats = new Map<string, Intl.DateTimeFormat>()
const relatives = new Map<string, Intl.RelativeTimeFormat>()

/**
 * How long ago something was, as one would say it: today, yesterday, 4 days ago, 3 weeks ago, in June, last year.
 * Whole calendar days of the time zone that I chose.
 */
export function agoWords(iso: string, now: Date, language: string): string {
  const then = new Date(iso)
  const days = Math.max(0, (midnightOf(now) - midnightOf(then)) / DAY_MS)
  const relative = relativeFormat(language)
  if (days < 14) return relative.format(-days, 'day')
  if (days < 60) return relative.format(-Math.floor(days / 7), 'week')
  const years = yearOf(now) - yearOf(then)
  if (years === 0 || days < 330) {
    return `${language === 'de' ? 'im' : 'in'} ${monthWords(then, years > 0, language)}`
  }
  return relative.format(-years, 'year')
}

/** A date in full words: 30 November; with the year where it is not this one. */
export function dateWords(iso: string, now: Date, language: string): string {
  const date = new Date(iso)
  return format(language, {
    timeZone: shownTimeZone(),
    day: 'numeric',
    month: 'long',
    ...(yearOf(date) === yearOf(now) ? {} : { year: 'numeric' }),
  }).format(date)
}

/** A time of day: 14:05. */
export function clockWords(iso: string, language: string): string {
  return format(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso))
}

/** An hour of any day: 22:00. */
export function hourWords(hour: number, language: string): string {
  return format(language, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(hour * HOUR_MS)
}

function monthWords(date: Date, withYear: boolean, language: string): string {
  return format(language, {
    timeZone: shownTimeZone(),
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  }).format(date)
}

function yearOf(date: Date): number {
  return new Date(midnightOf(date)).getUTCFullYear()
}

// Of the day that it is there, as if that place were in UTC: such days are all equally long.
function midnightOf(date: Date): number {
  const day = format('en-CA', {
    timeZone: shownTimeZone(),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return Date.parse(day.format(date))
}

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options])
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options)
  formats.set(key, made)
  return made
}

function relativeFormat(language: string): Intl.RelativeTimeFormat {
  const made = relatives.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  relatives.set(language, made)
  return made
}
