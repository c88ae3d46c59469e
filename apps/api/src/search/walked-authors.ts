import { type TrustGraph, trustOf } from '@kith/trust-graph'
import type { SqlReader } from '../database/client.ts'
import type { Match, Piece, Select } from './search-matches.ts'

/** What matches of the subjects that stand first, all of it, and whether more subjects follow. */
export interface Matches {
  readonly found: readonly Match[]
  readonly goOn: boolean
}

/**
 * The subjects that stand first, once there are enough of them; undefined before. Everything by those who are trusted more
 * than so much was found.
 */
export type ChooseFirst = (found: readonly Match[], trust: number) => ReadonlySet<number> | undefined

export interface AuthorWalk {
  readonly sql: SqlReader
  readonly engine: TrustGraph
  readonly viewer: number
  /** About how many match at all. */
  readonly common: number
  readonly select: Select
  readonly chooseFirst: ChooseFirst
}

// The words of so many people are read first, the most trusted ones; then of so many times as many.
const FIRST_AUTHORS = 64
const TIMES = 1.5
// To read what one person wrote costs as much as to run over so many matches in the index.
const MATCHES_AN_AUTHOR = 100

/** Reads what people wrote, the most trusted first, until enough is found: a page takes some hundred of them. */
export async function walkAuthors(walk: AuthorWalk): Promise<Matches> {
  const { sql, engine, viewer, common, select, chooseFirst } = walk
  const reached = engine.reach(viewer)
  const authors = [viewer, ...reached.map(({ person }) => person)]
  const found = new Map<number, Match>()
  const keep = (matches: readonly Match[]) => {
    for (const match of matches) found.set(match.post, match)
    return [...found.values()]
  }
  keep(await select(withoutChain(sql, viewer), 'by whose'))
  for (const [from, to] of piecesOf(authors.length)) {
    const piece = authors.slice(from, to)
    const access = common > piece.length * MATCHES_AN_AUTHOR ? 'by whose' : 'by words'
    const soFar = keep(await select(sql`r.author = any(${piece}::int[])`, access))
    const next = reached[to - 1]
    const first = next && chooseFirst(soFar, trustOf(next.cost))
    if (first === undefined) continue
    // The engine knows what the others wrote about these subjects; reading it by their names would be reading all they wrote.
    const read = new Set(authors.slice(0, to))
    const left = engine.postsOn(viewer, first).filter(({ author }) => !read.has(author))
    const all = keep(await select(sql`r.post = any(${left.map(({ post }) => post)}::int[])`, 'by whose'))
    return { found: all.filter(({ subject }) => first.has(subject)), goOn: true }
  }
  return { found: [...found.values()], goOn: false }
}

function* piecesOf(count: number): Generator<[from: number, to: number]> {
  for (let [from, size] = [0, FIRST_AUTHORS]; from < count; size = Math.ceil(TIMES * size)) {
    yield [from, from + size]
    from += size
  }
}

/** What may be the viewer's to find without a chain to its author. */
function withoutChain(sql: SqlReader, viewer: number): Piece {
  return sql`r.post = any(array(
    select p.no from club_member c join post p on p.club = c.club where c.person = ${viewer}
    union select a.post from addressing a where a.person = ${viewer}
  ))`
}
