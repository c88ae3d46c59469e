import {
  type ImportedThing,
  type ImportSource,
  type Imports,
  type LookedAtImport,
  PostId,
} from '@kith/contract'
import { and, asc, count, eq, inArray, isNull, max, notExists, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { importedNote } from '../database/tables/import-tables.ts'
import { photo } from '../database/tables/photo-tables.ts'
import { post, recommendation } from '../database/tables/post-tables.ts'

/** Whose file it is, and where it was kept. */
export interface Origin {
  readonly person: number
  readonly source: ImportSource
}

/** Which of these were brought before, whatever became of their notes. */
export async function findKnown(db: Db, origin: Origin, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ key: importedNote.key })
    .from(importedNote)
    .where(and(isOf(origin), inArray(importedNote.key, [...keys])))
  return new Set(rows.map(({ key }) => key))
}

export async function insertNotes(
  tx: Db,
  { person, source }: Origin,
  notes: readonly { key: string; id: string }[],
  madeAt: Date,
): Promise<void> {
  if (notes.length === 0) return
  const keys = new Map(notes.map(({ id, key }) => [id, key]))
  const rows = await tx
    .select({ id: post.id, no: post.no, asItCame: AS_IT_STANDS })
    .from(post)
    .innerJoin(recommendation, eq(recommendation.post, post.no))
    .where(inArray(post.id, [...keys.keys()]))
  await tx.insert(importedNote).values(
    rows.map(({ id, no, asItCame }) => ({
      ...{ person, source, key: keys.get(id) ?? id },
      ...{ post: no, asItCame, madeAt },
    })),
  )
}

// All that its author can change of a note.
const AS_IT_STANDS = sql<string>`md5(row(${recommendation.why}, ${recommendation.forWhom}, ${recommendation.notForWhom},
  ${recommendation.basis}, ${recommendation.whenSaid}, ${recommendation.price}, ${recommendation.link},
  ${recommendation.contact}, ${recommendation.interest}, ${recommendation.interestWords})::text)`

type Named = Pick<ImportedThing, 'key' | 'subject'>

/** What somebody has written about things of these kinds that are called the same, in the same year where both say one. */
export async function findAlike(
  db: Db,
  person: number,
  things: readonly Named[],
): Promise<LookedAtImport['alike']> {
  const wanted = JSON.stringify(
    things.map(({ key, subject: { kind, title, year } }) => ({ key, kind, title, year })),
  )
  const rows = await db.execute<{ key: string; id: string; title: string }>(sql`
    select distinct on (wanted.key) wanted.key, p.id, r.title
    from jsonb_to_recordset(${wanted}::jsonb) as wanted(key text, kind text, title text, year int)
    join recommendation r on r.author = ${person} and kith_folded(r.title) = kith_folded(wanted.title)
      and (r.year is null or wanted.year is null or r.year = wanted.year)
    join subject s on s.no = r.subject and s.kind = wanted.kind
    join post p on p.no = r.post and p.deleted_at is null
    order by wanted.key, r.post`)
  return rows.map(({ key, id, title }) => ({ key, post: PostId.parse(id), title }))
}

/** How many notes are left of what was brought, and when something was brought last. */
export async function countNotes(db: Db, person: number): Promise<Imports['imports']> {
  const rows = await db
    .select({ source: importedNote.source, notes: count(), last: max(importedNote.madeAt) })
    .from(importedNote)
    .innerJoin(post, eq(post.no, importedNote.post))
    .where(and(eq(importedNote.person, person), isNull(post.deletedAt)))
    .groupBy(importedNote.source)
    .orderBy(asc(importedNote.source))
  return rows.flatMap(({ source, notes, last }) =>
    source === 'letterboxd' || source === 'goodreads'
      ? [{ source, notes, last: (last ?? new Date(0)).toISOString() }]
      : [],
  )
}

/** Some of the notes that stand as they came, in nobody's sight but their owner's, by their ids. */
export async function findUntouched(db: Db, origin: Origin, most: number) {
  const untouched = and(
    isOf(origin),
    eq(post.form, 'notebook'),
    isNull(post.deletedAt),
    eq(importedNote.asItCame, AS_IT_STANDS),
    notExists(db.select().from(photo).where(eq(photo.post, post.no))),
  )
  const from = () =>
    db
      .select({ id: post.id, no: post.no, n: sql<number>`(count(*) over ())::int` })
      .from(importedNote)
      .innerJoin(post, eq(post.no, importedNote.post))
      .innerJoin(recommendation, eq(recommendation.post, post.no))
  return from().where(untouched).orderBy(asc(post.no)).limit(most)
}

/** Forgets that these notes came out of a file, so that it may be brought again. */
export async function forgetNotes(tx: Db, posts: readonly number[]): Promise<void> {
  await tx.delete(importedNote).where(inArray(importedNote.post, [...posts]))
}

function isOf({ person, source }: Origin) {
  return and(eq(importedNote.person, person), eq(importedNote.source, source))
}
