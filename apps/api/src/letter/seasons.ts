import { SEASONS, type Season, type SeasonName } from '@kith/contract'
import { utcDay } from '../database/days.ts'

// In which month of the year, counted from 0, a season begins.
const BEGINS: Readonly<Record<SeasonName, number>> = { winter: 11, spring: 2, summer: 5, autumn: 8 }

/** The season that a day is in. January and February are still the winter of the year before. */
export function seasonOf(day: string): Season {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const name = SEASONS[Math.floor((month % 12) / 3)] ?? 'winter'
  return makeSeason(name, month < 3 ? year - 1 : year)
}

/** The season of a key that the contract lets in. */
export function seasonByKey(key: string): Season {
  const [year, name] = key.split('-')
  return makeSeason(SEASONS.find((one) => one === name) ?? 'winter', Number(year))
}

/** The season that was over when this one began. */
export function seasonBefore({ firstDay }: Season): Season {
  return seasonOf(utcDay(new Date(Date.parse(firstDay) - 1)))
}

function makeSeason(name: SeasonName, year: number): Season {
  const month = BEGINS[name]
  return {
    key: `${year}-${name}`,
    name,
    year,
    firstDay: utcDay(new Date(Date.UTC(year, month, 1))),
    lastDay: utcDay(new Date(Date.UTC(year, month + 3, 0))),
  }
}
