import {
  type BroughtFavour,
  type GivenFavour,
  type IntroducedFavour,
  LIMITS,
  type ReceivedFavour,
  type ReceivedThanks,
} from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { dayIn } from '../database/days.ts'
import { presentParty } from '../graph/party-rows.ts'
import { readSeen, type SeenDeps } from '../graph/seen-posts.ts'
import { selectIntroduced, selectReceived } from './letter-rows.ts'
import { seasonOf } from './seasons.ts'

/** With the season that it was said in, where its reader is. */
export interface InSeason<Favour> {
  readonly season: string
  readonly favour: Favour
}

export interface Favours {
  readonly received: readonly InSeason<ReceivedFavour>[]
  readonly given: readonly InSeason<GivenFavour>[]
  readonly introduced: readonly InSeason<IntroducedFavour>[]
  readonly brought: readonly InSeason<BroughtFavour>[]
}

export interface FavourDeps extends SeenDeps {
  readonly sql: Sql
  /** The newest thanks that came back to somebody, as he may read them. */
  readonly thanksOf: (viewer: number, limit: number) => Promise<readonly ReceivedThanks[]>
}

/**
 * What helped the reader and by what he helped others, the newest of all seasons. It is read from what was said, and kept
 * nowhere else: what is taken back or may not be seen any more was never there. What others think of his posts and tell
 * nobody is not asked for.
 */
export async function readFavours(deps: FavourDeps, reader: number, timeZone: string): Promise<Favours> {
  const seasonAt = (at: Date) => seasonOf(dayIn(timeZone, at)).key
  const introductions = await selectIntroduced(deps.sql, reader, LIMITS.favours)
  const rows = await selectReceived(deps.sql, reader, LIMITS.favours)
  const seen = await readSeen(
    deps,
    reader,
    rows.map(({ post }) => post),
  )
  const voices = new Map(seen.map(({ proposal, voice }) => [proposal.post, voice]))
  return {
    received: rows.flatMap(({ post: no, at, thanked }) => {
      const voice = voices.get(no)
      if (voice === undefined) return []
      const { person, post, subject } = voice
      return [{ season: seasonAt(at), favour: { person, post, subject, thanked } }]
    }),
    given: (await deps.thanksOf(reader, LIMITS.favours)).map(({ voice, from, to, at }) => ({
      season: seasonAt(new Date(at)),
      favour: { person: from, post: voice.post, subject: voice.subject, carried: to !== null },
    })),
    introduced: introductions.flatMap(({ at, broker, others: [to] }) =>
      broker === null
        ? []
        : [
            {
              season: seasonAt(at),
              favour: { by: presentParty(broker), to: to === undefined ? null : presentParty(to) },
            },
          ],
    ),
    brought: introductions.flatMap(({ at, broker, others }) =>
      broker !== null || others.length === 0
        ? []
        : [{ season: seasonAt(at), favour: { people: others.map(presentParty) } }],
    ),
  }
}
