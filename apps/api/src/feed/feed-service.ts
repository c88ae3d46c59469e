import { type FeedPage, type FeedQuery, LIMITS, type TieView } from '@kith/contract'
import type { Seal } from '../changes/sealed-value.ts'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { findCircle, findPostsNear } from '../graph/list-filters.ts'
import { type AskReader, seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { readCards } from './feed-pipeline.ts'
import { type FeedWindow, openCursor, sealCursor } from './feed-window.ts'
import { findOffersQuestion, type OffersQuestion } from './offers-question.ts'

export interface FeedService {
  read(viewer: Viewer, query: FeedQuery): Promise<FeedPage>
  offersQuestion(viewer: number): Promise<OffersQuestion | null>
}

export interface FeedDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly asks: AskReader
  readonly seal: Seal
  readonly now: () => Date
  /** The viewer's live tie with somebody, as he sees it. */
  readonly viewTie: (viewer: number, other: number) => Promise<TieView | undefined>
}

export function createFeed(deps: FeedDeps): FeedService {
  const { sql, graph, seal, now } = deps
  const newWindow = (): FeedWindow => ({
    asOf: seconds(now()),
    highestPost: graph.engine.highestPost(),
    after: undefined,
  })
  return {
    read: async (viewer, query) => {
      const { cursor } = query
      const circle = await findCircle(sql, viewer.no, query)
      const near = await findPostsNear(sql, query)
      const window = cursor === undefined ? newWindow() : openCursor(seal, cursor, viewer.no, query)
      const request = { viewer: viewer.no, query, circle, near, window, limit: LIMITS.page }
      const isFirst = cursor === undefined && query.lane === 'feed'
      // Begun together, so that one search of what reaches the viewer answers all that the engine is asked.
      const [{ cards, next }, question, offersOpen] = await Promise.all([
        readCards(deps, request),
        isFirst ? findOffersQuestion(deps, viewer.no) : null,
        isFirst && hasOffers(deps, viewer.no, newWindow()),
      ])
      return {
        cards: [...cards],
        cursor: next === undefined ? null : sealCursor(seal, viewer.no, query, { ...window, after: next }),
        offersQuestion: question?.tie ?? null,
        offersOpen,
      }
    },
    offersQuestion: (viewer) => findOffersQuestion(deps, viewer),
  }
}

async function hasOffers(deps: FeedDeps, viewer: number, window: FeedWindow): Promise<boolean> {
  const query: FeedQuery = { lane: 'offers', order: 'newest' }
  const unfiltered = { circle: undefined, near: undefined }
  const { cards } = await readCards(deps, { viewer, query, ...unfiltered, window, limit: 1 })
  return cards.length > 0
}
