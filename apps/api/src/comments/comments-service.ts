import {
  type Comment,
  CommentId,
  type Comments,
  LIMITS,
  type MakeComment,
  type ShownPerson,
} from '@kith/contract'
import { z } from 'zod'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Notify } from '../changes/news.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import { refuseHeld } from '../graph/held-posts.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { presentComment } from './comment-presentation.ts'
import { selectComments } from './comment-rows.ts'
import {
  countComments,
  deleteComment,
  findComment,
  findConcerned,
  insertComment,
  type NewComment,
} from './comments-store.ts'

const CURSOR = 'comments'
const CursorContent = z.object({ viewer: z.int(), post: z.int(), after: z.int() })
const Made = z.object({ comment: CommentId })
const DAY_MS = 86_400_000
const ALL = { after: 0, id: null, among: null }

/** Comments have the audience of their recommendation: whoever may see it reads and writes them. */
export interface CommentService {
  /** A page of them, oldest first. */
  list(viewer: Viewer, post: string, cursor: string | undefined): Promise<Comments>
  make(viewer: Viewer, post: string, wish: MakeComment, claim: Claim | undefined): Promise<Written<Comment>>
  /** For good. Also by a writer who may not see the recommendation any more. */
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** By the number of a comment, how its writer appears; those that the reader may not read are left out. */
  writers(
    proposals: readonly Proposal[],
    comments: readonly number[],
  ): Promise<ReadonlyMap<number, ShownPerson>>
  /** Who wrote a comment that the viewer may read, and did not write himself. */
  writerOf(viewer: Viewer, id: string): Promise<number | undefined>
}

export interface CommentDeps {
  readonly db: Db
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly voices: VoiceReader
  readonly seal: Seal
  readonly ids: NewIds
  readonly now: () => Date
  readonly notify: Notify
}

export function createComments(deps: CommentDeps): CommentService {
  const { sql, changes, voices, seal, ids, now } = deps
  const find = async (viewer: Viewer, post: string) =>
    orNotFound(await voices.readOne(viewer.no, post)).proposal
  const readBack = async (proposal: Proposal, id: string) => {
    const [row] = await selectComments(sql, [proposal], { ...ALL, id, limit: 1 }, now())
    return presentComment(orNotFound(row))
  }
  return {
    list: async (viewer, post, cursor) => {
      const proposal = await find(viewer, post)
      const after = cursor === undefined ? 0 : openCursor(seal, cursor, proposal)
      const rows = await selectComments(sql, [proposal], { ...ALL, after, limit: LIMITS.page + 1 }, now())
      const shown = rows.slice(0, LIMITS.page)
      const last = rows.length > LIMITS.page ? shown.at(-1) : undefined
      return {
        comments: shown.map(presentComment),
        count: rows[0]?.count ?? 0,
        cursor: last === undefined ? null : sealCursor(seal, proposal, last.no),
      }
    },
    make: async (viewer, post, { text }, claim) => {
      const { voice, proposal } = orNotFound(await voices.readOne(viewer.no, post))
      refuseHeld(voice)
      const { value, position } = await changes.write((tx, changed) =>
        onlyOnce(tx, claim, Made, async () => {
          const madeAt = now()
          await refuseTooMany(tx, viewer.no, madeAt)
          const made = {
            id: CommentId.parse(ids.dated()),
            post: proposal.post,
            writer: viewer.no,
            text,
            madeAt,
          }
          await tellConcerned(tx, changed, deps, made, orNotFound(await insertComment(tx, made)))
          return { comment: made.id }
        }),
      )
      return { value: await readBack(proposal, value.comment), position }
    },
    remove: (viewer, id) =>
      changes.write(async (tx) => {
        if (!(await deleteComment(tx, id, viewer.no))) throw notFound()
        return undefined
      }),
    writers: async (proposals, comments) => {
      if (comments.length === 0) return new Map()
      const wish = { ...ALL, among: comments, limit: comments.length }
      const rows = await selectComments(sql, proposals, wish, now())
      return new Map(rows.map((row) => [row.no, presentComment(row).person]))
    },
    writerOf: async (viewer, id) => {
      const found = await findComment(deps.db, id)
      const seen = found && (await voices.readOne(viewer.no, found.post))
      if (found === undefined || seen === undefined || found.writer === viewer.no) return undefined
      const rows = await selectComments(sql, [seen.proposal], { ...ALL, id, limit: 1 }, now())
      return rows.length > 0 ? found.writer : undefined
    },
  }
}

/** The author of the recommendation, and whoever commented on it before. */
async function tellConcerned(
  tx: Db,
  changed: (...changes: Change[]) => void,
  { notify }: CommentDeps,
  { post, writer, madeAt }: NewComment,
  comment: number,
): Promise<void> {
  const { author, before } = await findConcerned(tx, post, writer)
  const news = { post, actor: writer, comment, at: madeAt }
  await notify(tx, changed, { ...news, to: author, reason: 'comment' })
  await notify(tx, changed, { ...news, to: before, reason: 'reply' })
}

async function refuseTooMany(tx: Db, writer: number, at: Date): Promise<void> {
  const today = await countComments(tx, writer, new Date(at.getTime() - DAY_MS))
  if (today >= LIMITS.commentsPerDay) throw new AppError('too_many_comments_today')
}

function sealCursor(seal: Seal, { viewer, post }: Proposal, after: number): string {
  return seal.seal(CURSOR, JSON.stringify({ viewer, post, after }))
}

function openCursor(seal: Seal, cursor: string, { viewer, post }: Proposal): number {
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  if (content?.viewer !== viewer || content.post !== post) throw new AppError('cursor_invalid')
  return content.after
}
