import { PassId } from '@kith/contract'
import { and, count, eq, exists, gt } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { closedKind, closedPerson, pass } from '../database/tables/pass-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { recommendation, subject } from '../database/tables/post-tables.ts'

export interface NewPass {
  readonly id: PassId
  readonly post: number
  readonly sender: number
  readonly recipient: number
  readonly sentence: string | null
  readonly madeAt: Date
}

/** How much the sender has passed on since then; makes his passes take turns, so that a limit holds. */
export async function countPasses(tx: Db, sender: number, since: Date): Promise<number> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, sender)).for('no key update')
  const [row] = await tx
    .select({ n: count() })
    .from(pass)
    .where(and(eq(pass.sender, sender), gt(pass.madeAt, since)))
  return row?.n ?? 0
}

/** Passing the same on to the same person again says the sentence anew. Undefined when the post was deleted meanwhile. */
export async function savePass(tx: Db, made: NewPass): Promise<PassId | undefined> {
  const [there] = await tx
    .select({ post: recommendation.post })
    .from(recommendation)
    .where(eq(recommendation.post, made.post))
    .for('key share')
  if (!there) return undefined
  const [row] = await tx
    .insert(pass)
    .values(made)
    .onConflictDoUpdate({
      target: [pass.post, pass.sender, pass.recipient],
      set: { sentence: made.sentence, madeAt: made.madeAt },
    })
    .returning({ id: pass.id })
  return PassId.parse(row?.id)
}

/** Whether the recipient wants nothing from this sender, or nothing of this post's kind. */
export async function isClosed(tx: Db, { post, sender, recipient }: NewPass): Promise<boolean> {
  const kindOf = tx
    .select({ kind: subject.kind })
    .from(recommendation)
    .innerJoin(subject, eq(subject.no, recommendation.subject))
    .where(and(eq(recommendation.post, post), eq(subject.kind, closedKind.kind)))
  const people = await tx
    .select()
    .from(closedPerson)
    .where(and(eq(closedPerson.owner, recipient), eq(closedPerson.person, sender)))
  const kinds = await tx
    .select()
    .from(closedKind)
    .where(and(eq(closedKind.owner, recipient), exists(kindOf)))
  return people.length + kinds.length > 0
}

/** Takes back one of the sender's own. */
export async function deletePass(tx: Db, id: PassId, sender: number) {
  const [row] = await tx
    .delete(pass)
    .where(and(eq(pass.id, id), eq(pass.sender, sender)))
    .returning({ post: pass.post, recipient: pass.recipient })
  return row
}
