import { type Comment, CommentId, type Comments, LIMITS, type MakeComment } from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db, Sql } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { presentComment } from './comment-presentation.ts'
import { selectComments } from './comment-rows.ts'
import { countComments, deleteComment, insertComment } from './comments-store.ts'

const CURSOR = 'comments'
const CursorContent = z.object({ viewer: z.int(), post: z.int(), after: z.int() })
const Made = z.object({ comment: CommentId })
const DAY_MS = 86_400_000

/** Comments have the audience of their recommendation: whoever may see it reads and writes them. */
export interface CommentService {
  /** A page of them, oldest first. */
  list(viewer: Viewer, post: string, cursor: string | undefined): Promise<Comments>
  make(viewer: Viewer, post: string, wish: MakeComment, claim: Claim | undefined): Promise<Written<Comment>>
  /** For good. Also by a writer who may not see the recommendation any more. */
  remove(viewer: Viewer, id: string): Promise<Written<undefined>>
}

export interface CommentDeps {
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly voices: VoiceReader
  readonly seal: Seal
  readonly ids: NewIds
  readonly now: () => Date
}

export function createComments(deps: CommentDeps): CommentService {
  const { sql, changes, voices, seal, ids, now } = deps
  const find = async (viewer: Viewer, post: string) =>
    orNotFound(await voices.readOne(viewer.no, post)).proposal
  const readBack = async (proposal: Proposal, id: string) => {
    const [row] = await selectComments(sql, proposal, { after: 0, id, limit: 1 }, now())
    return presentComment(orNotFound(row))
  }
  return {
    list: async (viewer, post, cursor) => {
      const proposal = await find(viewer, post)
      const after = cursor === undefined ? 0 : openCursor(seal, cursor, proposal)
      const rows = await selectComments(sql, proposal, { after, id: null, limit: LIMITS.page + 1 }, now())
      const shown = rows.slice(0, LIMITS.page)
      const last = rows.length > LIMITS.page ? shown.at(-1) : undefined
      return {
        comments: shown.map(presentComment),
        count: rows[0]?.count ?? 0,
        cursor: last === undefined ? null : sealCursor(seal, proposal, last.no),
      }
    },
    make: async (viewer, post, { text }, claim) => {
      const proposal = await find(viewer, post)
      const { value, position } = await changes.write((tx) =>
        onlyOnce(tx, claim, Made, async () => {
          const madeAt = now()
          await refuseTooMany(tx, viewer.no, madeAt)
          const comment = CommentId.parse(ids.dated())
          const made = { id: comment, post: proposal.post, writer: viewer.no, text, madeAt }
          if (!(await insertComment(tx, made))) throw notFound()
          return { comment }
        }),
      )
      return { value: await readBack(proposal, value.comment), position }
    },
    remove: (viewer, id) =>
      changes.write(async (tx) => {
        if (!(await deleteComment(tx, id, viewer.no))) throw notFound()
        return undefined
      }),
  }
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
