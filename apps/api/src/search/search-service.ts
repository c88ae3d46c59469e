import { type Card, LIMITS, type SearchPage, type SearchQuery } from '@kith/contract'
import type { Seal } from '../changes/sealed-value.ts'
import type { Sql } from '../database/client.ts'
import { presentCard } from '../graph/card-presentation.ts'
import { hearFound } from '../graph/found-posts.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { findCircle, findPostsNear } from '../graph/list-filters.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { BEST_RANK, findMatches, type Match } from './search-matches.ts'
import {
  behind,
  orderResults,
  type Result,
  type ResultKey,
  throughCircle,
  valueAt,
} from './search-results.ts'
import { readTerms } from './search-terms.ts'
import { openCursor, type SearchWindow, sealCursor } from './search-window.ts'

// One more than is ever counted, to know whether there are more.
const CHECKED_VOICES = LIMITS.voicesPerCard + LIMITS.moreVoices + 1
const REFILLS = 5
// A page, and some more in place of what the database refuses.
const ENOUGH = LIMITS.page + 3

export interface SearchService {
  /** Everything that matches among what the viewer hears, wrote and was addressed with, page by page. */
  read(viewer: Viewer, query: SearchQuery): Promise<SearchPage>
}

export interface SearchDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly seal: Seal
  readonly now: () => Date
  /** Up to how many matches by anybody are looked through, before asking who is heard. */
  readonly few: number
}

/** What the viewer may be shown of the subjects that stand first, asked of the engine anew each time. */
interface Finding {
  readonly results: () => readonly Result[]
  /** Whether more subjects follow. */
  readonly goOn: boolean
}

export function createSearch(deps: SearchDeps): SearchService {
  const { graph, seal, now } = deps
  const newWindow = (): SearchWindow => ({
    asOf: seconds(now()),
    highestPost: graph.engine.highestPost(),
    nearly: false,
    after: undefined,
  })
  return {
    read: async (viewer, query) => {
      const first = query.cursor === undefined
      const window = first ? newWindow() : openCursor(seal, query.cursor ?? '', viewer.no, query)
      const found = await readWindow(deps, viewer.no, query, window)
      if (!first || found.cards.length > 0) return found
      return readWindow(deps, viewer.no, query, { ...window, nearly: true })
    },
  }
}

async function readWindow(
  deps: SearchDeps,
  viewer: number,
  query: SearchQuery,
  window: SearchWindow,
): Promise<SearchPage> {
  const finding = await prepareFinding(deps, viewer, query, window)
  const { cards, next } = await readCards(deps, viewer, finding, window.after)
  const cursor = next === undefined ? null : sealCursor(deps.seal, viewer, query, { ...window, after: next })
  return { cards, cursor, nearly: window.nearly && cards.length > 0 }
}

async function prepareFinding(
  { sql, graph, now, few }: SearchDeps,
  viewer: number,
  query: SearchQuery,
  { asOf, highestPost, nearly, after }: SearchWindow,
): Promise<Finding> {
  const near = await findPostsNear(sql, query)
  const members = await findMembers(sql, viewer, query)
  const order = (found: readonly Match[]) => {
    const within = near ? found.filter(({ post }) => near.has(post)) : found
    const heard = hearFound(graph.engine, viewer, within, seconds(now()))
    return behind(orderResults(throughCircle(heard, members)), after)
  }
  const chooseFirst = (found: readonly Match[], trust: number) => {
    const final = order(found).filter(({ key }) => key.value > valueAt(BEST_RANK, trust))
    return final.length < ENOUGH ? undefined : new Set(final.slice(0, ENOUGH).map(({ key }) => key.subject))
  }
  const search = { viewer, query, terms: readTerms(query.q), nearly, asOf, highestPost }
  const { found, goOn } = await findMatches({ sql, engine: graph.engine, few }, search, chooseFirst)
  return { results: () => order(found), goOn }
}

async function findMembers(sql: Sql, viewer: number, query: SearchQuery) {
  const circle = await findCircle(sql, viewer, query)
  if (circle === undefined) return undefined
  const rows = await sql<{ other: number }[]>`
    select other from circle_member where owner = ${viewer} and circle = ${circle}`
  return new Set(rows.map(({ other }) => other))
}

/** A page: what is refused by the database falls out, and the page is filled again, a bounded number of times. */
async function readCards(
  { voices }: SearchDeps,
  viewer: number,
  { results, goOn }: Finding,
  from: ResultKey | undefined,
): Promise<{ cards: Card[]; next: ResultKey | undefined }> {
  const cards: Card[] = []
  let after = from
  let isMore = true
  for (let round = 0; isMore && cards.length < LIMITS.page && round <= REFILLS; round++) {
    let shown: readonly Result[] = []
    const propose = () => {
      const left = behind(results(), after)
      shown = left.slice(0, LIMITS.page - cards.length)
      isMore = left.length > shown.length
      return shown.flatMap(({ voices: all }, card) =>
        all.slice(0, CHECKED_VOICES).map(({ post, witness, from: source }) => ({
          viewer,
          post,
          card,
          witness,
          from: source,
        })),
      )
    }
    const found = await voices.search({ propose, heardOnly: true, perCard: LIMITS.voicesPerCard })
    cards.push(...shown.flatMap((_, at) => presentCard(found, at)))
    after = shown.at(-1)?.key ?? after
  }
  return { cards, next: isMore || goOn ? after : undefined }
}
