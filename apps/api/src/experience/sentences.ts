import type { CircleKind, Sentence } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { type Named, type PersonWitness, presentPerson, presentTie } from '../graph/person-presentation.ts'
import { seconds } from '../graph/voice-reader.ts'
import { ringKind } from '../graph/voice-rows.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'

// How many of them an author reads at most.
const PAGE = 20

interface SentenceRow {
  text: string
  said: Date
  /** How many persons stand on the chain beyond the author's own tie; null where no chain holds. */
  beyond: number | null
  writerId: string | null
  writerHandle: string
  writerName: string
  tieId: string | null
  tieHandle: string
  tieName: string
  closeness: number | null
  ring: CircleKind | null
}

/**
 * What was sent back to the author of a post, the latest first. A sentence travels back along the chain by which its writer
 * may see the post: the author sees his own end of it, by the rule "Names".
 */
export async function readSentences(
  { sql, graph, now }: { sql: Sql; graph: Graph; now: () => Date },
  author: number,
  post: number,
): Promise<Sentence[]> {
  const writers = await sql<{ no: number }[]>`
    select person as no from outcome where post = ${post} and sentence is not null`
  const proposals = writers.flatMap(({ no: viewer }): Proposal[] => {
    const witness = graph.engine.maySee(viewer, post, seconds(now()))
    return witness ? [{ viewer, post, card: 0, witness, from: 'engine' }] : []
  })
  const rows = await selectSentences(sql, { author, post, proposals, now: now() })
  return rows.map((row) => ({ person: presentWriter(row), text: row.text, said: row.said.toISOString() }))
}

interface SentenceWish {
  readonly author: number
  readonly post: number
  readonly proposals: readonly Proposal[]
  readonly now: Date
}

// Read from the author's end: his tie is the last carrier, or the writer himself.
function selectSentences(sql: Sql, { author, post, proposals, now }: SentenceWish) {
  return sql<SentenceRow[]>`
    with ${checkWitnesses(sql, proposals, now)},
    sent as (
      select o.person, o.sentence, o.said_at, t.id is not null as tied, k.first, k.second,
        case when t.id is not null then o.person else coalesce(k.second, k.first) end as tie
      from outcome o
      left join tie t on t.low = least(o.person, ${author}) and t.high = greatest(o.person, ${author})
        and t.ended_at is null
      left join checked k on k.viewer = o.person and k.way = 'chain'
      where o.post = ${post} and o.sentence is not null
        and not exists (select from block b
          where b.blocker in (o.person, ${author}) and b.blocked in (o.person, ${author}))
    )
    select s.sentence as text, s.said_at as said,
      case when s.tied then 0 when s.second is not null then 2 when s.first is not null then 1 end as beyond,
      writer.id as "writerId", writer.handle as "writerHandle", writer.name as "writerName",
      tie.id as "tieId", tie.handle as "tieHandle", tie.name as "tieName", side.closeness, ring.kind as ring
    from sent s
    left join person tie on tie.no = s.tie
    left join tie_side side on side.owner = ${author} and side.other = s.tie
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    left join person writer on writer.no = s.person and (s.tied or (s.tie is not null and writer.open
      and not exists (select from person c where c.no in (s.first, s.second) and not c.open)))
    order by s.said_at desc, s.person limit ${PAGE}`
}

function presentWriter(row: SentenceRow) {
  const writer = named(row.writerId, row.writerHandle, row.writerName)
  return presentPerson(writer, witnessOf(row, writer))
}

function witnessOf(row: SentenceRow, writer: Named | undefined): PersonWitness {
  const tie = named(row.tieId, row.tieHandle, row.tieName)
  if (tie === undefined || row.beyond === null) return { way: 'spoken' }
  const beyond = Array.from({ length: row.beyond }, (_, at) => (at + 1 === row.beyond ? writer : undefined))
  return { way: 'chain', tie: presentTie(tie, row), beyond }
}

function named(id: string | null, handle: string, name: string): Named | undefined {
  return id === null ? undefined : { id, handle, name }
}
