import { isDeepStrictEqual } from 'node:util'
import {
  type Audience,
  type ChangeRecommendation,
  type Interest,
  PostId,
  SubjectKind,
  Verdict,
  type Words,
} from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { orNotFound } from '../http/refusals.ts'
import { keepHistory } from '../posts/audience-history.ts'
import { changeAudience, resolveAudience } from '../posts/audience-store.ts'
import { lockAuthor, refuseTooMany } from '../posts/post-limits.ts'
import { type AskDeps, askAnew, refuseCandidate, refuseClub, withdrawQuestion } from './candidacy-asking.ts'
import { readStanding } from './candidacy-store.ts'
import { refuseFall, refuseFilled, refuseForeign, refuseUnready, tidyWords } from './recommendation-rules.ts'
import {
  asInterest,
  endOnLastDay,
  keepWords,
  lastEdit,
  lockOwn,
  type OwnRows,
  updatePost,
  updateWords,
  wordsOf,
} from './recommendation-store.ts'

const NOTEBOOK: Audience = { form: 'notebook' }

type Changed = (...changes: Change[]) => void

interface Stand {
  readonly words: Words
  readonly interest: Interest | null
}

/** Changes the author's own recommendation; what others could read of it stays in its history. */
export async function changeOwn(
  tx: Db,
  changed: Changed,
  deps: AskDeps,
  { author, id, change, at }: { author: number; id: string; change: ChangeRecommendation; at: Date },
): Promise<{ post: PostId }> {
  await lockAuthor(tx, author)
  const own = orNotFound(await lockOwn(tx, author, id))
  const { no: post, form } = own.post
  const put = await readStanding(tx, post)
  const wish = change.candidate === null && put ? (change.audience ?? NOTEBOOK) : change.audience
  const audience = wish && (await resolveAudience(tx, author, wish))
  const formAfter = audience?.form ?? form
  const isNotebook = formAfter === 'notebook'
  const before = standOf(own)
  const after = standAfter(before, change)
  refuseChange(own, { change, before, after, form: formAfter })

  const published = form === 'notebook' && !isNotebook
  if (published) await refuseTooMany(tx, author, at)
  await saveStand(tx, own, { before, after, at, withdrawn: isNotebook })
  const isPut = put !== undefined && change.candidate !== null && !isNotebook
  if (isPut && formAfter === 'club') refuseClub()
  if (put && !isPut) await withdrawQuestion(tx, changed, post)
  if (audience) {
    const isHeld = form === 'held' && isPut
    await keepHistory(tx, { post, at }, () => changeAudience(tx, { post, author, isHeld }, audience))
  }
  // What leaves the notebook is said today.
  await updatePost(tx, post, { ...dated(change, at), ...(published ? { createdAt: at, since: at } : {}) })
  const isReopened = change.filled === false || before.words.ends !== after.words.ends
  if (isReopened) await endOnLastDay(tx, post)
  const edited = isDeepStrictEqual(before, after) ? 'nothing' : 'words'
  const asking = { post, author, at, candidate: change.candidate, edited } as const
  await askAnew(tx, changed, deps, { ...asking, before: isPut ? put : undefined })
  changed({ kind: 'post', a: post })
  return { post: PostId.parse(own.post.id) }
}

/** What of a change stands in the post's own row. */
function dated({ onward, stillTrue, filled }: ChangeRecommendation, at: Date) {
  return {
    ...(onward === undefined ? {} : { onward }),
    ...(stillTrue ? { since: at } : {}),
    ...(filled ? { expiresAt: at } : {}),
  }
}

/** Refuses what a change would make of a recommendation. */
function refuseChange(
  { kind: said, recommendation: { verdict } }: OwnRows,
  {
    change,
    before,
    after,
    form,
  }: { change: ChangeRecommendation; before: Stand; after: Stand; form: string },
): void {
  const kind = SubjectKind.parse(said)
  refuseFall(before.interest, after.interest)
  refuseUnready(form === 'notebook' ? 'notebook' : 'ties', after)
  refuseForeign(kind, after.words)
  if (change.filled !== undefined) refuseFilled(kind)
  if (change.candidate) refuseCandidate({ kind, verdict: Verdict.parse(verdict), form })
}

function standOf(own: OwnRows): Stand {
  return { words: wordsOf(own.recommendation), interest: asInterest(own.recommendation.interest) }
}

function standAfter(before: Stand, change: ChangeRecommendation): Stand {
  const interest = change.interest ?? before.interest
  return { interest, words: tidyWords(change.words ?? before.words, interest) }
}

/**
 * What somebody else could read is kept as history: when it is edited, and when it goes back into the notebook. What is
 * edited inside the notebook was nobody's but the author's, and what is edited while it is held its candidate did not say
 * yes to; neither is kept.
 */
async function saveStand(
  tx: Db,
  { post, recommendation }: OwnRows,
  { before, after, at, withdrawn }: { before: Stand; after: Stand; at: Date; withdrawn: boolean },
): Promise<void> {
  const isEdited = !isDeepStrictEqual(before, after)
  const wasRead = post.form === 'ties' || post.form === 'club'
  if (wasRead && (isEdited || withdrawn)) await keepWords(tx, post.no, { ...before, until: at })
  if (!isEdited) return
  const everRead = wasRead || (await lastEdit(tx, post.no)) !== undefined
  await updateWords(tx, post.no, { ...after, editedAt: everRead ? at : recommendation.editedAt })
}
