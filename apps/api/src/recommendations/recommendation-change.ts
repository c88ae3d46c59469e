import { isDeepStrictEqual } from 'node:util'
import { type ChangeRecommendation, type Interest, PostId, SubjectKind, type Words } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { orNotFound } from '../http/refusals.ts'
import { keepHistory } from './audience-history.ts'
import { changeAudience, resolveAudience } from './audience-store.ts'
import {
  refuseFall,
  refuseFilled,
  refuseForeign,
  refuseTooMany,
  refuseUnready,
  tidyWords,
} from './recommendation-rules.ts'
import {
  countPosts,
  endOnLastDay,
  keepWords,
  lastEdit,
  lockAuthor,
  lockOwn,
  type OwnRows,
  updatePost,
  updateWords,
  wordsOf,
} from './recommendation-store.ts'

const DAY_MS = 86_400_000

interface Stand {
  readonly words: Words
  readonly interest: Interest | null
}

/** Changes the author's own recommendation; what others could read of it stays in its history. */
export async function changeOwn(
  tx: Db,
  changed: (...changes: Change[]) => void,
  { author, id, change, at }: { author: number; id: string; change: ChangeRecommendation; at: Date },
): Promise<{ post: PostId }> {
  await lockAuthor(tx, author)
  const own = orNotFound(await lockOwn(tx, author, id))
  const { no } = own.post
  const audience = change.audience && (await resolveAudience(tx, author, change.audience))
  const wasNotebook = own.post.form === 'notebook'
  const isNotebook = (audience?.form ?? own.post.form) === 'notebook'
  const before = standOf(own)
  const after = standAfter(before, change)
  refuseFall(before.interest, after.interest)
  refuseUnready(isNotebook ? 'notebook' : 'ties', after)
  refuseForeign(SubjectKind.parse(own.kind), after.words)
  if (change.filled !== undefined) refuseFilled(own.kind)

  const published = wasNotebook && !isNotebook
  if (published) refuseTooMany(await countPosts(tx, author, new Date(at.getTime() - DAY_MS)))
  await saveStand(tx, own, { before, after, at, withdrawn: !wasNotebook && isNotebook })
  if (audience) {
    await keepHistory(tx, { post: no, at }, () => changeAudience(tx, { post: no, author }, audience))
  }
  await updatePost(tx, no, {
    ...(change.onward === undefined ? {} : { onward: change.onward }),
    // What leaves the notebook is said today.
    ...(published ? { createdAt: at, since: at } : {}),
    ...(change.stillTrue ? { since: at } : {}),
    ...(change.filled ? { expiresAt: at } : {}),
  })
  const isReopened = change.filled === false || before.words.ends !== after.words.ends
  if (isReopened) await endOnLastDay(tx, no)
  changed({ kind: 'post', a: no })
  return { post: PostId.parse(own.post.id) }
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
 * edited inside the notebook was nobody's but the author's, and is not kept.
 */
async function saveStand(
  tx: Db,
  { post, recommendation }: OwnRows,
  { before, after, at, withdrawn }: { before: Stand; after: Stand; at: Date; withdrawn: boolean },
): Promise<void> {
  const isEdited = !isDeepStrictEqual(before, after)
  const wasRead = post.form !== 'notebook'
  if (wasRead && (isEdited || withdrawn)) await keepWords(tx, post.no, { ...before, until: at })
  if (!isEdited) return
  const everRead = wasRead || (await lastEdit(tx, post.no)) !== undefined
  await updateWords(tx, post.no, { ...after, editedAt: everRead ? at : recommendation.editedAt })
}

function asInterest(value: string | null): Interest | null {
  return value === 'none' || value === 'connected' || value === 'paid' ? value : null
}
