import type { AudienceClass, PersonId, SubjectKind, Verdict } from '@kith/contract'
import { eq } from 'drizzle-orm'
import type { Change } from '../changes/change-kinds.ts'
import type { Notify } from '../changes/news.ts'
import { deleteCandidacies, selectAddressed } from '../database/candidacies.ts'
import type { Db } from '../database/client.ts'
import { candidacy } from '../database/tables/candidacy-tables.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { changeQuestion, forgetNews, readStanding, type Standing, saveQuestion } from './candidacy-store.ts'
import { keepWordsRead } from './recommendation-store.ts'

type Changed = (...changes: Change[]) => void

export interface AskDeps {
  readonly notify: Notify
  /** The number of somebody whom the author has a live tie with, which does not end before the transaction does. */
  readonly lockTieWith: (tx: Db, owner: number, id: PersonId) => Promise<number | undefined>
}

interface OwnPost {
  readonly post: number
  readonly author: number
  readonly at: Date
}

/** What an author says now, and what of it somebody was put forward with before. */
export interface Resaid extends OwnPost {
  readonly before: Standing | undefined
  /** Whom he names now, if he names anybody. */
  readonly candidate: PersonId | null | undefined
  /** What of what is said or shown is another now. */
  readonly edited: 'words' | 'photo' | 'nothing'
}

const NARROW_TO_WIDE: readonly AudienceClass[] = ['me', 'chosen', 'circles', 'club', 'onward']

/** Only a job has candidates, and only one that is recommended, to somebody. */
export function refuseCandidate(said: { kind: SubjectKind; verdict: Verdict; form: string }): void {
  if (said.kind !== 'job' || said.verdict !== 'recommend') {
    const fields = [{ path: 'candidate', message: 'is of a job that is recommended alone' }]
    throw new AppError('invalid_input', { fields })
  }
  if (said.form === 'notebook') throw new AppError('audience_empty')
  if (said.form === 'club') refuseClub()
}

/** What is held is for ties: nobody is put forward in a club. */
export function refuseClub(): never {
  throw new AppError('invalid_input', { fields: [{ path: 'candidate', message: 'is for ties alone' }] })
}

/** Asks nobody any more: the post is held, and what was asked and answered is forgotten. */
export async function withdrawQuestion(tx: Db, changed: Changed, post: number): Promise<void> {
  const gone = await deleteCandidacies(tx, eq(candidacy.post, post))
  await forgetNews(tx, post)
  await tellConcerned(tx, changed, { post, people: gone.map(({ person }) => person) })
}

/**
 * Asks a tie of the author's whether he may be recommended like this; until his yes the post is held. Whoever said yes before
 * is asked again if that was to something else, or to fewer readers; whoever said nothing yet is asked what is said now;
 * whoever said no is left in peace.
 */
export async function askAnew(tx: Db, changed: Changed, deps: AskDeps, resaid: Resaid): Promise<void> {
  const { before, candidate, edited, post, author, at } = resaid
  const named = candidate ? orNotFound(await deps.lockTieWith(tx, author, candidate)) : undefined
  const person = named ?? before?.person ?? undefined
  if (person === undefined) return
  if (before?.person === person) {
    if (edited === 'nothing' && !(await hasMoreReaders(tx, post, before))) return
    if (!before.agreed) return askInstead(tx, changed, { post, person, at })
  }
  if (edited !== 'words') await keepWordsRead(tx, post, at)
  if (before && before.person !== person) await withdrawQuestion(tx, changed, post)
  await forgetNews(tx, post)
  await saveQuestion(tx, { post, person, askedAt: at })
  await tellConcerned(tx, changed, { post, people: [person] })
  await deps.notify(tx, changed, { to: [person], reason: 'asked', post, actor: author, at })
}

/** What a candidate said yes to had another photo, or none. */
export async function askAboutPhoto(tx: Db, changed: Changed, deps: AskDeps, own: OwnPost): Promise<void> {
  const before = await readStanding(tx, own.post)
  await askAnew(tx, changed, deps, { ...own, before, candidate: undefined, edited: 'photo' })
}

/** Tells the candidates of a post, and to whom else it is addressed, that they may or may not see it any more. */
export async function tellConcerned(
  tx: Db,
  changed: Changed,
  { post, people }: { post: number; people: readonly number[] },
): Promise<void> {
  const addressed = await selectAddressed(tx, [post])
  for (const person of [...people, ...addressed.map((one) => one.person)])
    changed({ kind: 'addressing', a: post, b: person })
}

// The question waits already, or was answered with a no: he is not told once more.
async function askInstead(
  tx: Db,
  changed: Changed,
  { post, person, at }: { post: number; person: number; at: Date },
): Promise<void> {
  await changeQuestion(tx, post, at)
  changed({ kind: 'addressing', a: post, b: person })
}

async function hasMoreReaders(tx: Db, post: number, before: Standing): Promise<boolean> {
  const after = await readStanding(tx, post)
  return after !== undefined && rank(after) > rank(before)
}

function rank({ readers }: Standing): number {
  return NARROW_TO_WIDE.indexOf(readers)
}
