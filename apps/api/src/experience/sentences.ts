import { type CircleKind, LIMITS, type Sentences, type ShownPerson } from '@kith/contract'
import { z } from 'zod'
import type { Seal } from '../changes/sealed-value.ts'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import {
  type Named,
  named,
  type PersonWitness,
  presentPerson,
  presentTie,
} from '../graph/person-presentation.ts'
import { ringKind } from '../graph/told-posts.ts'
import { seconds } from '../graph/voice-reader.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'
import { AppError } from '../http/refusals.ts'

const CURSOR = 'sentences'
const CursorContent = z.object({
  author: z.int(),
  post: z.int(),
  said: z.iso.datetime(),
  person: z.int(),
})

interface SentenceRow extends Sent {
  text: string
  said: Date
  /** How many persons stand on the chain beyond the author's own tie; null where no chain holds. */
  beyond: number | null
  writerId: string | null
  writerHandle: string
  writerName: string
  writerPhoto: string | null
  tieId: string | null
  tieHandle: string
  tieName: string
  tiePhoto: string | null
  closeness: number | null
  ring: CircleKind | null
}

/** Whose sentence, about which post. */
export interface Sent {
  readonly post: number
  readonly person: number
}

interface SentencesDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly seal: Seal
  readonly now: () => Date
}

interface PageWish {
  readonly author: number
  readonly post: number
  readonly cursor: string | undefined
}

/**
 * What was sent back to the author of a post, the latest first. A sentence travels back along the chain by which its writer
 * may see the post: the author sees his own end of it, by the rule "Names".
 */
export async function readSentences(deps: SentencesDeps, wish: PageWish): Promise<Sentences> {
  const found = await selectPage(deps.sql, wish, openCursor(deps.seal, wish))
  const page = found.slice(0, LIMITS.page)
  const rows = await selectSentences(deps, wish.author, page)
  const last = found.length > LIMITS.page ? page.at(-1) : undefined
  return {
    sentences: rows.map((row) => ({
      person: presentWriter(row),
      text: row.text,
      said: row.said.toISOString(),
    })),
    cursor: last === undefined ? null : sealCursor(deps.seal, wish, last),
  }
}

/** One by one, how whoever sent a sentence back appears to its author; undefined where there is none any more. */
export async function readSenders(
  deps: SentencesDeps,
  author: number,
  sent: readonly Sent[],
): Promise<(ShownPerson | undefined)[]> {
  if (sent.length === 0) return []
  const rows = await selectSentences(deps, author, sent)
  const shown = new Map(rows.map((row) => [`${row.post} ${row.person}`, presentWriter(row)]))
  return sent.map(({ post, person }) => shown.get(`${post} ${person}`))
}

interface PageRow extends Sent {
  readonly said: Date
}

function selectPage(sql: Sql, { author, post }: PageWish, after: z.infer<typeof CursorContent> | null) {
  return sql<PageRow[]>`
    select o.post, o.person, o.said_at as said from outcome o
    where o.post = ${post} and o.sentence is not null and ${notApart(sql, author)}
      and (${after === null} or (o.said_at, o.person) < (${after?.said ?? null}::timestamptz, ${after?.person ?? null}::int))
    order by o.said_at desc, o.person desc limit ${LIMITS.page + 1}`
}

// Read from the author's end: his tie is the last carrier, or the writer himself.
function selectSentences({ sql, graph, now }: SentencesDeps, author: number, sent: readonly Sent[]) {
  const at = now()
  const proposals = sent.flatMap(({ person: viewer, post }): Proposal[] => {
    const witness = graph.engine.maySee(viewer, post, seconds(at))
    return witness ? [{ viewer, post, card: 0, witness, from: 'engine' }] : []
  })
  return sql<SentenceRow[]>`
    with ${checkWitnesses(sql, proposals, at)},
    sent as (
      select o.post, o.person, o.sentence, o.said_at, t.id is not null as tied, k.first, k.second,
        case when t.id is not null then o.person else coalesce(k.second, k.first) end as tie
      from unnest(${sent.map(({ post }) => post)}::int[], ${sent.map(({ person }) => person)}::int[]) as w(post, person)
      join outcome o on o.post = w.post and o.person = w.person and o.sentence is not null
      join post p on p.no = o.post and p.author = ${author}
      left join tie t on t.low = least(o.person, ${author}) and t.high = greatest(o.person, ${author})
        and t.ended_at is null
      left join checked k on k.viewer = o.person and k.post = o.post and k.way = 'chain'
      where ${notApart(sql, author)}
    )
    select s.post, s.person, s.sentence as text, s.said_at as said,
      case when s.tied then 0 when s.second is not null then 2 when s.first is not null then 1 end as beyond,
      writer.id as "writerId", writer.handle as "writerHandle", writer.name as "writerName", writer.image as "writerPhoto",
      tie.id as "tieId", tie.handle as "tieHandle", tie.name as "tieName", tie.image as "tiePhoto", side.closeness, ring.kind as ring
    from sent s
    left join person tie on tie.no = s.tie
    left join tie_side side on side.owner = ${author} and side.other = s.tie
    left join lateral (${ringKind(sql, sql`side.owner`, sql`side.other`)}) ring on true
    left join person writer on writer.no = s.person and (s.tied or (s.tie is not null and writer.open
      and not exists (select from person c where c.no in (s.first, s.second) and not c.open)))
    order by s.said_at desc, s.person desc`
}

// `o` is an outcome: between its writer and the author there is no block.
function notApart(sql: Sql, author: number) {
  return sql`not exists (
    select from block b where b.blocker in (o.person, ${author}) and b.blocked in (o.person, ${author})
  )`
}

function sealCursor(seal: Seal, { author, post }: PageWish, { said, person }: PageRow): string {
  return seal.seal(CURSOR, JSON.stringify({ author, post, said: said.toISOString(), person }))
}

function openCursor(seal: Seal, { author, post, cursor }: PageWish) {
  if (cursor === undefined) return null
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.author !== author || content.post !== post) throw new AppError('cursor_invalid')
  return content
}

function presentWriter(row: SentenceRow) {
  const writer = named(row.writerId, row.writerHandle, row.writerName, row.writerPhoto)
  return presentPerson(writer, witnessOf(row, writer))
}

function witnessOf(row: SentenceRow, writer: Named | undefined): PersonWitness {
  const tie = named(row.tieId, row.tieHandle, row.tieName, row.tiePhoto)
  if (tie === undefined || row.beyond === null) return { way: 'spoken' }
  const beyond = Array.from({ length: row.beyond }, (_, at) => (at + 1 === row.beyond ? writer : undefined))
  return { way: 'chain', tie: presentTie(tie, row), beyond }
}
