import { LIMITS, type OwnAskSide, type OwnAsks, PostId, type ReadAsk, type Why } from '@kith/contract'
import { z } from 'zod'
import type { Seal } from '../changes/sealed-value.ts'
import type { Sql } from '../database/client.ts'
import type { AskReader } from '../graph/voice-reader.ts'
import { explainWay, SHORT_HALF_LIFE_DAYS } from '../graph/why.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { readOwnPosts } from '../posts/own-audiences.ts'
import { standing } from './answers-reading.ts'

const CURSOR = 'own-asks'
const CursorContent = z.object({ viewer: z.int(), isOpen: z.boolean(), before: z.int() })

export interface AskReading {
  read(viewer: Viewer, id: string): Promise<ReadAsk>
  /** How it reached the viewer. */
  why(viewer: Viewer, id: string): Promise<Why>
  /** The viewer's own: those that are open first, each part the newest first. */
  listMine(viewer: Viewer, cursor: string | undefined): Promise<OwnAsks>
}

export interface AskReadingDeps {
  readonly sql: Sql
  readonly asks: AskReader
  readonly seal: Seal
  readonly now: () => Date
}

export function createAskReading(deps: AskReadingDeps): AskReading {
  const { sql, asks, now } = deps
  return {
    read: async (viewer, id) => {
      const { ask, proposal } = orNotFound(await asks.readOne(viewer.no, id))
      if (ask.way !== 'own') return { ask, own: null }
      const own = await readOwnSides(sql, viewer.no, [proposal.post])
      return { ask, own: orNotFound(own.get(proposal.post)) }
    },
    why: async (viewer, id) => {
      const { ask, since, heard } = orNotFound(await asks.readOne(viewer.no, id))
      return explainWay(ask, { since, heard, halfLifeDays: SHORT_HALF_LIFE_DAYS }, now())
    },
    listMine: (viewer, cursor) => listMine(deps, viewer, cursor),
  }
}

async function listMine(
  { sql, asks, seal, now }: AskReadingDeps,
  viewer: Viewer,
  cursor: string | undefined,
): Promise<OwnAsks> {
  const after = cursor === undefined ? undefined : openCursor(seal, cursor, viewer)
  const rows = await selectMine(sql, { author: viewer.no, after, now: now() })
  const shown = rows.slice(0, LIMITS.page)
  const propose = () => shown.map(({ no }, card) => proposeOwn(viewer.no, no, card))
  const { voices } = await asks.search({ propose, heardOnly: false, perCard: 1 })
  const sides = await readOwnSides(
    sql,
    viewer.no,
    shown.map(({ no }) => no),
  )
  const last = rows.length > LIMITS.page ? shown.at(-1) : undefined
  return {
    asks: voices.flatMap(({ ask, proposal }) => {
      const own = sides.get(proposal.post)
      return own ? [{ ask, own }] : []
    }),
    cursor: last ? sealCursor(seal, viewer, last) : null,
  }
}

interface Place {
  readonly no: number
  readonly isOpen: boolean
}

function selectMine(
  sql: Sql,
  { author, after, now }: { author: number; after: Place | undefined; now: Date },
): Promise<Place[]> {
  return sql<Place[]>`
    select * from (
      select p.no, p.expires_at > ${now.toISOString()}::timestamptz as "isOpen"
      from ask k join post p on p.no = k.post where k.author = ${author} and p.deleted_at is null
    ) mine
    where ${after === undefined} or ("isOpen", no) < (${after?.isOpen ?? true}::boolean, ${after?.no ?? 0}::int)
    order by "isOpen" desc, no desc limit ${LIMITS.page + 1}`
}

function sealCursor(seal: Seal, { no: viewer }: Viewer, { no: before, isOpen }: Place): string {
  return seal.seal(CURSOR, JSON.stringify({ viewer, isOpen, before }))
}

function openCursor(seal: Seal, cursor: string, viewer: Viewer): Place {
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.viewer !== viewer.no) throw new AppError('cursor_invalid')
  return { no: content.before, isOpen: content.isOpen }
}

function proposeOwn(viewer: number, post: number, card: number): Proposal {
  return { viewer, post, card, witness: { way: 'own' }, from: 'tables' }
}

interface SideRow {
  readonly no: number
  readonly until: string
  readonly answers: number
  readonly guestAnswers: number
  readonly result: 'solved' | 'unsolved' | null
  readonly through: string | null
}

/** What only their author sees of his asks. */
async function readOwnSides(
  sql: Sql,
  author: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, OwnAskSide>> {
  const posts = await readOwnPosts(sql, author, numbers)
  const rows = await sql<SideRow[]>`
    select k.post as no, k.until::text as until, k.result, through.id as through,
      (select count(*) from ${standing(sql)} a where a.ask = k.post)::int as answers,
      (select count(*) from guest_answer g join ask_link l on l.no = g.link where l.ask = k.post)::int as "guestAnswers"
    from ask k left join post through on through.no = k.solved_by
      and exists (select from ${standing(sql)} a where a.ask = k.post and a.post = k.solved_by)
    where k.author = ${author} and k.post = any(${[...numbers]}::int[])`
  return new Map(
    rows.flatMap(({ no, until, answers, guestAnswers, result, through }): [number, OwnAskSide][] => {
      const post = posts.get(no)
      if (!post) return []
      const { audience, onward } = post
      const how = { solved: result === 'solved', through: through === null ? null : PostId.parse(through) }
      return [[no, { audience, onward, until, answers, guestAnswers, result: result && how }]]
    }),
  )
}
