import { CIRCLE_KINDS } from '@kith/contract'
import { sql } from 'drizzle-orm'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import { person } from '../database/tables/person-tables.ts'
import { post, postCircle, postPerson, recommendation, subject } from '../database/tables/post-tables.ts'
import { setting } from '../database/tables/service-tables.ts'
import { circle, circleMember, tie, tieSide } from '../database/tables/tie-tables.ts'
import {
  readVillage,
  type Village,
  type VillagePerson,
  type VillageRecommendation,
  type VillageTie,
} from './village-data.ts'

const SEEDED = 'village'
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export interface VillageDeps {
  readonly writer: ChangeWriter
  readonly now: () => Date
  readonly ids: NewIds
}

/** Numbers of the rows behind the village's keys; circles by owner and key. */
interface Keys {
  readonly persons: ReadonlyMap<string, number>
  readonly circles: ReadonlyMap<string, number>
  readonly subjects: ReadonlyMap<string, number>
}

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
  const keys = { persons, circles, subjects }
  await insertTies(tx, village.ties, keys, deps)
  const posts = await insertRecommendations(tx, village, keys, deps)
  return [
    ...[...persons.values()].map((a): Change => ({ kind: 'person', a })),
    ...village.ties.map((one): Change => ({ kind: 'tie', a: find(persons, one.a), b: find(persons, one.b) })),
    ...posts.map((a): Change => ({ kind: 'post', a })),
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

async function insertRecommendations(
  tx: Db,
  village: Village,
  keys: Keys,
  { now, ids }: VillageDeps,
): Promise<number[]> {
  // In the order of their making: ids and numbers grow with time, as if each had been written on its day.
  const said = village.recommendations
    .map((one) => ({ one, id: ids.dated(), author: find(keys.persons, one.author), ...datePost(one, now()) }))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const made = await tx
    .insert(post)
    .values(
      said.map(({ one, id, author, createdAt, since }) => ({
        id,
        author,
        form: one.audience === 'notebook' ? 'notebook' : 'ties',
        allTies: one.audience !== 'notebook' && one.audience.all,
        onward: one.onward,
        createdAt,
        since,
        expiresAt: expiryOf(one, now()),
      })),
    )
    .returning({ id: post.id, no: post.no })
  const byId = new Map(made.map((row) => [row.id, row.no]))
  const posts = said.map(({ one, id, author }) => ({ one, author, no: find(byId, id) }))
  await insertAudiences(tx, posts, keys)
  const subjects = new Map(village.subjects.map((one) => [one.key, one]))
  await tx.insert(recommendation).values(
    posts.map(({ one, author, no }) => {
      const about = find(subjects, one.subject)
      return {
        post: no,
        author,
        subject: find(keys.subjects, one.subject),
        verdict: one.verdict,
        interest: one.interest,
        interestWords: one.interestWords ?? null,
        title: about.title,
        place: about.place ?? null,
        creator: about.creator ?? null,
        year: about.year ?? null,
        trade: about.trade ?? null,
        region: about.region ?? null,
        role: about.role ?? null,
        field: about.field ?? null,
        why: one.why,
        forWhom: one.forWhom ?? null,
        notForWhom: one.notForWhom ?? null,
        basis: one.basis,
        whenSaid: one.when ?? null,
        price: one.price ?? null,
        link: one.link ?? null,
        contact: one.contact ?? null,
        partnersSought: one.partnersSought,
        occasion: one.occasion ?? null,
        hours: one.hours ?? null,
        ends: dayIn(one.endsInDays, now()),
        language: one.language,
      }
    }),
  )
  return posts.map(({ no }) => no)
}

function datePost(one: VillageRecommendation, now: Date): { createdAt: Date; since: Date } {
  const createdAt = new Date(now.getTime() - one.daysAgo * DAY_MS - (one.hoursAgo ?? 0) * HOUR_MS)
  const confirmed = one.stillTrueDaysAgo
  return {
    createdAt,
    since: confirmed === undefined ? createdAt : new Date(now.getTime() - confirmed * DAY_MS),
  }
}

function dayIn(days: number | undefined, now: Date): string | null {
  return days === undefined ? null : new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

function expiryOf({ endsInDays }: VillageRecommendation, now: Date): Date | null {
  const lastDay = dayIn(endsInDays, now)
  return lastDay === null ? null : new Date(Date.parse(lastDay) + DAY_MS)
}

interface Seeded {
  readonly one: VillageRecommendation
  readonly author: number
  readonly no: number
}

async function insertAudiences(tx: Db, posts: readonly Seeded[], { persons, circles }: Keys): Promise<void> {
  const inCircles = posts.flatMap(({ one, author, no }) =>
    one.audience === 'notebook'
      ? []
      : one.audience.circles.map((key) => ({ post: no, author, circle: find(circles, `${author} ${key}`) })),
  )
  const people = posts.flatMap(({ one, no }) =>
    one.audience === 'notebook'
      ? []
      : [
          ...one.audience.singles.map((key) => ({ post: no, person: find(persons, key), excepted: false })),
          ...one.audience.except.map((key) => ({ post: no, person: find(persons, key), excepted: true })),
        ],
  )
  if (inCircles.length > 0) await tx.insert(postCircle).values(inCircles)
  if (people.length > 0) await tx.insert(postPerson).values(people)
}

function find<K, V>(rows: ReadonlyMap<K, V>, key: K): V {
  const found = rows.get(key)
  if (found === undefined) throw new Error(`the village names ${String(key)}, which is not there`)
  return found
}
