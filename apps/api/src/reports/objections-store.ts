import type { MakeObjection } from '@kith/contract'
import { eq, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { objection, report } from '../database/tables/report-tables.ts'

/** Keeps what was said; the same again gets another link, and none once it was confirmed. Answers whether there is a link to mail. */
export async function saveObjection(
  tx: Db,
  made: Pick<MakeObjection, 'name' | 'entry' | 'why' | 'email' | 'language'> & {
    secretHash: Buffer
    fingerprint: Buffer
    at: Date
  },
): Promise<boolean> {
  const { at, secretHash, ...said } = made
  const rows = await tx
    .insert(objection)
    .values({ ...said, secretHash, madeAt: at })
    .onConflictDoUpdate({
      target: objection.fingerprint,
      set: { secretHash },
      setWhere: isNull(objection.report),
    })
    .returning({ secretHash: objection.secretHash })
  return rows.length > 0
}

/** The objection that a link leads to; locked, it takes turns. */
export async function lockObjection(tx: Db, secretHash: Buffer) {
  const [row] = await tx.select().from(objection).where(eq(objection.secretHash, secretHash)).for('update')
  return row
}

/** It was confirmed and is a case from now on. */
export async function openObjection(
  tx: Db,
  { secretHash, id, at }: { secretHash: Buffer; id: string; at: Date },
): Promise<void> {
  await tx.insert(report).values({ id, what: 'objection', reason: 'person', madeAt: at })
  await tx.update(objection).set({ report: id }).where(eq(objection.secretHash, secretHash))
}

/** Gives the objection of a case another link; answers whom to mail it. */
export async function renewSecret(tx: Db, id: string, secretHash: Buffer) {
  const [row] = await tx
    .update(objection)
    .set({ secretHash })
    .where(eq(objection.report, id))
    .returning({ email: objection.email, name: objection.name, language: objection.language })
  return row
}
