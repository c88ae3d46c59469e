import { CIRCLE_KINDS } from '@kith/contract'
import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { post, recommendation, subject } from '../database/tables/post-tables.ts'
import { circle, tie, tieSide } from '../database/tables/tie-tables.ts'
import { importedId } from './import-ids.ts'
import type { ImportedRecommendation, ImportedTie } from './trust-network.ts'

/** The numbers that Kith gave to the file's persons or films. */
export type Numbers = ReadonlyMap<number, number>

const CLOSE = 4

/** Makes the persons that are not there yet, with their ready-made circles, and answers the numbers of the new ones. */
export async function insertPersons(tx: Db, persons: readonly number[]): Promise<number[]> {
  const rows = await tx
    .insert(person)
    .values(
      persons.map((one) => ({
        id: importedId('person', String(one)),
        name: `Person ${one}`,
        handle: `imported-${one}`,
        email: `imported-${one}@import.invalid`,
      })),
    )
    .onConflictDoNothing()
    .returning({ no: person.no })
  const made = rows.map((row) => row.no)
  if (made.length > 0) await insertCircles(tx, made)
  return made
}

async function insertCircles(tx: Db, owners: readonly number[]): Promise<void> {
  await tx.insert(circle).values(
    owners.flatMap((owner) =>
      CIRCLE_KINDS.map((kind, slot) => ({
        id: sql`gen_random_uuid()`,
        owner,
        slot,
        position: slot,
        kind,
        readyMade: true,
      })),
    ),
  )
}

/** The numbers of the file's persons. */
export async function findPersons(db: Db, persons: readonly number[]): Promise<Numbers> {
  const ids = new Map(persons.map((one) => [importedId('person', String(one)), one]))
  const rows = await db
    .select({ id: person.id, no: person.no })
    .from(person)
    .where(inArray(person.id, [...ids.keys()]))
  return byFileNumber(rows, ids)
}

/** Makes the subjects that are not there yet and answers the numbers of all of them. */
export async function insertFilms(tx: Db, films: readonly number[]): Promise<Numbers> {
  const ids = new Map(films.map((one) => [importedId('subject', String(one)), one]))
  await tx
    .insert(subject)
    .values([...ids.keys()].map((id) => ({ id, kind: 'film' })))
    .onConflictDoNothing()
  const rows = await tx
    .select({ id: subject.id, no: subject.no })
    .from(subject)
    .where(inArray(subject.id, [...ids.keys()]))
  return byFileNumber(rows, ids)
}

function byFileNumber(
  rows: readonly { id: string; no: number }[],
  ids: ReadonlyMap<string, number>,
): Numbers {
  return new Map(
    rows.flatMap(({ id, no }) => {
      const number = ids.get(id)
      return number === undefined ? [] : [[number, no] as const]
    }),
  )
}

/**
 * Makes the ties that are not there yet. Whoever trusts is close to the other; the side that the file does not have is
 * unsorted and paused. Answers the pairs it made.
 */
export async function insertTies(
  tx: Db,
  ties: readonly ImportedTie[],
  persons: Numbers,
  madeAt: Date,
): Promise<{ a: number; b: number }[]> {
  const sides = ties.flatMap((one) => toSides(one, persons))
  if (sides.length === 0) return []
  const pairs = sides.filter((side) => side.owner < side.other)
  const made = await tx
    .insert(tie)
    .values(pairs.map((side) => ({ id: side.tieId, low: side.owner, high: side.other, madeAt })))
    .onConflictDoNothing()
    .returning({ id: tie.id, a: tie.low, b: tie.high })
  const ids = new Set(made.map((one) => one.id))
  const fresh = sides.filter((side) => ids.has(side.tieId))
  if (fresh.length > 0) await tx.insert(tieSide).values(fresh)
  return made
}

function toSides(one: ImportedTie, persons: Numbers): (typeof tieSide.$inferInsert)[] {
  const low = persons.get(one.low)
  const high = persons.get(one.high)
  if (low === undefined || high === undefined) return []
  const tieId = importedId('tie', `${one.low} ${one.high}`)
  return [
    { owner: low, other: high, tieId, ...toSide(one.lowTrusts) },
    { owner: high, other: low, tieId, ...toSide(one.highTrusts) },
  ]
}

function toSide(trusts: boolean): { closeness: number | null; paused: boolean } {
  return trusts ? { closeness: CLOSE, paused: false } : { closeness: null, paused: true }
}

/** Makes the posts that are not there yet, for all ties and two rings further, and answers their numbers. */
export async function insertRecommendations(
  tx: Db,
  batch: readonly ImportedRecommendation[],
  numbers: { persons: Numbers; films: Numbers },
  madeAt: Date,
): Promise<number[]> {
  const wanted = batch.flatMap((one) => {
    const author = numbers.persons.get(one.person)
    const about = numbers.films.get(one.film)
    if (author === undefined || about === undefined) return []
    return [{ id: importedId('post', `${one.person} ${one.film}`), author, about, from: one }]
  })
  if (wanted.length === 0) return []
  const made = await tx
    .insert(post)
    .values(
      wanted.map(({ id, author }) => ({
        id,
        author,
        form: 'ties',
        allTies: true,
        onward: 2,
        createdAt: madeAt,
        since: madeAt,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: post.id, no: post.no })
  const byId = new Map(made.map((row) => [row.id, row.no]))
  const rows = wanted.flatMap(({ id, author, about, from }) => {
    const no = byId.get(id)
    return no === undefined ? [] : [toRecommendationRow(no, author, about, from)]
  })
  if (rows.length > 0) await tx.insert(recommendation).values(rows)
  return made.map((row) => row.no)
}

function toRecommendationRow(
  no: number,
  author: number,
  about: number,
  from: ImportedRecommendation,
): typeof recommendation.$inferInsert {
  return {
    post: no,
    author,
    subject: about,
    verdict: from.verdict,
    interest: 'none',
    title: `Film ${from.film}`,
    why: `Rated ${from.rating} in the public data set that this was read from.`,
    basis: 'own',
    language: 'en',
  }
}
