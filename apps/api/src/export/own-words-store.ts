import { Outcome, type OwnWords } from '@kith/contract'
import { asc, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { comment } from '../database/tables/comment-tables.ts'
import { outcome } from '../database/tables/experience-tables.ts'
import { thanks } from '../database/tables/thanks-tables.ts'

/** What somebody said that stands with something of others, without a word of what that is. */
export async function selectOwnWords(db: Db, person: number): Promise<OwnWords> {
  const comments = await db
    .select({ text: comment.text, at: comment.madeAt })
    .from(comment)
    .where(eq(comment.writer, person))
    .orderBy(asc(comment.madeAt))
  const outcomes = await db
    .select({ outcome: outcome.outcome, sentence: outcome.sentence, at: outcome.saidAt })
    .from(outcome)
    .where(eq(outcome.person, person))
    .orderBy(asc(outcome.saidAt))
  const thanked = await db
    .select({ words: thanks.words, at: thanks.thankedAt })
    .from(thanks)
    .where(eq(thanks.thanker, person))
    .orderBy(asc(thanks.thankedAt))
  return {
    comments: comments.map(({ text, at }) => ({ text, at: at.toISOString() })),
    outcomes: outcomes.map((said) => ({
      outcome: Outcome.parse(said.outcome),
      sentence: said.sentence,
      at: said.at.toISOString(),
    })),
    thanked: thanked.map(({ words, at }) => ({ words, at: at.toISOString() })),
  }
}
