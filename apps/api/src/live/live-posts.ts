import type { LiveChange } from '@kith/contract'
import type { TrustGraph } from '@kith/trust-graph'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { seconds } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import { checkProposals, readPostIds } from './live-check.ts'
import type { News } from './live-news.ts'

/** What one person is to be told about one post. */
export interface PostNews {
  readonly viewer: number
  readonly change: LiveChange
}

export interface ChangedPosts {
  readonly news: Pick<News, 'posts' | 'addressed'>
  /** By post, who of the connected heard it before it changed. */
  readonly heardBefore: ReadonlyMap<number, ReadonlySet<number>>
  readonly connected: ReadonlySet<number>
}

export interface PostDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly now: () => Date
}

export interface Told {
  readonly viewer: number
  readonly post: number
}

/**
 * Who of the connected is told what about posts that changed: "post" if he hears it now, checked against the tables,
 * "gone" if he heard it before and does not any more. Authors and those it was addressed to count as hearing it.
 */
export async function findPostNews(deps: PostDeps, changed: ChangedPosts): Promise<readonly PostNews[]> {
  const { posts, addressed } = changed.news
  if (changed.connected.size === 0 || posts.size + addressed.size === 0) return []
  const { engine } = deps.graph
  const at = deps.now()
  const hearers = [...posts].flatMap((post) =>
    engine.whoHears(post, changed.connected, seconds(at)).map((viewer) => ({ post, viewer })),
  )
  const recipients = pairs(addressed).filter(({ viewer }) => changed.connected.has(viewer))
  const authors = await selectAuthors(deps.sql, posts, changed.connected)
  const accepted = await checkProposals(
    deps.sql,
    [
      ...proposeHeard(engine, [...hearers, ...recipients], seconds(at)),
      ...proposeKnown(recipients, 'addressed'),
      ...proposeKnown(authors, 'own'),
    ],
    { heardOnly: true, now: at },
  )
  const heard = distinct(accepted)
  const lost = distinct([...pairs(changed.heardBefore), ...recipients, ...authors])
  const ids = await readPostIds(deps.sql, new Set([...posts, ...addressed.keys()]))
  return [
    ...[...heard.values()].flatMap((told) => say('post', told, ids)),
    ...[...lost].filter(([key]) => !heard.has(key)).flatMap(([, told]) => say('gone', told, ids)),
  ]
}

/** How each of these viewers hears each of these posts, for the database to check. O(one reach per viewer). */
function proposeHeard(engine: TrustGraph, told: readonly Told[], now: number): Proposal[] {
  const byViewer = Map.groupBy(told, ({ viewer }) => viewer)
  return [...byViewer].flatMap(([viewer, posts]) =>
    engine
      .hearsAmong(
        viewer,
        posts.map(({ post }) => post),
        now,
      )
      .map(({ post, witness }): Proposal => ({ viewer, post, witness, card: 0, from: 'engine' })),
  )
}

// What somebody knows without the engine: his own posts, and those addressed to him.
function proposeKnown(told: readonly Told[], way: 'own' | 'addressed'): Proposal[] {
  return told.map(
    ({ viewer, post }): Proposal => ({ viewer, post, witness: { way }, card: 0, from: 'tables' }),
  )
}

/** Authors who are connected: their other devices show the post as well. */
async function selectAuthors(
  sql: Sql,
  posts: ReadonlySet<number>,
  connected: ReadonlySet<number>,
): Promise<readonly Told[]> {
  return sql<Told[]>`
    select p.author as viewer, p.no as post from post p
    where p.no = any(${[...posts]}::int[]) and p.author = any(${[...connected]}::int[])`
}

export function pairs(map: ReadonlyMap<number, ReadonlySet<number>>): Told[] {
  return [...map].flatMap(([post, viewers]) => [...viewers].map((viewer) => ({ post, viewer })))
}

function distinct(told: readonly Told[]): ReadonlyMap<string, Told> {
  return new Map(told.map(({ viewer, post }) => [`${viewer} ${post}`, { viewer, post }]))
}

// The words of a post may be gone, its row is not; only an account's end removes that as well.
function say(kind: 'post' | 'gone', { viewer, post }: Told, ids: ReadonlyMap<number, string>): PostNews[] {
  const id = ids.get(post)
  return id === undefined ? [] : [{ viewer, change: { kind, id } }]
}
