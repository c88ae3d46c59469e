import { type IntroductionId, type Introductions, LIMITS, type ShownPerson } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { presentAsked, presentBrokered, presentOffered } from './introduction-presentation.ts'
import { selectAsked, selectBrokered, selectNevers, selectOffered } from './introduction-rows.ts'

const TOLD_MS = LIMITS.introductionDays * 86_400_000

/** An introduction that waits for its reader, or that came about. */
export interface IntroductionNews {
  readonly reason: 'introduce' | 'bringing' | 'found' | 'introduced'
  readonly introduction: IntroductionId
  readonly person: ShownPerson
  readonly at: Date
}

interface ReadingDeps {
  readonly sql: Sql
  readonly now: () => Date
}

/** All that somebody has to do with, as he sees it. */
export async function readIntroductions({ sql, now }: ReadingDeps, reader: number): Promise<Introductions> {
  const at = now()
  const wish = { now: at, only: null }
  return {
    asked: (await selectAsked(sql, reader, wish)).map((row) => presentAsked(row, at)),
    brokered: (await selectBrokered(sql, reader, wish)).map((row) => presentBrokered(row, at)),
    offered: (await selectOffered(sql, reader, wish)).map((row) => presentOffered(row, at)),
    never: await selectNevers(sql, reader),
  }
}

/** Reads what there is to tell somebody: what waits for him, and for some days what came about. */
export function createIntroductionNews(deps: ReadingDeps) {
  return async (reader: number): Promise<IntroductionNews[]> => {
    const { asked, brokered, offered } = await readIntroductions(deps, reader)
    const since = new Date(deps.now().getTime() - TOLD_MS)
    const all = [
      ...brokered.map((one) => line('introduce', one, one.state === 'asked' ? one.asker : null, one.made)),
      ...offered.map((one) => line('bringing', one, one.state === 'offered' ? one.broker : null, one.made)),
      // The first words of a thread of three tell those who were brought together themselves.
      ...asked.map((one) => line('found', one, one.person === null ? one.broker : null, one.accepted)),
      ...brokered.map((one) => line('introduced', one, one.sides[0]?.person ?? one.asker, one.accepted)),
    ]
    return all.flatMap((news) => (news !== null && news.at > since ? [news] : []))
  }
}

function line(
  reason: IntroductionNews['reason'],
  { id }: { readonly id: IntroductionId },
  person: ShownPerson | null,
  at: string | null,
): IntroductionNews | null {
  return person === null || at === null ? null : { reason, introduction: id, person, at: new Date(at) }
}
