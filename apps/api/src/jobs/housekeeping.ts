import { LIMITS } from '@kith/contract'
import { and, isNull, lt, sql } from 'drizzle-orm'
import { pruneChanges } from '../changes/change-reader.ts'
import type { Database, Sql } from '../database/client.ts'
import { clubInvitation, joinCode } from '../database/tables/club-tables.ts'
import { commentWritten } from '../database/tables/comment-tables.ts'
import { introduction } from '../database/tables/introduction-tables.ts'
import { passkeyChallenge } from '../database/tables/passkey-tables.ts'
import { session, verification } from '../database/tables/person-tables.ts'
import { objection, report } from '../database/tables/report-tables.ts'
import { idempotency, rateLimit } from '../database/tables/service-tables.ts'
import { tieRequest } from '../database/tables/tie-tables.ts'

const DAY_MS = 86_400_000
const REQUEST_DAYS = 30

export interface HousekeepingDeps {
  readonly database: Database
  readonly now: () => Date
}

/** Removes what has run out. Twice at once, or right after it was done, it finds less to do. */
export async function tidy({ database, now }: HousekeepingDeps): Promise<void> {
  const { db } = database
  const nowMs = now().getTime()
  const yesterday = new Date(nowMs - DAY_MS)
  // Their end was set by the library that makes them, which asks no clock but the machine's.
  await db.delete(session).where(lt(session.expiresAt, sql`now()`))
  await db.delete(verification).where(lt(verification.expiresAt, sql`now()`))
  await db.delete(passkeyChallenge).where(lt(passkeyChallenge.expiresAt, now()))
  await db.delete(idempotency).where(lt(idempotency.madeAt, yesterday))
  await db.delete(rateLimit).where(lt(rateLimit.windowStart, yesterday))
  await db.delete(commentWritten).where(lt(commentWritten.madeAt, yesterday))
  const unanswered = new Date(nowMs - REQUEST_DAYS * DAY_MS)
  await db.delete(tieRequest).where(lt(tieRequest.madeAt, unanswered))
  await db.delete(clubInvitation).where(lt(clubInvitation.madeAt, unanswered))
  const fruitless = new Date(nowMs - LIMITS.introductionKeptDays * DAY_MS)
  await db
    .delete(introduction)
    .where(and(isNull(introduction.acceptedAt), lt(introduction.madeAt, fruitless)))
  const decided = new Date(nowMs - LIMITS.caseKeptDays * DAY_MS)
  await db.delete(report).where(lt(report.closedAt, decided))
  const unconfirmed = new Date(nowMs - LIMITS.objectionConfirmDays * DAY_MS)
  await db.delete(objection).where(and(isNull(objection.report), lt(objection.madeAt, unconfirmed)))
  // Until then whoever types one that has ended is told so.
  await db.delete(joinCode).where(lt(joinCode.expiresAt, yesterday))
  await forgetWords(database.sql)
  await pruneChanges(database.sql, DAY_MS)
}

/** Forgets the words that nobody has any more. Who writes one meanwhile waits, so that none is forgotten that came back. */
async function forgetWords(pool: Sql): Promise<void> {
  await pool.begin(async (tx) => {
    await tx`lock table written_word in share row exclusive mode`
    await tx`
      delete from written_word w
      where doubtful and not exists (
        select from recommendation r where r.search_words @@ quote_literal(w.word)::tsquery
      )`
    await tx`update written_word set doubtful = false where doubtful`
  })
}
