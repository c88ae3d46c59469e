import type { Likeness, PostId, SubjectId } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { notFound, orNotFound } from '../http/refusals.ts'
import { findAlike, type LikenessSearchDeps } from './likeness-search.ts'
import {
  deleteAnswer,
  findAnswer,
  findOwn,
  findSubjectNo,
  keepOn,
  lockOwn,
  moveTo,
  type OwnPost,
  saveAnswer,
} from './likeness-store.ts'

/**
 * Two subjects that look the same. Whoever wrote about one and hears of the other is asked; his yes moves his own post and
 * nobody else's. Subjects themselves are never joined, so that nobody sees of either what he could not see before.
 */
export interface LikenessService {
  read(viewer: Viewer, post: PostId): Promise<Likeness>
  /**
   * Yes moves the viewer's post to that subject, and said again does nothing; no is remembered. Not there is whatever does
   * not look the same or is not the viewer's to know of.
   */
  answer(
    viewer: Viewer,
    post: PostId,
    answer: { subject: SubjectId; same: boolean },
  ): Promise<Written<undefined>>
  /** As if it had never been answered: after a yes the post goes back to the subject that it came from. */
  takeBack(viewer: Viewer, post: PostId, subject: SubjectId): Promise<Written<undefined>>
}

export interface LikenessDeps extends LikenessSearchDeps {
  readonly db: Db
  readonly changes: ChangeWriter
}

export function createLikeness(deps: LikenessDeps): LikenessService {
  const { db, changes } = deps
  return {
    read: async (viewer, id) => {
      const own = orNotFound(await findOwn(db, viewer.no, id))
      return { asked: await ask(deps, viewer, own), moved: await wasMoved(db, own) }
    },
    answer: async (viewer, id, { subject, same }) => {
      const before = orNotFound(await findOwn(db, viewer.no, id))
      const found = await findAlike(deps, viewer.no, before, subject)
      // What one's own post is about already, if only since this moment, is never among what looks the same.
      const isSaid = found === undefined && same && (await isAbout(db, { author: viewer.no, id, subject }))
      if (isSaid) return changes.write(async () => undefined)
      const alike = orNotFound(found)
      const to = orNotFound(await findSubjectNo(db, subject))
      return changes.write(async (tx, changed) => {
        const own = orNotFound(await lockOwn(tx, viewer.no, id))
        // The same said twice at once: where the post came from is known already.
        if (own.subject === to) return undefined
        // Two authors who say yes to each other's at once must not change places.
        if (!(await keepOn(tx, alike.proposal.post, to))) throw notFound()
        await saveAnswer(tx, { post: own.no, subject: to, movedFrom: same ? own.subject : null })
        if (!same) return undefined
        await moveTo(tx, own.no, to)
        changed({ kind: 'post', a: own.no })
        return undefined
      })
    },
    takeBack: (viewer, id, subject) =>
      changes.write(async (tx, changed) => {
        const own = orNotFound(await lockOwn(tx, viewer.no, id))
        const about = orNotFound(await findSubjectNo(tx, subject))
        const answer = orNotFound(await findAnswer(tx, { post: own.no, subject: about }))
        await deleteAnswer(tx, answer)
        if (answer.movedFrom === null) return undefined
        if (own.subject !== about) throw notFound()
        await moveTo(tx, own.no, answer.movedFrom)
        changed({ kind: 'post', a: own.no })
        return undefined
      }),
  }
}

async function ask(deps: LikenessDeps, viewer: Viewer, own: OwnPost): Promise<Likeness['asked']> {
  const alike = await findAlike(deps, viewer.no, own, 'unasked')
  if (alike === undefined) return null
  const { subject, person, post } = alike.voice
  return { subject, person, post }
}

async function isAbout(
  db: Db,
  { author, id, subject }: { author: number; id: PostId; subject: SubjectId },
): Promise<boolean> {
  return (await findOwn(db, author, id))?.subjectId === subject
}

async function wasMoved(db: Db, { no, subject }: OwnPost): Promise<boolean> {
  const answer = await findAnswer(db, { post: no, subject })
  return answer !== undefined && answer.movedFrom !== null
}
