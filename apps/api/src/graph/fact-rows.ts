import type { AddressedAs, Interest, Kind, OfferAnswer, Verdict } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'

/**
 * What the engine is told when it follows, as rows: those that the named keys name. Loading has statements of its own
 * (`loading-steps.ts`), made for reading everything; `loaded-followed.test.ts` proves that both see the same.
 */

export interface PersonRow {
  no: number
  carries: boolean
}

/** What happened on a side as a row of its table: amounts in millionths. */
export interface ExperienceRow {
  kind: Kind | null
  good: number
  bad: number
  day: number
}

export interface TieRow {
  low: number
  high: number
  ended: boolean
  lowCloseness: number | null
  lowPaused: boolean
  lowOffers: OfferAnswer | null
  lowCircles: number[]
  lowExperience: ExperienceRow[]
  highCloseness: number | null
  highPaused: boolean
  highOffers: OfferAnswer | null
  highCircles: number[]
  highExperience: ExperienceRow[]
}

export interface PairRow {
  a: number
  b: number
}

export interface PostRow {
  no: number
  author: number
  /** Null for an ask, which has no verdict either. */
  subject: number | null
  kind: Kind
  verdict: Verdict | null
  interest: Interest | null
  ownExperience: boolean
  onward: 0 | 1 | 2
  form: 'notebook' | 'ties' | 'held' | 'club'
  allTies: boolean
  club: number | null
  circles: number[]
  singles: number[]
  excepted: number[]
  created: number
  since: number
  expires: number | null
}

export interface AddressingRow extends PairRow {
  addressedAs: AddressedAs
}

export interface MembershipRow extends PairRow {
  paused: boolean
}

/** Two numbers that name a row together. */
export type Pair = readonly [number, number]

export interface HiddenRow {
  viewer: number
  voices: number[]
  posts: number[]
}

export function selectPeople(sql: SqlReader, only: readonly number[]) {
  return sql<PersonRow[]>`select no, carries from person where no = any(${[...only]}::int[])`
}

/** `only` names persons in any order; ended ties come as marks, without what their sides once said. */
export function selectTies(sql: SqlReader, only: readonly Pair[]) {
  const ordered = only.map(([a, b]): Pair => (a < b ? [a, b] : [b, a]))
  return sql<TieRow[]>`
    select t.low, t.high, t.ended_at is not null as ended,
      low.closeness as "lowCloseness", coalesce(low.paused, false) as "lowPaused", low.offers as "lowOffers",
      array(select m.circle from circle_member m where m.owner = t.low and m.other = t.high) as "lowCircles",
      ${experienceOf(sql, sql`low.owner`, sql`low.other`)} as "lowExperience",
      high.closeness as "highCloseness", coalesce(high.paused, false) as "highPaused", high.offers as "highOffers",
      array(select m.circle from circle_member m where m.owner = t.high and m.other = t.low) as "highCircles",
      ${experienceOf(sql, sql`high.owner`, sql`high.other`)} as "highExperience"
    from tie t
    left join tie_side low on low.owner = t.low and low.other = t.high and t.ended_at is null
    left join tie_side high on high.owner = t.high and high.other = t.low and t.ended_at is null
    where (t.low, t.high) in ${pairs(sql, ordered)}`
}

function experienceOf(sql: SqlReader, owner: ReturnType<SqlReader>, other: ReturnType<SqlReader>) {
  return sql`(
    select coalesce(json_agg(json_build_object('kind', e.kind, 'good', e.good, 'bad', e.bad, 'day', e.day)), '[]')
    from experience e where e.owner = ${owner} and e.other = ${other}
  )`
}

/** `only` names blocker and blocked, in this order. */
export function selectBlocks(sql: SqlReader, only: readonly Pair[]) {
  return sql<PairRow[]>`
    select blocker as a, blocked as b from block where (blocker, blocked) in ${pairs(sql, only)}`
}

/** All that these viewers hide, a row for each of them. */
export function selectHidden(sql: SqlReader, viewers: readonly number[]) {
  return sql<HiddenRow[]>`
    select viewer, array(select person from hidden_voice v where v.viewer = named.viewer) as voices,
      array(select post from hidden_post p where p.viewer = named.viewer) as posts
    from unnest(${[...viewers]}::int[]) as named (viewer)`
}

/** Posts that are not deleted; times in whole seconds since 1970. */
export function selectPosts(sql: SqlReader, only: readonly number[]) {
  return sql<PostRow[]>`
    select p.no, p.author, r.subject, coalesce(s.kind, k.kind) as kind, r.verdict, r.interest,
      r.basis is not distinct from 'own' as "ownExperience", p.onward, p.form,
      p.all_ties as "allTies", p.club,
      array(select c.circle from post_circle c where c.post = p.no) as circles,
      array(select x.person from post_person x where x.post = p.no and not x.excepted) as singles,
      array(select x.person from post_person x where x.post = p.no and x.excepted) as excepted,
      floor(extract(epoch from p.created_at))::float8 as created,
      floor(extract(epoch from p.since))::float8 as since,
      floor(extract(epoch from p.expires_at))::float8 as expires
    from post p
    left join recommendation r on r.post = p.no left join subject s on s.no = r.subject
    left join ask k on k.post = p.no
    where p.deleted_at is null and p.no = any(${[...only]}::int[])`
}

/**
 * `only` names post and person. Whom a post puts forward for a job is one it is addressed to, as a tie; what answers an ask
 * is addressed as an answer, whatever else it is.
 */
export function selectAddressings(sql: SqlReader, only: readonly Pair[]) {
  const named = pairs(sql, only)
  return sql<AddressingRow[]>`
    select post as a, person as b, case when bool_or(answers) then 'answer' else 'tie' end as "addressedAs"
    from (
      select a.post, a.person, false as answers from addressing a join post p on p.no = a.post
      where p.form <> 'held' and (a.post, a.person) in ${named}
      union all
      select c.post, c.person, false from candidacy c
      where c.said is distinct from 'no' and (c.post, c.person) in ${named}
      union all
      select a.post, k.author, true from answer a join ask k on k.post = a.ask join post p on p.no = a.post
      where p.form <> 'held' and (a.post, k.author) in ${named}
    ) ways
    group by post, person`
}

/** `only` names ask and helper: those who have an answer there. */
export function selectAnswered(sql: SqlReader, only: readonly Pair[]) {
  return sql<PairRow[]>`
    select distinct a.ask as a, p.author as b from answer a join post p on p.no = a.post
    where (a.ask, p.author) in ${pairs(sql, only)}`
}

/** `only` names club and person. */
export function selectMemberships(sql: SqlReader, only: readonly Pair[]) {
  return sql<MembershipRow[]>`
    select club as a, person as b, paused from club_member where (club, person) in ${pairs(sql, only)}`
}

/** Which of these circles there are. */
export function selectCircles(sql: SqlReader, only: readonly number[]) {
  return sql<{ no: number }[]>`select no from circle where no = any(${[...only]}::int[])`
}

function pairs(sql: SqlReader, only: readonly Pair[]) {
  const firsts = only.map(([first]) => first)
  const seconds = only.map(([, second]) => second)
  return sql`(select * from unnest(${firsts}::int[], ${seconds}::int[]))`
}
