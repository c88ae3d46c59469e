import type {
  AudienceHistory,
  AudiencePreview,
  Edit,
  History,
  Interest,
  OwnRecommendations,
  PreviewAudience,
  ReadRecommendation,
  Why,
  Words,
} from '@kith/contract'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db, Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import { explainWay, halfLifeOf } from '../graph/why.ts'
import { checkWitnesses, type Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { orNotFound } from '../http/refusals.ts'
import { readAudienceHistory } from '../posts/audience-history.ts'
import { previewAudience } from '../posts/audience-preview.ts'
import { resolveAudience } from '../posts/audience-store.ts'
import { presentOwn, readOwnPosts } from '../posts/own-audiences.ts'
import { listMine, listWaiting } from './own-list.ts'

export interface RecommendationReading {
  read(viewer: Viewer, id: string): Promise<ReadRecommendation>
  /** The viewer's own, newest first: all, or the notebook alone. */
  listMine(
    viewer: Viewer,
    list: { cursor?: string | undefined; notebook: boolean },
  ): Promise<OwnRecommendations>
  /** The viewer's own that fade until he says that they are still true, the longest waiting first; a page at most. */
  waiting(viewer: Viewer): Promise<OwnRecommendations>
  /** Earlier words, for whoever may see the recommendation. */
  history(viewer: Viewer, id: string): Promise<History>
  why(viewer: Viewer, id: string): Promise<Why>
  /** Who can see it now; for the author alone. */
  audience(viewer: Viewer, id: string): Promise<AudiencePreview>
  /** What its author changed about that; for him alone. */
  audienceHistory(viewer: Viewer, id: string): Promise<AudienceHistory>
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
  const ownOf = async (viewer: Viewer, { post }: Proposal) =>
    orNotFound((await readOwnPosts(sql, viewer.no, [post])).get(post))
  return {
    read: async (viewer, id) => {
      const { voice, proposal } = await find(viewer, id)
      if (voice.way !== 'own') return { voice, own: null }
      const own = (await readOwnPosts(sql, viewer.no, [proposal.post])).get(proposal.post)
      return { voice, own: own ? presentOwn(own) : null }
    },
    listMine: (viewer, list) => listMine(deps, viewer, list),
    waiting: (viewer) => listWaiting(deps, viewer),
    history: async (viewer, id) => {
      const { proposal } = await find(viewer, id)
      return { edits: await selectEdits(sql, proposal, now()) }
    },
    why: async (viewer, id) => {
      const { voice, since, heard } = await find(viewer, id)
      return explainWay(voice, { since, heard, halfLifeDays: halfLifeOf(voice.subject) }, now())
    },
    audience: async (viewer, id) => {
      const { voice, proposal } = await find(viewer, id)
      const { numbers, onward } = await ownOf(viewer, proposal)
      const { interest, verdict } = voice
      return previewAudience({ sql, engine: graph.engine }, viewer.no, {
        audience: numbers,
        onward,
        interest,
        verdict,
        post: proposal.post,
      })
    },
    audienceHistory: async (viewer, id) => {
      const { proposal } = await find(viewer, id)
      const { no } = await ownOf(viewer, proposal)
      return readAudienceHistory(sql, viewer.no, no)
    },
    preview: async (viewer, { audience, post, ...rest }) => {
      const own = post === undefined ? undefined : await ownOf(viewer, (await find(viewer, post)).proposal)
      const numbers = await resolveAudience(db, viewer.no, audience)
      return previewAudience({ sql, engine: graph.engine }, viewer.no, {
        audience: numbers,
        ...rest,
        ...(own && { post: own.no }),
      })
    },
  }
}

async function selectEdits(sql: Sql, proposal: Proposal, now: Date): Promise<Edit[]> {
  const rows = await sql<{ words: Words; interest: Interest | null; until: Date }[]>`
    with ${checkWitnesses(sql, [proposal], now)}
    select e.words, e.interest, e.until
    from checked c join recommendation_edit e on e.post = c.post order by e.until desc`
  return rows.map((row) => ({ ...row, until: row.until.toISOString() }))
}
