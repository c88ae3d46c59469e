import type { SearchQuery } from '@kith/contract'
import type { TrustGraph } from '@kith/trust-graph'
import type { Sql, SqlReader } from '../database/client.ts'
import type { FoundPost } from '../graph/found-posts.ts'
import { kindsOf, notBefore } from '../graph/list-filters.ts'
import type { SearchTerms } from './search-terms.ts'

/** A recommendation whose words match, and how well. */
export interface Match extends FoundPost {
  readonly subject: number
  readonly rank: number
}

export interface MatchSearch {
  readonly viewer: number
  readonly query: SearchQuery
  readonly terms: SearchTerms
  /** Looks for similar words instead of these very ones. */
  readonly nearly: boolean
  readonly asOf: number
  readonly highestPost: number
}

export interface MatchDeps {
  readonly sql: Sql
  readonly engine: TrustGraph
  /** Up to how many matches by anybody are looked through; beyond, only the words of who may be heard are. */
  readonly few: number
}

type Piece = ReturnType<SqlReader>

// How much of a word's letters must be the same, in threes, to be taken for it.
const SIMILAR = '0.5'
// What the beginning of a word counts beside a whole one.
const BEGUN = 0.2

/**
 * Everything that matches and that the viewer may hear, wrote or was addressed with, among more that he may not: whether
 * he does is the engine's and the witness check's to say. Where a word is rare the index alone finds all who wrote it;
 * where it is common only the words of those whom the engine names are read. Either way nothing is left out.
 */
export async function findMatches(deps: MatchDeps, search: MatchSearch): Promise<readonly Match[]> {
  if (search.nearly && search.terms.similar.length === 0) return []
  return deps.sql.begin('read only', async (sql) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${SIMILAR}, true)`
    const found = await selectMatches(sql, search, sql`true`, deps.few + 1)
    return found.length <= deps.few ? found : selectAmongHeard(sql, deps.engine, search)
  })
}

async function selectAmongHeard(sql: SqlReader, engine: TrustGraph, search: MatchSearch): Promise<Match[]> {
  const { viewer } = search
  const authors = [viewer, ...engine.reach(viewer).map(({ person }) => person)]
  const heard = await selectMatches(sql, search, sql`r.author = any(${authors}::int[])`)
  const beyond = await selectMatches(
    sql,
    search,
    sql`r.post in (
      select p.no from club_member c join post p on p.club = c.club where c.person = ${viewer}
      union select a.post from addressing a where a.person = ${viewer}
    )`,
  )
  return [...new Map([...heard, ...beyond].map((match) => [match.post, match])).values()]
}

function selectMatches(sql: SqlReader, search: MatchSearch, whose: Piece, limit?: number) {
  const { viewer, query, asOf, highestPost } = search
  const { isMatch, rank } = search.nearly ? similarWords(sql, search.terms) : veryWords(sql, search.terms)
  const kinds = kindsOf(query) ?? null
  const since = notBefore(query, asOf) ?? 0
  return sql<Match[]>`
    select r.post, r.author, r.subject, ${rank}::float8 as rank,
      exists (select from addressing a where a.post = r.post and a.person = ${viewer}) as addressed
    from recommendation r
    join post p on p.no = r.post
    join subject s on s.no = r.subject
    where ${isMatch} and ${whose} and p.no <= ${highestPost}
      and (${kinds}::text[] is null or s.kind = any(${kinds}::text[]))
      and (${query.basis ?? null}::text is null or r.basis = ${query.basis ?? null})
      and p.since >= to_timestamp(${since}::float8)
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`
}

function veryWords(sql: SqlReader, { words, finished, unfinished }: SearchTerms) {
  const whole = sql`kith_query(${words}, '', '')`
  const begun = sql`kith_query(${words}, ${finished}, ${unfinished})`
  const rank = sql`ts_rank_cd(r.search_words, ${whole}) + ${BEGUN} * ts_rank_cd(r.search_words, ${begun})`
  return { isMatch: sql`r.search_words @@ ${begun}`, rank: sql`(${rank})` }
}

function similarWords(sql: SqlReader, { similar }: SearchTerms) {
  const text = sql`kith_text(
    r.title, r.creator, r.place, r.trade, r.region, r.role, r.field, r.why, r.for_whom, r.not_for_whom)`
  const folded = similar.map((word) => sql`kith_folded(${word})`)
  return {
    isMatch: folded.map((word) => sql`${word} <% ${text}`).reduce((all, one) => sql`${all} and ${one}`),
    rank: folded
      .map((word) => sql`word_similarity(${word}, ${text})`)
      .reduce((sum, one) => sql`${sum} + ${one}`),
  }
}
