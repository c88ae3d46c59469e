import { type CaseOfMine, LIMITS, type ShownPerson } from '@kith/contract'
import { eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { presentPerson } from '../graph/person-presentation.ts'
import { readCasesOf } from './case-sides.ts'
import { selectReportsBy } from './reports-store.ts'

const DAY_MS = 86_400_000

/** That the operator answered what somebody reported, or did something with what is his. */
export interface OperatorNews {
  readonly reason: 'report' | 'look'
  /** Himself: nobody else did anything that he is told of. */
  readonly person: ShownPerson
  readonly at: Date
}

/** What the operator did last that somebody is told of, as long as he could appeal. */
export function createOperatorNews({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  return async (viewer: number): Promise<OperatorNews[]> => {
    const at = now()
    const answers = (await selectReportsBy(db, viewer)).map(({ decidedAt }) => decidedAt)
    const looks = (await readCasesOf(db, viewer, at)).map(newsOf)
    const news = [...latest('report', answers, at), ...latest('look', looks, at)]
    return news.length === 0 ? [] : toSelf(db, viewer, news)
  }
}

// A look that shows late is news as of the day on which it shows.
function newsOf({ looks, decision }: CaseOfMine): string | null {
  const look = looks.at(-1)
  if (decision !== null || look === undefined) return decision?.at ?? null
  return new Date(Date.parse(look.at) + LIMITS.lookHiddenDays * DAY_MS).toISOString()
}

function latest<const Reason>(reason: Reason, moments: readonly (string | null)[], now: Date) {
  const last = Math.max(0, ...moments.flatMap((moment) => (moment === null ? [] : Date.parse(moment))))
  return now.getTime() - last < LIMITS.appealDays * DAY_MS ? [{ reason, at: new Date(last) }] : []
}

async function toSelf<News>(db: Db, viewer: number, news: readonly News[]) {
  const { id, handle, name, image } = person
  const [row] = await db.select({ id, handle, name, photo: image }).from(person).where(eq(person.no, viewer))
  const self = presentPerson(row, { way: 'own' })
  return news.map((one) => ({ ...one, person: self }))
}
