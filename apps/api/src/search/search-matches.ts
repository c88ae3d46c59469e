import type { SearchQuery } from '@kith/contract'
import type { TrustGraph } from '@kith/trust-graph'
import type { PendingQuery, Row } from 'postgres'
import { z } from 'zod'
import type { Sql, SqlReader } from '../database/client.ts'
import { addressedPosts } from '../graph/addressed-posts.ts'
import type { FoundPost } from '../graph/found-posts.ts'
import { kindsOf, notBefore } from '../graph/list-filters.ts'
import type { SearchTerms } from './search-terms.ts'
import { type SearchWords, similarWords, veryWords } from './search-words.ts'
import { type ChooseFirst, type Matches, walkAuthors } from './walked-authors.ts'

/** A recommendation whose words match, and how well: at most BEST_RANK. */
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

/** A piece of a statement. */
export type Piece = PendingQuery<Row[]>

/** How a statement gets at what it reads. */
export type Access = 'by words' | 'by whose'

/** What matches of what somebody wrote. */
export type Select = (whose: Piece, access: Access) => Promise<readonly Match[]>

/** What a match counts that says what, who or where the thing is. */
export const BEST_RANK = 1
// What one counts in somebody's words about it, and one of a word's beginning alone.
const IN_WORDS = 0.9
const BEGUN = 0.85

const Plan = z.array(
  z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })) }),
)

/**
 * What matches and the viewer may hear, wrote or was addressed with, among more that he may not: whether he does is the
 * engine's and the witness check's to say. Where a word is rare, the index finds all who wrote it; where it is common, those
 * whom the engine names are read, the most trusted ones first, until enough is found. Either way nothing is left out
 * that would stand before what is found.
 */
export async function findMatches(
  { sql: pool, engine, few }: MatchDeps,
  search: MatchSearch,
  chooseFirst: ChooseFirst,
): Promise<Matches> {
  return pool.begin('read only', async (sql) => {
    // Which way is quick hangs on how common these very words are.
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`
    const words = search.nearly ? await similarWords(sql, search.terms) : veryWords(sql, search.terms)
    if (words === undefined) return { found: [], goOn: false }
    const common = await estimate(sql, words)
    if (common <= few) {
      const found = await select(sql, search, { words, whose: sql`true`, access: 'by words', limit: few + 1 })
      if (found.length <= few) return { found, goOn: false }
    }
    return walkAuthors({
      sql,
      engine,
      viewer: search.viewer,
      common,
      select: (whose, access) => select(sql, search, { words, whose, access }),
      chooseFirst,
    })
  })
}

/** How many recommendations have these words, as PostgreSQL's statistics have it. */
async function estimate(sql: SqlReader, { begun }: SearchWords): Promise<number> {
  const plan = await sql`explain (format json) select from recommendation where search_words @@ ${begun}`
  return Plan.parse(plan)[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? Number.POSITIVE_INFINITY
}

interface Selection {
  readonly words: SearchWords
  readonly whose: Piece
  readonly access: Access
  readonly limit?: number
}

function select(
  sql: SqlReader,
  { viewer, query, asOf, highestPost }: MatchSearch,
  { words: { whole, begun }, whose, access, limit }: Selection,
) {
  const kinds = kindsOf(query)
  const since = notBefore(query, asOf)
  // The function behind the operator, which no index serves.
  const matches =
    access === 'by words' ? sql`r.search_words @@ ${begun}` : sql`ts_match_vq(r.search_words, ${begun})`
  return sql<Match[]>`
    select r.post, r.author, r.subject,
      (case when ts_filter(r.search_words, '{a,b}') @@ ${whole} then ${BEST_RANK}::float8
        when r.search_words @@ ${whole} then ${IN_WORDS}::float8 else ${BEGUN}::float8 end) as rank,
      r.post in ${addressedPosts(sql, viewer)} as addressed
    from recommendation r
    where ${matches} and ${whose} and r.post <= ${highestPost}
    ${kinds ? sql`and exists (select from subject s where s.no = r.subject and s.kind = any(${kinds}::text[]))` : sql``}
    ${query.basis ? sql`and r.basis = ${query.basis}` : sql``}
    ${since ? sql`and exists (select from post p where p.no = r.post and p.since >= to_timestamp(${since}::float8))` : sql``}
    ${limit ? sql`limit ${limit}` : sql``}`
}
