import { type GraphLoader, type Interest, KINDS, type TrustGraph, type Verdict } from '@kith/trust-graph'
import type { PostRow } from './fact-rows.ts'
import {
  declaredStrength,
  experienceFacts,
  sideFacts,
  tellAddressing,
  tellMembership,
  tellPost,
} from './graph-telling.ts'
import type { NumberRow } from './number-rows.ts'

/** One kind of row: all of them, as whole numbers, in any order and without a look-up for each. */
export interface LoadingStep<Told> {
  /** As people call them. */
  readonly name: string
  /** The table that has about as many rows. */
  readonly table: string
  readonly query: string
  readonly tell: (told: Told, row: NumberRow) => void
}

const INTERESTS: readonly Interest[] = ['none', 'connected', 'paid']
const VERDICTS: readonly Verdict[] = ['recommend', 'against']
const FORMS: readonly PostRow['form'][] = ['notebook', 'ties', 'club', 'held']
const ONWARD: readonly PostRow['onward'][] = [0, 1, 2]
// Where the lists of a post's audience begin, behind their lengths.
const POST_LISTS = 17

/** Persons and ties, in this order. */
export const NETWORK: readonly LoadingStep<GraphLoader>[] = [
  {
    name: 'people',
    table: 'person',
    query: 'select no, carries::int from person',
    tell: (loader, row) => loader.person(row.at(0), { carries: row.at(1) === 1 }),
  },
  {
    name: 'sides of ties',
    table: 'tie_side',
    query: `
      select s.owner, s.other, s.closeness, s.paused::int from tie_side s
      where not exists (select from tie t where t.id = s.tie_id and t.ended_at is not null)`,
    tell: (loader, row) => loader.side(row.at(0), row.at(1), sideFacts(orNull(row.at(2)), row.at(3) === 1)),
  },
  {
    name: 'ended ties',
    table: 'tie',
    query: 'select low, high from tie where ended_at is not null',
    tell: (loader, row) => loader.endedTie(row.at(0), row.at(1)),
  },
  {
    name: 'places in circles',
    table: 'circle_member',
    // What there is of ended ties asks for nothing: an ended tie is in no audience.
    query: 'select owner, other, circle from circle_member',
    tell: (loader, row) => loader.circleMember(row.at(0), row.at(1), row.at(2)),
  },
]

/** What moved sides, once all ties are in order: few have any. */
export const EXPERIENCE: readonly LoadingStep<GraphLoader>[] = [
  {
    name: 'experiences',
    table: 'experience',
    query: `
      select s.owner, s.other, s.closeness, count(*), array_agg(coalesce(${placeIn(KINDS, 'e.kind')}, ${KINDS.length})),
        array_agg(e.good), array_agg(e.bad), array_agg(e.day)
      from experience e join tie_side s on s.owner = e.owner and s.other = e.other
      join tie t on t.id = s.tie_id and t.ended_at is null
      group by s.owner, s.other, s.closeness`,
    tell: (loader, row) => {
      const [lists, count] = [4, row.at(3)]
      const experience = row.list(lists, count).map((kind, at) =>
        experienceFacts({
          kind: KINDS[kind] ?? null,
          good: row.at(lists + count + at),
          bad: row.at(lists + 2 * count + at),
          day: row.at(lists + 3 * count + at),
        }),
      )
      const declared = declaredStrength(orNull(row.at(2)))
      loader.lived(row.at(0), row.at(1), { declared, experience })
    },
  },
]

