import type { Audience, CircleId, ClubId, PersonId, TiesAudience } from '@kith/contract'
import type { Audience as AudienceFacts } from '@kith/trust-graph'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { club, clubMember } from '../database/tables/club-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { post, postCircle, postPerson } from '../database/tables/post-tables.ts'
import { circle, tie, tieSide } from '../database/tables/tie-tables.ts'
import { AppError } from '../http/refusals.ts'

/** The audience in numbers. Refuses one that names nobody, or anything that is not the author's own. */
export async function resolveAudience(db: Db, author: number, audience: Audience): Promise<AudienceFacts> {
  if (audience.form === 'notebook') return audience
  if (audience.form === 'club') return { form: 'club', club: await ownClub(db, author, audience.club) }
  return resolveTies(db, author, audience)
}

/** Those of his ties whom somebody chose, in numbers. Refuses a choice of nobody, or of anything that is not his own. */
export async function resolveTies(
  db: Db,
  author: number,
  audience: TiesAudience,
): Promise<Extract<AudienceFacts, { form: 'ties' }>> {
  const { all } = audience
  if (!all && audience.circles.length === 0 && audience.singles.length === 0) {
    throw new AppError('audience_empty')
  }
  const circles = await ownCircles(db, author, audience.circles)
  const excepted = await ownTies(db, author, audience.excepted)
  const singles = await ownTies(db, author, audience.singles)
  const out = new Set(excepted)
  return { form: 'ties', all, circles, singles: singles.filter((one) => !out.has(one)), excepted }
}

/** Saves whom the audience of a new post lists. */
export async function saveAudience(
  tx: Db,
  { post: no, author }: { post: number; author: number },
  audience: AudienceFacts,
): Promise<void> {
  if (audience.form !== 'ties') return
  if (audience.circles.length > 0) {
    await tx.insert(postCircle).values(audience.circles.map((one) => ({ post: no, author, circle: one })))
  }
  const listed = [
    ...audience.singles.map((one) => ({ post: no, person: one, excepted: false })),
    ...audience.excepted.map((one) => ({ post: no, person: one, excepted: true })),
  ]
  if (listed.length > 0) await tx.insert(postPerson).values(listed)
}

/**
 * Takes away whom the audience of a post lists. Whoever was excepted and has no tie with the author any more stays excepted,
 * should the tie ever be renewed: the author's list cannot name him, so it cannot take him back.
 */
async function forgetAudience(tx: Db, { post: no, author }: { post: number; author: number }): Promise<void> {
  await tx.delete(postCircle).where(eq(postCircle.post, no))
  const liveTies = tx
    .select({ other: tieSide.other })
    .from(tieSide)
    .innerJoin(tie, eq(tie.id, tieSide.tieId))
    .where(and(eq(tieSide.owner, author), isNull(tie.endedAt)))
  await tx.delete(postPerson).where(and(eq(postPerson.post, no), eq(postPerson.excepted, false)))
  await tx.delete(postPerson).where(and(eq(postPerson.post, no), inArray(postPerson.person, liveTies)))
}

/** Gives a post that is there already another audience; one that is held stays so unless it goes into the notebook. */
export async function changeAudience(
  tx: Db,
  { post: no, author, isHeld }: { post: number; author: number; isHeld: boolean },
  audience: AudienceFacts,
): Promise<void> {
  const { form, ...columns } = audienceColumns(audience)
  await tx
    .update(post)
    .set({ form: isHeld && form === 'ties' ? 'held' : form, ...columns })
    .where(eq(post.no, no))
  await forgetAudience(tx, { post: no, author })
  await saveAudience(tx, { post: no, author }, audience)
}

/** What of an audience stands in the post's own row. */
export function audienceColumns(audience: AudienceFacts) {
  const { form } = audience
  return {
    form,
    allTies: form === 'ties' && audience.all,
    club: form === 'club' ? audience.club : null,
  }
}

async function ownClub(db: Db, member: number, id: ClubId): Promise<number> {
  const [row] = await db
    .select({ no: club.no })
    .from(club)
    .innerJoin(clubMember, and(eq(clubMember.club, club.no), eq(clubMember.person, member)))
    .where(eq(club.id, id))
  if (!row) throw new AppError('audience_unknown')
  return row.no
}

async function ownCircles(db: Db, owner: number, ids: readonly CircleId[]): Promise<number[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await db
    .select({ no: circle.no })
    .from(circle)
    .where(and(eq(circle.owner, owner), inArray(circle.id, wanted)))
  return all(rows, wanted.length)
}

async function ownTies(db: Db, owner: number, ids: readonly PersonId[]): Promise<number[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await db
    .select({ no: person.no })
    .from(person)
    .innerJoin(tieSide, and(eq(tieSide.owner, owner), eq(tieSide.other, person.no)))
    .innerJoin(tie, and(eq(tie.id, tieSide.tieId), isNull(tie.endedAt)))
    .where(inArray(person.id, wanted))
  return all(rows, wanted.length)
}

function all(rows: readonly { no: number }[], wanted: number): number[] {
  if (rows.length !== wanted) throw new AppError('audience_unknown')
  return rows.map((row) => row.no)
}
