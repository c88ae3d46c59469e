import { type AskByLink, Language, Wish } from '@kith/contract'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { askLink } from '../database/tables/ask-link-tables.ts'
import { ask } from '../database/tables/ask-tables.ts'
import { person } from '../database/tables/person-tables.ts'
import { post } from '../database/tables/post-tables.ts'

/** What the link with a secret leads to, and whether it still does. */
export interface Linked {
  /** The number of the link. */
  readonly link: number
  /** The ask, by number and id. */
  readonly no: number
  readonly id: string
  readonly author: number
  readonly authorName: string
  readonly state: 'live' | 'revoked' | 'expired'
  readonly wish: AskByLink['wish']
  readonly until: string
  readonly language: Language
}

/** Undefined where no ask that is there has such a link. All is of one statement: what a link shows, it leads to. */
export async function findLinked(db: Db, secretHash: Buffer, now: Date): Promise<Linked | undefined> {
  const [row] = await db
    .select({ link: askLink, said: ask, post, authorName: person.name })
    .from(askLink)
    .innerJoin(ask, eq(ask.post, askLink.ask))
    .innerJoin(post, eq(post.no, ask.post))
    .innerJoin(person, eq(person.no, post.author))
    .where(and(eq(askLink.secretHash, secretHash), isNull(post.deletedAt)))
  if (!row) return undefined
  const { link, said, authorName } = row
  const { kind, title, words, place, trade, region, urgent, role, field, hours } = said
  return {
    ...{ link: link.no, no: said.post, id: row.post.id, author: said.author, authorName },
    state: stateOf(link, row.post, now),
    wish: LinkedWish.parse({ kind, title, words, place, trade, region, urgent, role, field, hours }),
    until: said.until,
    language: Language.parse(said.language),
  }
}

const LinkedWish = Wish.omit({ placeId: true })

function stateOf(
  { revokedAt }: typeof askLink.$inferSelect,
  { expiresAt }: typeof post.$inferSelect,
  now: Date,
): Linked['state'] {
  if (revokedAt) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'live'
}

/** Takes turns with everything that happens to the ask of a link, above all with its end. */
export async function lockLinked(tx: Db, secretHash: Buffer): Promise<void> {
  const linked = tx.select({ no: askLink.ask }).from(askLink).where(eq(askLink.secretHash, secretHash))
  await tx.select({ no: post.no }).from(post).where(eq(post.no, linked)).for('no key update')
}

/** Somebody's own ask, with when it ends; undefined where there is none. Locked, it takes turns as with `lockLinked`. */
export async function findOwnAsk(
  db: Db,
  author: number,
  id: string,
  { lock }: { readonly lock: boolean },
): Promise<{ no: number; ends: Date | null } | undefined> {
  const query = db
    .select({ no: post.no, ends: post.expiresAt })
    .from(post)
    .innerJoin(ask, eq(ask.post, post.no))
    .where(and(eq(post.id, id), eq(post.author, author), isNull(post.deletedAt)))
  const [row] = lock ? await query.for('no key update', { of: post }) : await query
  return row
}

/** When the link of an ask was made that nobody revoked; undefined where there is none. */
export async function findUnrevoked(db: Db, no: number): Promise<{ madeAt: Date } | undefined> {
  const [row] = await db
    .select({ madeAt: askLink.madeAt })
    .from(askLink)
    .where(and(eq(askLink.ask, no), isNull(askLink.revokedAt)))
  return row
}

export async function revokeLinks(tx: Db, no: number, at: Date): Promise<void> {
  await tx
    .update(askLink)
    .set({ revokedAt: at })
    .where(and(eq(askLink.ask, no), isNull(askLink.revokedAt)))
}

export async function insertLink(tx: Db, made: { ask: number; secretHash: Buffer; madeAt: Date }) {
  await tx.insert(askLink).values(made)
}
