import type { AnswerToMe, CircleKind, ShownPerson } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { type CheckedWitness, named, presentPerson, presentTie } from '../graph/person-presentation.ts'
import { ringKind } from '../graph/told-posts.ts'
import { seconds, type VoiceReader } from '../graph/voice-reader.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'

interface AnswerRow {
  readonly post: number
  readonly helper: number
  readonly at: Date
}

interface ReadingDeps {
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
  deps: ReadingDeps,
  { asker, ask }: { readonly asker: number; readonly ask: number },
): Promise<readonly AnswerToMe[]> {
  const rows = await deps.sql<AnswerRow[]>`
    select a.post, p.author as helper, a.made_at as at from ${standing(deps.sql)} a join post p on p.no = a.post
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
  const helpers = await nameHelpers(deps, ask, new Set(rows.map(({ helper }) => helper)))
  return voices.flatMap(({ voice, proposal }) => {
    const row = rows[proposal.card]
    const person = (row && helpers.get(row.helper)) ?? voice.person
    return row ? [{ voice: { ...voice, person }, at: row.at.toISOString() }] : []
  })
}

/** Answers as they stand: not those that their author earns by since, nor those that wait for somebody's yes. */
export function standing(sql: Sql) {
  return sql`(
    select a.* from answer a join post p on p.no = a.post join recommendation r on r.post = a.post
    where p.form <> 'held' and r.interest is distinct from 'paid'
  )`
}

interface HelperRow {
  helper: number
  way: 'chain' | 'club'
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

/** How whoever asks sees those who answered: along the chain by which each of them may see the ask, from its other end. */
async function nameHelpers(
  { sql, graph, now }: ReadingDeps,
  ask: number,
  helpers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, ShownPerson>> {
  const at = now()
  const proposals = [...helpers].flatMap((viewer, card): Proposal[] => {
    const witness = graph.engine.maySee(viewer, ask, seconds(at))
    return witness ? [{ viewer, post: ask, card, witness, from: 'engine' }] : []
  })
  const rows = await sql<HelperRow[]>`
    with ${checkWitnesses(sql, proposals, at)}
    select c.viewer as helper, c.way, 1 + (c.first is not null)::int + (c.second is not null)::int as rings,
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
    where c.way in ('chain', 'club')`
  return new Map(rows.map((row) => [row.helper, presentHelper(row)]))
}

function presentHelper(row: HelperRow): ShownPerson {
  const person = named(row.id, row.handle, row.name, row.photo)
  return presentPerson(person, witnessOf(row, person))
}

function witnessOf(row: HelperRow, person: ReturnType<typeof named>): CheckedWitness {
  const next = named(row.tieId, row.tieHandle, row.tieName, row.tiePhoto)
  const tie = next && presentTie(next, row)
  if (row.way === 'club') return { way: 'club', tie }
  if (!tie) throw new Error('expected an ask to have begun with a tie of whoever asks')
  const middle = named(row.middleId, row.middleHandle, row.middleName, null)
  return { way: 'chain', tie, beyond: [[], [person], [middle, person]][row.rings - 1] ?? [] }
}
