import { type Knowing, LIMITS, PostId, type SubjectKind, type WhoCouldKnow } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { findPostsNear } from '../graph/list-filters.ts'
import { presentTie } from '../graph/person-presentation.ts'
import { readSeen, type SeenDeps } from '../graph/seen-posts.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import type { AskReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { findPostsAtWords, type KnowingRow, selectKnowing } from './knowing-rows.ts'

export interface KnowingDeps extends SeenDeps {
  readonly sql: Sql
  readonly asks: AskReader
  /** Of whom the viewer may read a line about such things, and which: the first of each person. */
  readonly linesAbout: (viewer: number, kind: SubjectKind) => Promise<ReadonlyMap<number, string>>
}

/**
 * Who of the asker's ties could know what he asks, as far as he may see it: they recommend something of that kind, at that
 * place where he names one, or say that one can ask them about it. For the asker alone.
 */
export async function readKnowing(deps: KnowingDeps, viewer: Viewer, id: string): Promise<WhoCouldKnow> {
  const { ask, proposal } = orNotFound(await deps.asks.readOne(viewer.no, id))
  if (ask.way !== 'own') throw notFound()
  const { kind, place, placeId } = ask.wish
  const near =
    placeId === undefined
      ? await findPostsAtWords(deps.sql, place)
      : [...((await findPostsNear(deps.sql, { near: placeId })) ?? [])]
  const lines = await deps.linesAbout(viewer.no, kind)
  const sought = { post: proposal.post, kind, near }
  const rows = await selectKnowing(deps.sql, viewer.no, sought, [...lines.keys()])
  const seen = await readSeen(
    deps,
    viewer.no,
    rows.flatMap(({ posts }) => posts),
  )
  const byPost = new Map(seen.map((voice) => [voice.proposal.post, voice]))
  const knowing = rows.map((row) => presentKnowing(row, byPost, lines.get(row.person) ?? null))
  return {
    knowing: knowing
      .filter(({ asked, recommended, askable }) => asked || recommended !== null || askable !== null)
      .slice(0, LIMITS.knowing),
  }
}

function presentKnowing(
  row: KnowingRow,
  byPost: ReadonlyMap<number, CheckedVoice>,
  askable: string | null,
): Knowing {
  const voices = row.posts.flatMap((post) => byPost.get(post) ?? [])
  const latest = voices[0]?.voice
  return {
    person: presentTie(row, row),
    recommended: latest
      ? {
          post: PostId.parse(latest.post),
          title: latest.subject.title,
          created: latest.created,
          count: voices.length,
        }
      : null,
    askable,
    asked: row.asked,
  }
}
