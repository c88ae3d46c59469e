import { sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { ask } from '../database/tables/ask-tables.ts'
import { post, postCircle, postPerson, recommendation } from '../database/tables/post-tables.ts'
import type {
  Village,
  VillageAsk,
  VillageAudience,
  VillagePost,
  VillageRecommendation,
} from './village-data.ts'
import { ago, dayIn, endOf, find, type Keys, type VillageDeps } from './village-keys.ts'

/** The number that each post of the village got. */
export type PostNumbers = ReadonlyMap<VillagePost, number>

/** Writes what the village recommends and asks. */
export async function insertPosts(
  tx: Db,
  village: Village,
  keys: Keys,
  deps: VillageDeps,
): Promise<PostNumbers> {
  const numbers = await insertRows(tx, village, keys, deps)
  await insertAudiences(tx, numbers, keys)
  await insertRecommendations(tx, village, { keys, numbers, now: deps.now() })
  await insertAsks(tx, village, { keys, numbers, now: deps.now() })
  return numbers
}

/** The rows that recommendations and asks have in common. */
async function insertRows(tx: Db, village: Village, keys: Keys, deps: VillageDeps): Promise<PostNumbers> {
  const now = deps.now()
  // In the order of their making: ids and numbers grow with time, as if each had been written on its day.
  const written = [
    ...village.recommendations.map((one) => ({ one, ...datesOf(one, now), expiresAt: expiryOf(one, now) })),
    ...village.asks.map((one) => ({ one, ...datesOf(one, now), expiresAt: null })),
  ]
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map((row) => ({ ...row, id: deps.ids.dated() }))
  const made = await tx
    .insert(post)
    .values(
      written.map(({ one, ...row }) => ({
        ...row,
        ...audienceOf(one.audience, keys),
        author: find(keys.persons, one.author),
        onward: one.onward,
      })),
    )
    .returning({ id: post.id, no: post.no })
  const byId = new Map(made.map((row) => [row.id, row.no]))
  return new Map(written.map(({ one, id }) => [one, find(byId, id)]))
}

function datesOf(one: VillagePost & Pick<Partial<VillageRecommendation>, 'stillTrueDaysAgo'>, now: Date) {
  const createdAt = ago(now, one.daysAgo, one.hoursAgo)
  const since = one.stillTrueDaysAgo === undefined ? createdAt : ago(now, one.stillTrueDaysAgo)
  return { createdAt, since }
}

function expiryOf({ endsInDays }: VillageRecommendation, now: Date): Date | null {
  return endsInDays === undefined ? null : endOf(dayIn(endsInDays, now))
}

function audienceOf(audience: VillageAudience, { clubs }: Keys) {
  if (audience === 'notebook') return { form: 'notebook' }
  if ('club' in audience) return { form: 'club', club: find(clubs, audience.club) }
  return { form: 'ties', allTies: audience.all }
}

async function insertAudiences(
  tx: Db,
  numbers: PostNumbers,
  { persons, circles }: Pick<Keys, 'persons' | 'circles'>,
): Promise<void> {
  const forTies = [...numbers].flatMap(([{ author, audience }, no]) =>
    audience === 'notebook' || 'club' in audience ? [] : [{ no, author: find(persons, author), audience }],
  )
  const inCircles = forTies.flatMap(({ no, author, audience }) =>
    audience.circles.map((key) => ({ post: no, author, circle: find(circles, `${author} ${key}`) })),
  )
  const people = forTies.flatMap(({ no, audience }) => [
    ...audience.singles.map((key) => ({ post: no, person: find(persons, key), excepted: false })),
    ...audience.except.map((key) => ({ post: no, person: find(persons, key), excepted: true })),
  ])
  await tx.insert(postCircle).values(inCircles)
  await tx.insert(postPerson).values(people)
}

interface Written {
  readonly keys: Keys
  readonly numbers: PostNumbers
  readonly now: Date
}

async function insertRecommendations(
  tx: Db,
  village: Village,
  { keys, numbers, now }: Written,
): Promise<void> {
  const subjects = new Map(village.subjects.map((one) => [one.key, one]))
  await tx.insert(recommendation).values(
    village.recommendations.map((one) => {
      const about = find(subjects, one.subject)
      return {
        post: find(numbers, one),
        author: find(keys.persons, one.author),
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
        ends: one.endsInDays === undefined ? null : dayIn(one.endsInDays, now),
        language: one.language,
      }
    }),
  )
}

async function insertAsks(tx: Db, { asks }: Village, { keys, numbers, now }: Written): Promise<void> {
  await tx.insert(ask).values(
    asks.map((one) => ({
      post: find(numbers, one),
      author: find(keys.persons, one.author),
      kind: one.kind,
      title: one.title,
      words: one.words,
      place: one.place ?? null,
      trade: one.trade ?? null,
      region: one.region ?? null,
      urgent: one.urgent,
      role: one.role ?? null,
      field: one.field ?? null,
      hours: one.hours ?? null,
      until: dayIn(one.endsInDays, now),
      language: one.language,
      result: resultOf(one),
      closedAt: one.result ? ago(now, one.result.daysAgo) : null,
    })),
  )
  await tx.execute(sql`
    update post set expires_at = least((k.until + 1)::timestamp at time zone author.time_zone, k.closed_at)
    from ask k join person author on author.no = k.author where k.post = post.no`)
}

function resultOf({ result }: VillageAsk): 'solved' | 'unsolved' | null {
  if (!result) return null
  return result.solved ? 'solved' : 'unsolved'
}
