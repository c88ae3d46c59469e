import { type Notification, TellingTime } from '@kith/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../database/client.ts'
import { isQuiet, lastMoment } from './telling-moments.ts'
import { findReader, listTimeZones, listWaiting, type Reader } from './telling-store.ts'
import type { Way } from './ways.ts'

// What happened so recently may still be on its way, in a write or to the engine: it is told the next time.
const SETTLED_MS = 10_000
// Longer than sending can take. Whoever was killed meanwhile, or was refused by whom it went to, has lost nothing by then.
const TAKEN_MS = 600_000

/** What is new for a person: notifications that he has not seen, of what happened after one moment and up to another. */
export type News = (person: number, between: { after: Date; until: Date }) => Promise<readonly Notification[]>

export interface TellerDeps {
  readonly database: Database
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  /** Whether mails go to confirmed addresses alone. */
  readonly verifies: boolean
  readonly news: News
  readonly waysOf: (reader: Reader) => Promise<readonly Way[]>
}

export interface Teller {
  /** Who is to be told now, if there is anything to tell. */
  waiting(): Promise<number[]>
  /** Tells one person what is new as it may be told at this moment, if it is time and anything is. */
  tell(person: number): Promise<void>
}

/** Tells people who are not looking. What they are told is read, and checked, when it is sent. */
export function createTeller(deps: TellerDeps): Teller {
  const { database, verifies } = deps
  const settled = () => new Date(deps.now().getTime() - SETTLED_MS)
  return {
    waiting: async () => {
      const zones = await listTimeZones(database.sql)
      const due = zones.flatMap((timeZone) =>
        TellingTime.options.map((time) => ({ time, timeZone, since: lastMoment(time, timeZone, settled()) })),
      )
      return listWaiting(database.sql, { due, now: deps.now(), verifies })
    },
    tell: async (person) => {
      const reader = await findReader(database.db, person, verifies)
      const until = settled()
      if (reader === undefined || isQuiet(reader.telling, reader.timeZone, until)) return
      const last = lastMoment(reader.telling.time, reader.timeZone, until)
      const due = (await deps.waysOf(reader)).filter(({ told }) => told < last)
      await Promise.all(due.map((way) => tellBy(deps, { reader, way, until })))
    },
  }
}

interface Telling {
  readonly reader: Reader
  readonly way: Way
  /** What happened up to then is told. */
  readonly until: Date
}

async function tellBy({ now, log, news }: TellerDeps, { reader, way, until }: Telling): Promise<void> {
  const at = now()
  if (!(await way.takeOn({ now: at, until: new Date(at.getTime() + TAKEN_MS) }))) return
  try {
    const found = await news(reader.no, { after: way.told, until })
    if (found.length > 0) await way.tell(found)
    await way.saveTold(until)
  } catch (err) {
    log.warn({ err }, 'somebody was not told what is new, and will be later')
  }
}
