import { type Letter, LIMITS, type OwedTie, type Season, type ShownPerson } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import { dayIn, dayStart, daysBetween } from '../database/days.ts'
import { presentPerson } from '../graph/person-presentation.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { type FavourDeps, type Favours, readFavours } from './letter-reading.ts'
import { selectReader } from './letter-rows.ts'
import { saveOpened } from './letter-store.ts'
import { seasonBefore, seasonByKey, seasonOf } from './seasons.ts'

/** A letter that waits to be opened, for the person himself. */
export interface WaitingLetter {
  readonly person: ShownPerson
  readonly season: Season
  /** When the season was over where he is. */
  readonly at: Date
}

/** What a season held, told to one person alone. */
export interface LetterService {
  /** The letter of a season that has begun; of the running one without a key. */
  read(viewer: Viewer, key: string | undefined): Promise<Letter>
  /** He has read it. */
  open(viewer: Viewer, key: string): Promise<Written<undefined>>
  /** The last whole season's, for its first days; null where it holds nothing, was opened, or he wants none. */
  waiting(viewer: number): Promise<WaitingLetter | null>
}

export interface LetterDeps extends FavourDeps {
  readonly changes: ChangeWriter
  /** Who waits for an answer of somebody's, for his thanks, or to hear from him. */
  readonly owed: (viewer: number) => Promise<OwedTie[]>
}

export function createLetter(deps: LetterDeps): LetterService {
  const { sql, changes, now } = deps
  return {
    read: ({ no }, key) => readLetter(deps, no, key),
    open: async ({ no }, key) => {
      const { timeZone } = orNotFound(await selectReader(sql, no))
      const running = seasonOf(dayIn(timeZone, now()))
      if (seasonByKey(key).firstDay > running.firstDay) throw notFound()
      return changes.write(async (tx, changed) => {
        if (key === seasonBefore(running).key) await saveOpened(tx, no, key)
        changed({ kind: 'look', a: no })
        return undefined
      })
    },
    waiting: (viewer) => findWaiting(deps, viewer),
  }
}

async function readLetter(deps: LetterDeps, reader: number, key: string | undefined): Promise<Letter> {
  const { timeZone } = orNotFound(await selectReader(deps.sql, reader))
  const running = seasonOf(dayIn(timeZone, deps.now()))
  const season = key === undefined ? running : seasonByKey(key)
  if (season.firstDay > running.firstDay) throw notFound()
  const favours = await readFavours(deps, reader, timeZone)
  const isRecent = season.firstDay >= seasonBefore(running).firstDay
  return {
    season,
    running: season.key === running.key,
    ...neighbours(favours, season, running),
    received: pick(favours.received, season),
    given: pick(favours.given, season),
    introduced: pick(favours.introduced, season),
    brought: pick(favours.brought, season),
    waiting: isRecent ? await deps.owed(reader) : [],
  }
}

/** The nearest seasons with something in them; the running one is always there to go back to. */
function neighbours(favours: Favours, season: Season, running: Season): Pick<Letter, 'earlier' | 'later'> {
  const keys = seasonsOf(favours)
  const known = [...new Set([...keys, running.key])]
    .map(seasonByKey)
    .sort((one, other) => Date.parse(one.firstDay) - Date.parse(other.firstDay))
  return {
    earlier: known.findLast(({ firstDay }) => firstDay < season.firstDay) ?? null,
    later: known.find(({ firstDay }) => firstDay > season.firstDay) ?? null,
  }
}

function seasonsOf({ received, given, introduced, brought }: Favours): string[] {
  return [...received, ...given, ...introduced, ...brought].map(({ season }) => season)
}

function pick<Favour>(
  all: readonly { readonly season: string; readonly favour: Favour }[],
  { key }: Season,
): Favour[] {
  return all.filter(({ season }) => season === key).map(({ favour }) => favour)
}

async function findWaiting(deps: LetterDeps, viewer: number): Promise<WaitingLetter | null> {
  const reader = await selectReader(deps.sql, viewer)
  if (!reader?.letters) return null
  const { named, timeZone, opened } = reader
  const today = dayIn(timeZone, deps.now())
  const running = seasonOf(today)
  const season = seasonBefore(running)
  if (opened === season.key || daysBetween(running.firstDay, today) >= LIMITS.letterDays) return null
  if (!seasonsOf(await readFavours(deps, viewer, timeZone)).includes(season.key)) return null
  return {
    person: presentPerson(named, { way: 'own' }),
    season,
    at: dayStart(timeZone, running.firstDay),
  }
}
