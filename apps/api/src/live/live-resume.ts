import type { LiveChange, LiveMessage } from '@kith/contract'
import type { Position } from '../changes/change-log.ts'
import { readChanges } from '../changes/change-reader.ts'
import type { ChangeTail } from '../changes/change-tail.ts'
import { openPositions, sealPosition } from '../changes/sealed-position.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { addNews, noNews, type OwnList } from './live-news.ts'
import { findNotified } from './live-notified.ts'
import { findPostNews } from './live-posts.ts'

// How long a greeting waits for the client's own last writes.
const PATIENCE_MS = 500

export interface ResumeDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly tail: Pick<ChangeTail, 'position' | 'caughtUp'>
  readonly seal: Seal
  readonly now: () => Date
}

export interface Hello {
  readonly after: string | null
  readonly writes: readonly string[]
}

/**
 * The first words on a connection: where it stands, and for one that comes back what it missed. A post that was heard then
 * and is not any more cannot be told from one that never was; that is why the feed is always to be fetched again, and
 * nothing can be read off that. A position that is too old, or not ours, means "fetch everything again".
 */
export async function greet(deps: ResumeDeps, viewer: number, hello: Hello): Promise<readonly LiveMessage[]> {
  const { tail, seal } = deps
  const written = openPositions(seal, hello.writes)
  if (written !== undefined) await tail.caughtUp(written, PATIENCE_MS)
  // What is applied after this is told as it comes: the connection is listening already.
  const position = sealPosition(seal, tail.position())
  const ready: LiveMessage = { type: 'ready', position }
  if (hello.after === null) return [ready]
  const after = openPositions(seal, [hello.after])
  const missed = after === undefined ? undefined : await findMissed(deps, viewer, after)
  if (missed === undefined) return [ready, { type: 'refetch', position }]
  return [ready, { type: 'changes', position, changes: [...missed] }]
}

async function findMissed(
  deps: ResumeDeps,
  viewer: number,
  after: Position,
): Promise<readonly LiveChange[] | undefined> {
  const batch = await readChanges(deps.sql, after)
  if (batch.kind === 'behind') return undefined
  const news = noNews()
  addNews(news, batch.changes)
  const lists = new Set<OwnList>([...(news.lists.get(viewer) ?? []), 'feed'])
  const me = new Set([viewer])
  const mine = [...news.addressed].filter(([, persons]) => persons.has(viewer))
  const told = await findPostNews(deps, {
    news: { posts: news.posts, addressed: new Map(mine.map(([post]) => [post, me])) },
    heardBefore: new Map(),
    connected: me,
  })
  const notified = await findNotified(deps, news.notified, me)
  if (notified.has(viewer)) lists.add('notifications')
  return [...[...lists].map((kind) => ({ kind })), ...told.map(({ change }) => change)]
}
