import type { ChangeTail } from '../changes/change-tail.ts'
import type { Sql } from '../database/client.ts'
import { type CheckedAsk, presentAsk } from './ask-presentation.ts'
import { selectAsks } from './ask-rows.ts'
import type { Graph } from './graph-follower.ts'
import type { PostAnswer, PostRequest } from './told-posts.ts'
import { type CheckedVoice, presentVoice } from './voice-presentation.ts'
import { selectVoices } from './voice-rows.ts'
import type { Proposal } from './witness-check.ts'

// How long a reader waits for an engine that is behind; then he is answered anyway.
const PATIENCE_MS = 500

/** What the database made of a search. */
export interface Checked<Shown> {
  /** Loaded voices, in the order in which they were proposed. */
  readonly voices: readonly Shown[]
  /** How many proposals of each card hold, loaded or not. */
  readonly counts: ReadonlyMap<number, number>
}

export type CheckedVoices = Checked<CheckedVoice>

export interface VoiceSearch {
  /** Asks the engine. Called again when the engine turns out to be behind. */
  readonly propose: () => readonly Proposal[]
  /** Leaves out what the viewer may see and does not hear. */
  readonly heardOnly: boolean
  readonly perCard: number
}

export interface PostReader<Shown> {
  /**
   * Loads what the engine proposes and the database accepts. A refused witness is searched again once the engine is past
   * that snapshot; if it is refused still, the engine reads the rows behind it again and searches for the last time.
   */
  search(search: VoiceSearch): Promise<Checked<Shown>>
  /**
   * The same for something that is asked for by id: before it is said not to be there, the engine is given the time to
   * come past the snapshot in which the id was looked up. An unknown id waits as well, so that how long tells nothing.
   */
  searchById(search: VoiceSearch, horizon: bigint): Promise<Checked<Shown>>
  /**
   * One post by its id, by the first of the ways in which the viewer may see it; undefined if there is none. What others
   * say of each other has no part in which way that is: strengths may be felt in lists of what is heard alone.
   */
  readOne(viewer: number, postId: string): Promise<Shown | undefined>
}

/** Reads recommendations; an ask is not there for it. */
export type VoiceReader = PostReader<CheckedVoice>
/** Reads asks; a recommendation is not there for it. */
export type AskReader = PostReader<CheckedAsk>

export interface PostReaderDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly tail: Pick<ChangeTail, 'caughtUp'>
  readonly now: () => Date
}

interface Loading<Row, Shown> {
  readonly select: (sql: Sql, request: PostRequest) => Promise<PostAnswer<Row>>
  readonly present: (row: Row, proposal: Proposal, now: Date) => Shown
}

export function createVoiceReader(deps: PostReaderDeps): VoiceReader {
  return createReader(deps, { select: selectVoices, present: presentVoice })
}

export function createAskReader(deps: PostReaderDeps): AskReader {
  return createReader(deps, { select: selectAsks, present: presentAsk })
}

function createReader<Row extends { readonly ord: number }, Shown>(
  { sql, graph, tail, now }: PostReaderDeps,
  { select, present }: Loading<Row, Shown>,
): PostReader<Shown> {
  const load = async (search: VoiceSearch) => {
    const proposals = search.propose()
    if (proposals.length === 0)
      return { voices: [], counts: new Map<number, number>(), refused: [], horizon: 0n }
    const at = now()
    const { voices, ...checked } = await select(sql, { ...search, proposals, now: at })
    return {
      voices: voices.map((row) => present(row, proposalOf(proposals, row.ord), at)),
      ...judge(proposals, checked),
    }
  }
  const catchUp = (horizon: bigint) => tail.caughtUp(horizon - 1n, PATIENCE_MS)

  const search = async (wanted: VoiceSearch): Promise<Checked<Shown>> => {
    const first = await load(wanted)
    if (first.refused.length === 0) return first
    await catchUp(first.horizon)
    const second = await load(wanted)
    if (second.refused.length === 0) return second
    await graph.repair(second.refused)
    return load(wanted)
  }

  const searchById = async (wanted: VoiceSearch, horizon: bigint): Promise<Checked<Shown>> => {
    const first = await search(wanted)
    if (first.voices.length > 0) return first
    await catchUp(horizon)
    return search(wanted)
  }

  return {
    search,
    searchById,
    readOne: async (viewer, postId) => {
      const found = await findPost(sql, postId)
      const propose = () => proposeOne(graph, viewer, found, seconds(now()))
      const { voices } = await searchById({ propose, heardOnly: false, perCard: 1 }, found.horizon)
      return voices[0]
    },
  }
}

interface FoundPost {
  readonly no: number | null
  readonly author: number | null
  readonly horizon: bigint
}

async function findPost(sql: Sql, postId: string): Promise<FoundPost> {
  const [row] = await sql<{ no: number | null; author: number | null; horizon: string }[]>`
    select p.no, p.author, pg_snapshot_xmax(pg_current_snapshot())::text as horizon
    from (select) one left join post p on p.id = ${postId} and p.deleted_at is null`
  return { no: row?.no ?? null, author: row?.author ?? null, horizon: BigInt(row?.horizon ?? '0') }
}

function proposeOne(graph: Graph, viewer: number, found: FoundPost, now: number): Proposal[] {
  const { no: post, author } = found
  if (post === null) return []
  if (author === viewer) return [{ viewer, post, card: 0, witness: { way: 'own' }, from: 'tables' }]
  const witness = graph.engine.maySee(viewer, post, now)
  return witness ? [{ viewer, post, card: 0, witness, from: 'engine' }] : []
}

function judge(proposals: readonly Proposal[], { horizon, held }: Omit<PostAnswer<unknown>, 'voices'>) {
  const holds = new Set(held)
  const counts = new Map<number, number>()
  for (const [ord, { card }] of proposals.entries()) {
    if (holds.has(ord)) counts.set(card, (counts.get(card) ?? 0) + 1)
  }
  return {
    counts,
    refused: proposals.filter(({ from }, ord) => from === 'engine' && !holds.has(ord)),
    horizon,
  }
}

function proposalOf(proposals: readonly Proposal[], ord: number): Proposal {
  const proposal = proposals[ord]
  if (!proposal) throw new Error(`expected an answer to a proposal, got one to number ${ord}`)
  return proposal
}

/** Whole seconds since 1970, as the engine counts. */
export function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
