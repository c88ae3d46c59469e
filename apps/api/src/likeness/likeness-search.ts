import type { SubjectId, SubjectKind } from '@kith/contract'
import type { PendingQuery, Row } from 'postgres'
import type { Sql } from '../database/client.ts'
import { hearFound } from '../graph/found-posts.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { selectKnown } from '../graph/known-posts.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { OwnPost } from './likeness-store.ts'

// How many voices are checked until one holds.
const CHECKED = 20
// Two titles with so much of their letters in common, in threes, are almost the same: “Perfect Days”, “Perfekt Days”.
const SIMILAR = 0.55

export interface LikenessSearchDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly now: () => Date
}

/** The author's own post with what it calls its subject: two subjects are compared by what their posts say of them. */
interface OwnFacts {
  readonly kind: SubjectKind
  readonly title: string
  readonly place: string | null
  readonly placeId: number | null
  readonly creator: string | null
  readonly year: number | null
  readonly trade: string | null
  readonly region: string | null
  readonly role: string | null
  readonly field: string | null
}

/** Which of the subjects that look the same is looked for: any that the author was not asked about yet, or this very one. */
export type Wanted = 'unasked' | SubjectId

/**
 * The strongest voice, among those that the author hears or was addressed with, on a subject that looks the same as that of
 * his post and that he says nothing about; undefined if there is none. O(posts of everybody reached).
 */
export async function findAlike(
  deps: LikenessSearchDeps,
  author: number,
  own: OwnPost,
  wanted: Wanted,
): Promise<CheckedVoice | undefined> {
  const { sql, graph, voices, now } = deps
  const facts = await selectFacts(sql, own)
  if (facts === undefined) return undefined
  const isMatch = sql`${looksTheSame(sql, facts)} and ${isToAsk(sql, author, own, wanted)}`
  const found = await selectKnown({ sql, engine: graph.engine }, author, isMatch)
  const propose = () =>
    hearFound(graph.engine, author, found, seconds(now()))
      .toSorted((one, other) => one.cost - other.cost)
      .slice(0, CHECKED)
      .map(({ post, witness, from }): Proposal => ({ viewer: author, post, witness, from, card: 0 }))
  const checked = await voices.search({ propose, heardOnly: true, perCard: 1 })
  return checked.voices[0]
}

async function selectFacts(sql: Sql, { no }: OwnPost): Promise<OwnFacts | undefined> {
  const [facts] = await sql<OwnFacts[]>`
    select s.kind, r.title, r.place, r.place_id as "placeId", r.creator, r.year, r.trade, r.region, r.role, r.field
    from recommendation r join subject s on s.no = r.subject where r.post = ${no}`
  return facts
}

type Piece = PendingQuery<Row[]>

// Of the same kind, with almost the same title, and nothing that both say of it is different.
function looksTheSame(sql: Sql, own: OwnFacts): Piece {
  const { place, placeId, year } = own
  return sql`(
    s.kind = ${own.kind}
    and similarity(kith_folded(r.title), kith_folded(${own.title})) >= ${SIMILAR}
    and ${figures(sql, sql`r.title`)} = ${figures(sql, sql`${own.title}`)}
    and (r.place_id = ${placeId}::int or ${agrees(sql, sql`r.place`, place)})
    and (r.year = ${year}::int or r.year is null or ${year}::int is null)
    and ${agrees(sql, sql`r.creator`, own.creator)}
    and ${agrees(sql, sql`r.trade`, own.trade)}
    and ${agrees(sql, sql`r.region`, own.region)}
    and ${agrees(sql, sql`r.role`, own.role)}
    and ${agrees(sql, sql`r.field`, own.field)}
  )`
}

// The second part of a film is not the first.
function figures(sql: Sql, title: Piece): Piece {
  return sql`regexp_replace(${title}, '\\D', '', 'g')`
}

function agrees(sql: Sql, theirs: Piece, mine: string | null): Piece {
  return sql`coalesce(kith_folded(${theirs}) = kith_folded(${mine}::text), true)`
}

// Offers are found in their lane alone.
function isToAsk(sql: Sql, author: number, own: OwnPost, wanted: Wanted): Piece {
  const which =
    wanted === 'unasked'
      ? sql`not exists (
          select from likeness_answer a where a.post = ${own.no} and r.subject in (a.subject, a.moved_from)
        )`
      : sql`s.id = ${wanted}`
  return sql`(
    r.interest is distinct from 'paid'
    and not exists (select from recommendation mine where mine.author = ${author} and mine.subject = r.subject)
    and ${which}
  )`
}
