import type { Answerable, AnswerableAsks } from '@kith/contract'
import { LIMITS } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { type AskReader, seconds } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'

// Of what is heard so many, the most trusted, are looked through.
const LOOKED_THROUGH = 100

interface AnswerableDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly asks: AskReader
  readonly now: () => Date
}

interface KnownRow {
  readonly post: number
  readonly recommends: number
  readonly there: number
  readonly saysSo: boolean
}

/**
 * Open asks that the viewer hears and has not answered: first those about whose kind he recommends something, at the place
 * that they name before others, or says that one can ask him; each part in the feed's order. A few. O(reach).
 */
export async function readAnswerable(
  { sql, graph, asks, now }: AnswerableDeps,
  viewer: Viewer,
): Promise<AnswerableAsks> {
  const { cards } = graph.engine.page(viewer.no, {
    lane: 'feed',
    order: 'ranked',
    only: 'asks',
    asOf: seconds(now()),
    highestPost: graph.engine.highestPost(),
    kinds: undefined,
    circle: undefined,
    notBefore: undefined,
    ownExperience: false,
    among: undefined,
    after: undefined,
    limit: LOOKED_THROUGH,
  })
  const heard = cards.flatMap(({ ask }) => ask ?? [])
  const known = new Map((await selectKnown(sql, viewer.no, heard)).map((row) => [row.post, row]))
  const ranked = heard
    .flatMap((post) => known.get(post) ?? [])
    .toSorted((one, other) => weightOf(other) - weightOf(one))
    .slice(0, LIMITS.page)
  const propose = () => {
    const ways = graph.engine.hearsAmong(
      viewer.no,
      ranked.map(({ post }) => post),
      seconds(now()),
    )
    const byPost = new Map(ways.map((way) => [way.post, way.witness]))
    return ranked.flatMap(({ post }, card): Proposal[] => {
      const witness = byPost.get(post)
      return witness ? [{ viewer: viewer.no, post, card, witness, from: 'engine' }] : []
    })
  }
  const { voices } = await asks.search({ propose, heardOnly: true, perCard: 1 })
  const shown = voices.flatMap(({ ask, proposal: { card } }): Answerable[] => {
    const row = ranked[card]
    return row ? [{ ask, because: becauseOf(row) }] : []
  })
  return { asks: shown.slice(0, LIMITS.answerable) }
}

/** How much of his own the viewer has to say to each; what he has answered is left out. */
function selectKnown(sql: Sql, viewer: number, posts: readonly number[]): Promise<KnownRow[]> {
  return sql<KnownRow[]>`
    select k.post, said.recommends, said.there,
      exists (select from askable a where a.person = ${viewer} and a.kind = k.kind) as "saysSo"
    from ask k
    cross join lateral (
      select count(*)::int as recommends,
        count(*) filter (where r.place_id = k.place_id or kith_folded(r.place) = kith_folded(k.place))::int as there
      from recommendation r
      join subject s on s.no = r.subject and s.kind = k.kind
      join post p on p.no = r.post and p.deleted_at is null
      where r.author = ${viewer} and r.verdict = 'recommend' and r.interest is distinct from 'paid'
    ) said
    where k.post = any(${[...posts]}::int[]) and not exists (
      select from answer a join post given on given.no = a.post
      where a.ask = k.post and given.author = ${viewer}
    )`
}

// What is there before what is elsewhere, and that before a mere line.
function weightOf({ there, recommends, saysSo }: KnownRow): number {
  return (there > 0 ? 4 : 0) + (recommends > 0 ? 2 : 0) + (saysSo ? 1 : 0)
}

function becauseOf({ recommends, saysSo }: KnownRow): Answerable['because'] {
  if (recommends > 0) return 'recommends'
  return saysSo ? 'askable' : null
}
