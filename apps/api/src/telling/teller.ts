import { type Notification, TellingTime } from '@kith/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../database/client.ts'
import { isQuiet, lastMoment } from './telling-moments.ts'
import { findReader, listTimeZones, listWaiting, type Reader, saveTold, takeOn } from './telling-store.ts'

// What happened so recently may still be on its way, in a write or to the engine: it is told the next time.
const SETTLED_MS = 10_000
// Longer than sending can take. Whoever was killed meanwhile, or whose mail server took nothing, has lost nothing by then.
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
  /** Sends a mail, and fails where no mail server took it. */
  readonly send: (reader: Reader, news: readonly Notification[]) => Promise<void>
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
      if (reader === undefined || !isDue(reader, until)) return
      const now = deps.now()
      const taken = await takeOn(database.db, reader, { now, until: new Date(now.getTime() + TAKEN_MS) })
      if (taken) await tellNow(deps, reader, until)
    },
  }
}

function isDue({ telling, timeZone, told }: Reader, at: Date): boolean {
  return !isQuiet(telling, timeZone, at) && told < lastMoment(telling.time, timeZone, at)
}

async function tellNow(
  { database, log, news, send }: TellerDeps,
  reader: Reader,
  until: Date,
): Promise<void> {
  try {
    const found = await news(reader.no, { after: reader.told, until })
    if (found.length > 0) await send(reader, found)
    await saveTold(database.db, reader.no, until)
  } catch (err) {
    log.warn({ err }, 'somebody was not told what is new, and will be later')
  }
}
