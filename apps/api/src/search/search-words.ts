import type { PendingQuery, Row } from 'postgres'
import type { SqlReader } from '../database/client.ts'
import type { SearchTerms } from './search-terms.ts'

type Piece = PendingQuery<Row[]>

/** What is looked for, as the database matches it: words as they were typed, and the last one also as a beginning. */
export interface SearchWords {
  readonly whole: Piece
  readonly begun: Piece
}

// How much of a word's letters must be the same, in threes, to be taken for it.
const SIMILAR = '0.5'
// So many words are taken for one that nobody wrote.
const MOST_SIMILAR = 20

/** The very words that were typed. */
export function veryWords(sql: SqlReader, { words, finished, unfinished }: SearchTerms): SearchWords {
  return {
    whole: sql`kith_query(${words}, '', '')`,
    begun: sql`kith_query(${words}, ${finished}, ${unfinished})`,
  }
}

/** In place of every word that was typed those that somebody wrote and that are almost it; undefined when one has none. */
export async function similarWords(
  sql: SqlReader,
  { similar }: SearchTerms,
): Promise<SearchWords | undefined> {
  if (similar.length === 0) return undefined
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${SIMILAR}, true)`
  const rows = await sql<{ words: string[] }[]>`
    select array(
      select w.word from written_word w where kith_folded(typed.word) <% w.word
      order by word_similarity(kith_folded(typed.word), w.word) desc,
        similarity(kith_folded(typed.word), w.word) desc, w.word
      limit ${MOST_SIMILAR}
    ) as words
    from unnest(${similar}::text[]) typed (word)`
  if (rows.some(({ words }) => words.length === 0)) return undefined
  const anyOf = rows.map(({ words }) => `(${words.map((word) => `'${word}'`).join(' | ')})`)
  const query = sql`${anyOf.join(' & ')}::tsquery`
  return { whole: query, begun: query }
}
