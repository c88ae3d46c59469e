import type { ChangeWriter } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import {
  findPersons,
  insertFilms,
  insertPersons,
  insertRecommendations,
  insertTies,
  type Numbers,
} from './import-store.ts'
import type { TrustNetwork } from './trust-network.ts'

// A batch is a transaction of well under a second: an open write holds back everybody who follows the log.
const BATCH = 500

/** How much of a network was new. */
export interface ImportCounts {
  readonly persons: number
  readonly ties: number
  readonly recommendations: number
}

/**
 * Writes a trust network through the product's own tables and change log, in batches that each commit; what is there
 * already stays as it is, so an import that was cut off is simply run again. `progress` hears how far each part is.
 */
export async function importNetwork(
  deps: { db: Db; writer: ChangeWriter; now: () => Date },
  network: TrustNetwork,
  progress: (part: string, done: number, of: number) => void,
): Promise<ImportCounts> {
  const { writer } = deps
  const persons = await inBatches(network.persons, 'persons', progress, (batch) =>
    writer.write(async (tx, changed) => {
      const made = await insertPersons(tx, batch)
      changed(...made.map((a) => ({ kind: 'person' as const, a })))
      return made.length
    }),
  )
  const numbers = await findAll(deps.db, network.persons)
  const ties = await inBatches(network.ties, 'ties', progress, (batch) =>
    writer.write(async (tx, changed) => {
      const made = await insertTies(tx, batch, numbers, deps.now())
      changed(...made.map(({ a, b }) => ({ kind: 'tie' as const, a, b })))
      return made.length
    }),
  )
  const recommendations = await inBatches(network.recommendations, 'recommendations', progress, (batch) =>
    writer.write(async (tx, changed) => {
      const films = await insertFilms(tx, [...new Set(batch.map((one) => one.film))])
      const made = await insertRecommendations(tx, batch, { persons: numbers, films }, deps.now())
      changed(...made.map((a) => ({ kind: 'post' as const, a })))
      return made.length
    }),
  )
  return { persons, ties, recommendations }
}

async function findAll(db: Db, persons: readonly number[]): Promise<Numbers> {
  const found = new Map<number, number>()
  for (const batch of slices(persons)) {
    for (const [number, no] of await findPersons(db, batch)) found.set(number, no)
  }
  return found
}

async function inBatches<T>(
  items: readonly T[],
  part: string,
  progress: (part: string, done: number, of: number) => void,
  write: (batch: readonly T[]) => Promise<{ value: number }>,
): Promise<number> {
  let made = 0
  let done = 0
  for (const batch of slices(items)) {
    made += (await write(batch)).value
    done += batch.length
    progress(part, done, items.length)
  }
  return made
}

function slices<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  )
}