/** Everything that stands on persons and ties. */
export const REST: readonly LoadingStep<TrustGraph>[] = [
  {
    name: 'answers to offers',
    table: 'tie_side',
    // Those of ended ties too: without a tie nobody hears an offer.
    query: `select owner, other, (offers = 'yes')::int from tie_side where offers is not null`,
    tell: (engine, row) => engine.setOfferAnswer(row.at(0), row.at(1), row.at(2) === 1 ? 'yes' : 'no'),
  },
  {
    name: 'blocks',
    table: 'block',
    query: 'select blocker, blocked from block',
    tell: (engine, row) => engine.setBlock(row.at(0), row.at(1), true),
  },
  {
    name: 'places in clubs',
    table: 'club_member',
    query: 'select club, person, paused::int from club_member',
    tell: (engine, row) => tellMembership(engine, { a: row.at(0), b: row.at(1), paused: row.at(2) === 1 }),
  },
  {
    name: 'posts',
    table: 'post',
    query: `
      select p.no, p.author, r.subject, ${placeIn(KINDS, 'coalesce(s.kind, k.kind)')}, ${placeIn(VERDICTS, 'r.verdict')},
        ${placeIn(INTERESTS, 'r.interest')}, p.onward, ${placeIn(FORMS, 'p.form')}, p.all_ties::int, p.club,
        ${secondsOf('p.created_at')}, ${secondsOf('p.since')}, ${secondsOf('p.expires_at')}, (r.basis is not distinct from 'own')::int,
        coalesce(cardinality(c.circles), 0), coalesce(cardinality(x.singles), 0), coalesce(cardinality(x.excepted), 0),
        coalesce(c.circles, '{}'), coalesce(x.singles, '{}'), coalesce(x.excepted, '{}')
      from post p
      left join recommendation r on r.post = p.no left join subject s on s.no = r.subject
      left join ask k on k.post = p.no
      left join (select post, array_agg(circle) as circles from post_circle group by post) c on c.post = p.no
      left join (
        select post, array_agg(person) filter (where not excepted) as singles,
          array_agg(person) filter (where excepted) as excepted
        from post_person group by post
      ) x on x.post = p.no
      where p.deleted_at is null`,
    tell: (engine, row) => tellPost(engine, toPost(row)),
  },
  {
    name: 'addressings',
    table: 'addressing',
    query: `select a.post, a.person from addressing a join post p on p.no = a.post where p.form <> 'held'`,
    tell: (engine, row) => tellAddressing(engine, { a: row.at(0), b: row.at(1), addressedAs: 'tie' }),
  },
  {
    name: 'candidacies',
    table: 'candidacy',
    query: `select post, person from candidacy where said is distinct from 'no'`,
    tell: (engine, row) => tellAddressing(engine, { a: row.at(0), b: row.at(1), addressedAs: 'tie' }),
  },
  {
    name: 'answers',
    table: 'answer',
    // Behind the other ways of addressing: what is an answer stays one.
    query: `
      select a.ask, a.post, k.author, p.author, (p.form = 'held')::int from answer a
      join ask k on k.post = a.ask join post p on p.no = a.post`,
    tell: (engine, row) => {
      if (row.at(4) === 0) tellAddressing(engine, { a: row.at(1), b: row.at(2), addressedAs: 'answer' })
      engine.setAnswered(row.at(0), row.at(3), true)
    },
  },
  {
    name: 'hidden voices',
    table: 'hidden_voice',
    query: `
      select viewer, count(person), count(post), coalesce(array_agg(person) filter (where person is not null), '{}'),
        coalesce(array_agg(post) filter (where post is not null), '{}')
      from (
        select viewer, person, null::int as post from hidden_voice
        union all select viewer, null, post from hidden_post
      ) hidden group by viewer`,
    tell: (engine, row) => {
      const voices = row.list(3, row.at(1))
      engine.setHidden(row.at(0), { voices, posts: row.list(3 + voices.length, row.at(2)) })
    },
  },
]

/** The place in a list, as toPost reads it; null for null. */
function placeIn(list: readonly string[], column: string): string {
  return `array_position('{${list.join()}}'::text[], ${column}) - 1`
}

/** Whole seconds since 1970; the engine has no time before. */
function secondsOf(column: string): string {
  return `case when ${column} is not null then greatest(0, floor(extract(epoch from ${column}))) end`
}

function toPost(row: NumberRow): PostRow {
  const circles = row.list(POST_LISTS, row.at(14))
  const singles = row.list(POST_LISTS + circles.length, row.at(15))
  return {
    no: row.at(0),
    author: row.at(1),
    subject: orNull(row.at(2)),
    kind: from(KINDS, row.at(3)),
    verdict: Number.isNaN(row.at(4)) ? null : from(VERDICTS, row.at(4)),
    interest: Number.isNaN(row.at(5)) ? null : from(INTERESTS, row.at(5)),
    onward: from(ONWARD, row.at(6)),
    form: from(FORMS, row.at(7)),
    allTies: row.at(8) === 1,
    club: orNull(row.at(9)),
    circles,
    singles,
    excepted: row.list(POST_LISTS + circles.length + singles.length, row.at(16)),
    created: row.at(10),
    since: row.at(11),
    expires: orNull(row.at(12)),
    ownExperience: row.at(13) === 1,
  }
}

function from<T>(list: readonly T[], place: number): T {
  const value = list[place]
  if (value === undefined) throw new Error(`expected a row to name one of ${list.join(', ')}, not ${place}`)
  return value
}

function orNull(number: number): number | null {
  return Number.isNaN(number) ? null : number
}
