import { CIRCLE_KINDS } from '@kith/contract'
import { sql } from 'drizzle-orm'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { subject } from '../database/tables/post-tables.ts'
import { setting } from '../database/tables/service-tables.ts'
import { circle, circleMember, tie, tieSide } from '../database/tables/tie-tables.ts'
import { insertAnswers } from './village-answers.ts'
import { insertClubs } from './village-clubs.ts'
import { readVillage, type Village, type VillagePerson, type VillageTie } from './village-data.ts'
import { find, type Keys, type VillageDeps } from './village-keys.ts'
import { insertPosts } from './village-posts.ts'

const SEEDED = 'village'

/**
 * Settles the demo village in a database that has no person yet: one transaction, so there is never half a village.
 * Answers whether it did.
 */
export async function seedVillage(deps: VillageDeps): Promise<boolean> {
  const { value } = await deps.writer.write(async (tx, changed) => {
    const [somebody] = await tx.select({ no: person.no }).from(person).limit(1)
    if (somebody) return false
    await tx.insert(setting).values({ key: SEEDED, value: Buffer.from('seeded') })
    changed(...(await settle(tx, readVillage(), deps)))
    return true
  })
  return value
}

/** Whether this database holds the demo village. */
export async function hasVillage(db: Db): Promise<boolean> {
  const rows = await db.select({ key: setting.key }).from(setting).where(sql`${setting.key} = ${SEEDED}`)
  return rows.length > 0
}

async function settle(tx: Db, village: Village, deps: VillageDeps): Promise<Change[]> {
  const persons = await insertPeople(tx, village.people, deps)
  const circles = await insertCircles(tx, village.people, persons, deps)
  const subjects = await insertSubjects(tx, village, deps)
  const clubs = await insertClubs(tx, village.clubs, persons, deps)
  const keys = { persons, circles, subjects, clubs }
  await insertTies(tx, village.ties, keys, deps)
  const posts = await insertPosts(tx, village, keys, deps)
  const answers = await insertAnswers(tx, village, { persons, posts }, deps)
  return [
    ...[...persons.values()].map((a): Change => ({ kind: 'person', a })),
    ...village.ties.map((one): Change => ({ kind: 'tie', a: find(persons, one.a), b: find(persons, one.b) })),
    ...village.clubs.flatMap(({ key, host, members }) =>
      [host, ...members].map(
        (one): Change => ({ kind: 'membership', a: find(clubs, key), b: find(persons, one) }),
      ),
    ),
    ...[...posts.values()].map((a): Change => ({ kind: 'post', a })),
    ...answers.map(({ post, asker }): Change => ({ kind: 'addressing', a: post, b: asker })),
  ]
}

async function insertPeople(
  tx: Db,
  people: readonly VillagePerson[],
  { ids }: VillageDeps,
): Promise<Map<string, number>> {
  const rows = people.map((one) => ({
    id: ids.undated(),
    name: one.name,
    handle: one.handle,
    email: one.email,
    emailVerified: true,
    language: one.language,
    timeZone: 'Europe/Vienna',
    open: one.open,
    carries: one.carries,
    demo: true,
  }))
  const made = await tx.insert(person).values(rows).returning({ no: person.no, handle: person.handle })
  const byHandle = new Map(made.map((row) => [row.handle, row.no]))
  return new Map(people.map((one) => [one.key, find(byHandle, one.handle)]))
}

async function insertCircles(
  tx: Db,
  people: readonly VillagePerson[],
  persons: ReadonlyMap<string, number>,
  { ids }: VillageDeps,
): Promise<Map<string, number>> {
  const rows = people.flatMap((one) => {
    const owner = find(persons, one.key)
    const readyMade = CIRCLE_KINDS.map((kind, slot) => ({ key: kind, kind, slot, name: null }))
    const own = one.own.map(({ key, kind, name }, at) => ({
      key,
      kind,
      slot: CIRCLE_KINDS.length + at,
      name,
    }))
    return [...readyMade, ...own].map((row) => ({ ...row, owner, id: ids.undated() }))
  })
  const made = await tx
    .insert(circle)
    .values(
      rows.map(({ key: _key, ...row }) => ({ ...row, position: row.slot, readyMade: row.name === null })),
    )
    .returning({ id: circle.id, no: circle.no })
  const byId = new Map(made.map((row) => [row.id, row.no]))
  return new Map(rows.map((row) => [`${row.owner} ${row.key}`, find(byId, row.id)]))
}

async function insertSubjects(tx: Db, village: Village, { ids }: VillageDeps): Promise<Map<string, number>> {
  const byKey = new Map(village.subjects.map((one) => [one.key, ids.undated()]))
  const made = await tx
    .insert(subject)
    .values(village.subjects.map((one) => ({ id: find(byKey, one.key), kind: one.kind })))
    .returning({ id: subject.id, no: subject.no })
  const byId = new Map(made.map((row) => [row.id, row.no]))
  return new Map([...byKey].map(([key, id]) => [key, find(byId, id)]))
}

async function insertTies(
  tx: Db,
  ties: readonly VillageTie[],
  { persons, circles }: Keys,
  { now, ids }: VillageDeps,
): Promise<void> {
  const made = ties.map((one) => {
    const [a, b] = [find(persons, one.a), find(persons, one.b)]
    return { one, a, b, id: ids.dated() }
  })
  await tx
    .insert(tie)
    .values(made.map(({ a, b, id }) => ({ id, low: Math.min(a, b), high: Math.max(a, b), madeAt: now() })))
  const sides = made.flatMap(({ one, a, b, id }) => [
    { owner: a, other: b, tieId: id, at: 0 as const, one },
    { owner: b, other: a, tieId: id, at: 1 as const, one },
  ])
  await tx.insert(tieSide).values(
    sides.map(({ owner, other, tieId, at, one }) => ({
      owner,
      other,
      tieId,
      closeness: one.closeness[at],
      paused: one.paused[at],
    })),
  )
  await tx.insert(circleMember).values(
    sides.flatMap(({ owner, other, at, one }) =>
      one.circles[at].map((key, position) => ({
        owner,
        other,
        position,
        circle: find(circles, `${owner} ${key}`),
      })),
    ),
  )
}
