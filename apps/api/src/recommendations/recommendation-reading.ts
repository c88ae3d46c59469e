import type {
  AudiencePreview,
  Edit,
  History,
  Interest,
  OwnRecommendation,
  OwnRecommendations,
  PreviewAudience,
  ReadRecommendation,
  Why,
  Words,
} from '@kith/contract'
import { LIMITS } from '@kith/contract'
import { z } from 'zod'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db, Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { previewAudience } from './audience-preview.ts'
import { resolveAudience } from './audience-store.ts'
import { type OwnPost, readOwnPosts } from './own-audiences.ts'

const CURSOR = 'own-recommendations'
const CursorContent = z.object({ viewer: z.int(), notebook: z.boolean(), before: z.int() })
const DAY_MS = 86_400_000
const HALF_LIFE_DAYS = 180
const JOB_HALF_LIFE_DAYS = 30

export interface RecommendationReading {
  read(viewer: Viewer, id: string): Promise<ReadRecommendation>
  /** The viewer's own, newest first: all, or the notebook alone. */
  listMine(
    viewer: Viewer,
    list: { cursor?: string | undefined; notebook: boolean },
  ): Promise<OwnRecommendations>
  /** Earlier words, for whoever may see the recommendation. */
  history(viewer: Viewer, id: string): Promise<History>
  why(viewer: Viewer, id: string): Promise<Why>
  /** Who can see it now; for the author alone. */
  audience(viewer: Viewer, id: string): Promise<AudiencePreview>
  preview(viewer: Viewer, preview: PreviewAudience): Promise<AudiencePreview>
}

export interface ReadingDeps {
  readonly db: Db
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly seal: Seal
  readonly now: () => Date
}

export function createReading(deps: ReadingDeps): RecommendationReading {
  const { db, sql, graph, voices, now } = deps
  const find = async (viewer: Viewer, id: string) => orNotFound(await voices.readOne(viewer.no, id))
  return {
    read: async (viewer, id) => {
      const { voice, proposal } = await find(viewer, id)
      if (voice.way !== 'own') return { voice, own: null }
      const own = (await readOwnPosts(sql, viewer.no, [proposal.post])).get(proposal.post)
      return { voice, own: own ? { audience: own.audience, onward: own.onward } : null }
    },
    listMine: (viewer, list) => listMine(deps, viewer, list),
    history: async (viewer, id) => {
      const { proposal } = await find(viewer, id)
      return { edits: await selectEdits(sql, proposal, now()) }
    },
    why: async (viewer, id) => explain(await find(viewer, id), now()),
    audience: async (viewer, id) => {
      const { voice, proposal } = await find(viewer, id)
      const own = (await readOwnPosts(sql, viewer.no, [proposal.post])).get(proposal.post)
      const { numbers, onward } = orNotFound(own)
      const { interest, verdict } = voice
      return previewAudience({ sql, engine: graph.engine }, viewer.no, {
        audience: numbers,
        onward,
        interest,
        verdict,
      })
    },
    preview: async (viewer, { audience, ...rest }) => {
      const numbers = await resolveAudience(db, viewer.no, audience)
      return previewAudience({ sql, engine: graph.engine }, viewer.no, { audience: numbers, ...rest })
    },
  }
}

async function listMine(
  { sql, voices, seal }: ReadingDeps,
  viewer: Viewer,
  { cursor, notebook }: { cursor?: string | undefined; notebook: boolean },
): Promise<OwnRecommendations> {
  const before = cursor === undefined ? null : openCursor(seal, cursor, viewer, notebook)
  const numbers = await selectMine(sql, viewer.no, { before, notebook })
  const shown = numbers.slice(0, LIMITS.page)
  const found = await voices.search({
    propose: () => shown.map((post, card) => proposeOwn(viewer.no, post, card)),
    heardOnly: false,
    perCard: 1,
  })
  const own = await readOwnPosts(sql, viewer.no, shown)
  const recommendations = found.voices.flatMap((one) => withOwn(one, own.get(one.proposal.post)))
  const last = numbers.length > LIMITS.page ? shown.at(-1) : undefined
  if (last === undefined) return { recommendations, cursor: null }
  const content = JSON.stringify({ viewer: viewer.no, notebook, before: last })
  return { recommendations, cursor: seal.seal(CURSOR, content) }
}

function withOwn({ voice }: CheckedVoice, own: OwnPost | undefined): OwnRecommendation[] {
  return own ? [{ voice, audience: own.audience, onward: own.onward }] : []
}

function openCursor(seal: Seal, cursor: string, viewer: Viewer, notebook: boolean): number {
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.viewer !== viewer.no || content.notebook !== notebook) throw new AppError('cursor_invalid')
  return content.before
}

async function selectMine(
  sql: Sql,
  author: number,
  { before, notebook }: { before: number | null; notebook: boolean },
): Promise<number[]> {
  const rows = await sql<{ no: number }[]>`
    select p.no from post p join recommendation r on r.post = p.no
    where p.author = ${author} and p.deleted_at is null and p.form <> 'club'
      and (${before}::int is null or p.no < ${before}::int)
      and (p.form = 'notebook' or not ${notebook})
    order by p.no desc limit ${LIMITS.page + 1}`
  return rows.map((row) => row.no)
}

function proposeOwn(viewer: number, post: number, card: number): Proposal {
  return { viewer, post, card, witness: { way: 'own' }, from: 'tables' }
}

async function selectEdits(sql: Sql, proposal: Proposal, now: Date): Promise<Edit[]> {
  const rows = await sql<{ words: Words; interest: Interest | null; until: Date }[]>`
    with ${checkWitnesses(sql, [proposal], now)}
    select e.words, e.interest, e.until
    from checked c join recommendation_edit e on e.post = c.post order by e.until desc`
  return rows.map((row) => ({ ...row, until: row.until.toISOString() }))
}

function explain({ voice, since, heard }: CheckedVoice, now: Date): Why {
  const days = Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS))
  const halfLifeDays = voice.subject.kind === 'job' ? JOB_HALF_LIFE_DAYS : HALF_LIFE_DAYS
  const { post, person, chain, way } = voice
  const tenths = Math.round(10 * 2 ** (-days / halfLifeDays))
  return { post, person, chain, way, heard, freshness: { days, halfLifeDays, tenths } }
}
