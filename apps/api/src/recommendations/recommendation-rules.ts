import {
  type Audience,
  type Interest,
  KIND_OF_FIELD,
  type SubjectFacts,
  type SubjectKind,
  type Words,
} from '@kith/contract'
import { AppError } from '../http/refusals.ts'

const RISING: readonly Interest[] = ['none', 'connected', 'paid']

/** What must be said before somebody else may read it. In the notebook kind and subject are enough. */
export function refuseUnready(
  form: Audience['form'],
  { words, interest }: { words: Words; interest: Interest | null },
): void {
  if (interest !== null && interest !== 'none' && words.interestWords === null) {
    throw new AppError('interest_words_missing')
  }
  if (words.partnersSought && interest !== 'paid') throw new AppError('partners_only_when_paid')
  if (form === 'notebook') return
  const missing = [
    ...(words.why === null ? [{ path: 'words.why', message: 'is needed' }] : []),
    ...(interest === null ? [{ path: 'interest', message: 'is needed' }] : []),
  ]
  if (missing.length > 0) throw new AppError('invalid_input', { fields: missing })
}

/** Refuses facts and words that belong to another kind of subject. */
export function refuseForeign(kind: SubjectKind, said: Partial<SubjectFacts & Words>): void {
  const foreign = Object.entries(KIND_OF_FIELD).filter(
    ([field, owner]) => owner !== kind && (Reflect.get(said, field) ?? null) !== null,
  )
  if (foreign.length === 0) return
  const fields = foreign.map(([path, owner]) => ({ path, message: `is of a ${owner} alone` }))
  throw new AppError('invalid_input', { fields })
}

/** An interest is part of the post for ever: it may be raised, never taken back. */
export function refuseFall(before: Interest | null, after: Interest | null): void {
  if (rank(after) < rank(before)) throw new AppError('interest_may_only_rise')
}

/** Only a job can be filled. */
export function refuseFilled(kind: string): void {
  if (kind === 'job') return
  throw new AppError('invalid_input', { fields: [{ path: 'filled', message: 'is of a job alone' }] })
}

/** Words about an interest that there is not are dropped. */
export function tidyWords(words: Words, interest: Interest | null): Words {
  return interest === null || interest === 'none' ? { ...words, interestWords: null } : words
}

function rank(interest: Interest | null): number {
  return interest === null ? -1 : RISING.indexOf(interest)
}
