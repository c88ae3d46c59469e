import { type AnswerToMe, type CircleKind, PostId, type ShownChain, type ShownPerson } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import {
  type CheckedWitness,
  named,
  presentChain,
  presentPerson,
  presentTie,
} from '../graph/person-presentation.ts'
import { ringKind } from '../graph/told-posts.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'
import { STANDS } from './ask-store.ts'

interface AnswerRow {
  readonly post: number
  readonly helper: number
  readonly at: Date
  readonly shown: boolean
}

export interface AnswerReadingDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly now: () => Date
}

/**
 * What an ask of one's own was answered with. Who answered is shown along the way that the ask took to him, by the rule
 * of names: one's own tie, “a friend of” that tie, or somebody.
 */
export async function readAnswers(
  deps: AnswerReadingDeps,
  { asker, ask }: { readonly asker: number; readonly ask: number },
): Promise<readonly AnswerToMe[]> {
  const rows = await deps.sql<AnswerRow[]>`
    select a.post, p.author as helper, a.made_at as at, a.shown
    from ${standing(deps.sql)} a join post p on p.no = a.post
    where a.ask = ${ask} order by a.made_at, a.post`
  const propose = () =>
    rows.map(
      ({ post }, card): Proposal => ({
        viewer: asker,
        post,
        card,
        witness: { way: 'addressed' },
        from: 'tables',
      }),
    )
  const { voices } = await deps.voices.search({ propose, heardOnly: false, perCard: 1 })
  const ways = await findWays(
    deps,
    rows.map(({ helper }) => ({ ask, helper })),
  )
  return voices.flatMap(({ voice, proposal: { card } }) => {
    const row = rows[card]
    if (row === undefined) return []
    const way = ways.get(card)
    const shown = way ? { person: way.person, chain: way.chain } : {}
    return [{ voice: { ...voice, ...shown }, at: row.at.toISOString(), shown: row.shown }]
  })
}

/** What somebody answered the viewer's ask with, how he appears, and who stands between, from the viewer on. */
export interface KnownAnswer extends Way {
  readonly post: number
  readonly ask: { readonly post: PostId; readonly title: string }
}

/** Of these recommendations those that answer an ask of the viewer's; of several asks the one that was answered last. */
export async function findAnswered(
  deps: AnswerReadingDeps,
  asker: number,
  posts: readonly number[],
): Promise<readonly KnownAnswer[]> {
  if (posts.length === 0) return []
  const rows = await deps.sql<{ post: number; ask: number; helper: number; id: string; title: string }[]>`
    select distinct on (a.post) a.post, a.ask, p.author as helper, own.id, k.title
    from ${standing(deps.sql)} a
    join post p on p.no = a.post
    join ask k on k.post = a.ask
    join post own on own.no = k.post
    where k.author = ${asker} and a.post = any(${[...posts]}::int[])
    order by a.post, a.made_at desc, a.ask desc`
  const ways = await findWays(deps, rows)
  return rows.map(({ post, id, title }, at) => ({
    post,
    ask: { post: PostId.parse(id), title },
    ...(ways.get(at) ?? { person: { shown: 'somebody' }, chain: null, carriers: [] }),
  }))
}

/** Answers as they stand: not those that their author earns by since, nor those that wait for somebody's yes. */
export function standing(sql: Sql) {
  return sql`(
    select a.* from answer a join post p on p.no = a.post join recommendation r on r.post = a.post
    where ${sql.unsafe(STANDS)}
  )`
}

/** How whoever asks sees whoever answered: along the chain by which that one may see the ask, from its other end. */
interface Way {
  readonly person: ShownPerson
  readonly chain: ShownChain | null
  readonly carriers: readonly number[]
}

interface WayRow {
  card: number
  first: number | null
  second: number | null
  way: 'chain' | 'club' | 'addressed'
  rings: number
  id: string | null
  handle: string
  name: string
  photo: string | null
  middleId: string | null
  middleHandle: string
  middleName: string
  tieId: string | null
  tieHandle: string
  tieName: string
  tiePhoto: string | null
  closeness: number | null
  ring: CircleKind | null
}

/** By its place among the wanted; left out where the ask is not there for whoever answered any more. */
async function findWays(
  { sql, graph, now }: AnswerReadingDeps,
  wanted: readonly { readonly ask: number; readonly helper: number }[],
): Promise<ReadonlyMap<number, Way>> {
  const at = now()
  const proposals = wanted.flatMap(({ ask: post, helper: viewer }, card): Proposal[] => {
    const witness = graph.engine.maySee(viewer, post, seconds(at))
    return witness ? [{ viewer, post, card, witness, from: 'engine' }] : []
  })
  const rows = await sql<WayRow[]>`
    with ${checkWitnesses(sql, proposals, at)}
    select c.card, c.way, c.first, c.second, 1 + (c.first is not null)::int + (c.second is not null)::int as rings,
      helper.id, helper.handle, helper.name, helper.image as photo,
      middle.id as "middleId", middle.handle as "middleHandle", middle.name as "middleName",
      tie.id as "tieId", tie.handle as "tieHandle", tie.name as "tieName", tie.image as "tiePhoto",
      side.closeness, ring.kind as ring
    from checked c
    -- Whoever stands next to the asker; in a club nobody need stand between.
    left join tie_side side on side.owner = c.author and side.other = coalesce(c.second, c.first, c.viewer)
      and exists (select from tie t where t.id = side.tie_id and t.ended_at is null offset 0)
    left join person tie on tie.no = side.other
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    left join person middle on middle.no = c.first and c.second is not null and tie.open and middle.open
    left join person helper on helper.no = c.viewer and (
      c.way = 'club' or c.first is null
      or (helper.open and tie.open and (c.second is null or middle.no is not null))
    )
    where c.way in ('chain', 'club') or c.way = 'addressed' and tie.id is not null`
  return new Map(rows.map((row) => [row.card, wayOf(row)]))
}

function wayOf(row: WayRow): Way {
  const person = named(row.id, row.handle, row.name, row.photo)
  const witness = witnessOf(row, person)
  const carriers = [row.second, row.first].filter((carrier) => carrier !== null)
  return { person: presentPerson(person, witness), chain: presentChain(witness), carriers }
}

function witnessOf(row: WayRow, person: ReturnType<typeof named>): CheckedWitness {
  const next = named(row.tieId, row.tieHandle, row.tieName, row.tiePhoto)
  const tie = next && presentTie(next, row)
  if (row.way === 'club') return { way: 'club', tie }
  if (!tie) throw new Error('expected an ask to have begun with a tie of whoever asks')
  const middle = named(row.middleId, row.middleHandle, row.middleName, null)
  return { way: 'chain', tie, beyond: [[], [person], [middle, person]][row.rings - 1] ?? [] }
}
