import { randomBytes } from 'node:crypto'
import { CircleId, PersonId, type PostId, SessionId, type SubjectId } from '@kith/contract'
import type { Kind } from '@kith/trust-graph'
import { and, eq } from 'drizzle-orm'
import type { Change } from '../src/changes/change-kinds.ts'
import { deleteCandidacies, selectAddressed } from '../src/database/candidacies.ts'
import type { Db } from '../src/database/client.ts'
import { newIds } from '../src/database/new-ids.ts'
import { candidacy } from '../src/database/tables/candidacy-tables.ts'
import { clubMember } from '../src/database/tables/club-tables.ts'
import { experience } from '../src/database/tables/experience-tables.ts'
import { hiddenVoice, person as personTable } from '../src/database/tables/person-tables.ts'
import { addressing, hiddenPost, post, recommendation } from '../src/database/tables/post-tables.ts'
import { block, circle, circleMember, tie, tieSide } from '../src/database/tables/tie-tables.ts'
import type { Viewer } from '../src/http/context.ts'
import { eraseRecommendation } from '../src/recommendations/recommendation-store.ts'

type Changed = (...changes: Change[]) => void
export type Write = <T>(work: (tx: Db, changed: Changed) => Promise<T>) => Promise<T>

export interface Somebody extends Viewer {
  readonly name: string
  readonly handle: string
}

export interface OwnCircle {
  readonly id: CircleId
  readonly no: number
  readonly owner: Somebody
}

export interface Recommended {
  readonly id: PostId
  readonly no: number
  readonly subject: SubjectId
}

/** Changes a world through its tables and its change log, as the rooms do. */
export function createWorldWrites(write: Write, now: () => Date) {
  return {
    person: (name: string, flags: { open?: boolean; carries?: boolean } = {}) =>
      write(async (tx, changed): Promise<Somebody> => {
        const id = PersonId.parse(newIds.undated())
        const handle = `${name.toLowerCase()}-${randomBytes(4).toString('hex')}`
        const [row] = await tx
          .insert(personTable)
          .values({ id, name, handle, email: `${handle}@example.org`, ...flags })
          .returning({ no: personTable.no })
        const no = row?.no ?? 0
        changed({ kind: 'person', a: no })
        return { id, no, name, handle, session: SessionId.parse(newIds.undated()) }
      }),

    change: (who: Somebody, flags: { open?: boolean; carries?: boolean }) =>
      write(async (tx, changed) => {
        await tx.update(personTable).set(flags).where(eq(personTable.no, who.no))
        changed({ kind: 'person', a: who.no })
      }),

    tie: (one: Somebody, other: Somebody, closeness: readonly [number | null, number | null] = [4, 4]) =>
      write(async (tx, changed) => {
        const [low, high] = [Math.min(one.no, other.no), Math.max(one.no, other.no)]
        const at = now()
        const [row] = await tx
          .insert(tie)
          .values({ id: newIds.dated(), low, high, madeAt: at })
          .onConflictDoUpdate({ target: [tie.low, tie.high], set: { endedAt: null, madeAt: at } })
          .returning({ id: tie.id })
        const tieId = row?.id ?? ''
        for (const [owner, to, mine] of [
          [one, other, closeness[0]],
          [other, one, closeness[1]],
        ] as const) {
          await tx
            .insert(tieSide)
            .values({ owner: owner.no, other: to.no, tieId, closeness: mine })
            .onConflictDoUpdate({
              target: [tieSide.owner, tieSide.other],
              set: { closeness: mine, paused: false },
            })
        }
        changed({ kind: 'tie', a: one.no, b: other.no })
      }),

    endTie: (one: Somebody, other: Somebody) =>
      write(async (tx, changed) => {
        await tx.update(tie).set({ endedAt: now() }).where(isTie(one, other))
        changed({ kind: 'tie', a: one.no, b: other.no })
      }),

    side: (
      owner: Somebody,
      other: Somebody,
      set: { closeness?: number | null; paused?: boolean; offers?: 'yes' | 'no' },
    ) =>
      write(async (tx, changed) => {
        await tx
          .update(tieSide)
          .set(set)
          .where(and(eq(tieSide.owner, owner.no), eq(tieSide.other, other.no)))
        changed({ kind: 'side', a: owner.no, b: other.no })
      }),

    /** Something happened on a side, overall or with one kind of subject. */
    happen: (
      owner: Somebody,
      other: Somebody,
      happened: { kind: Kind | null; good: number; bad: number; day: number },
    ) =>
      write(async (tx, changed) => {
        const [side] = await tx
          .select()
          .from(tieSide)
          .where(and(eq(tieSide.owner, owner.no), eq(tieSide.other, other.no)))
        if (!side) return
        await tx
          .insert(experience)
          .values({ owner: owner.no, other: other.no, ...happened })
          .onConflictDoUpdate({
            target: [experience.owner, experience.other, experience.kind],
            set: happened,
          })
        changed({ kind: 'side', a: owner.no, b: other.no })
      }),

    /** Everything that happened on a side is taken back. */
    forget: (owner: Somebody, other: Somebody) =>
      write(async (tx, changed) => {
        await tx.delete(experience).where(and(eq(experience.owner, owner.no), eq(experience.other, other.no)))
        changed({ kind: 'side', a: owner.no, b: other.no })
      }),

    block: (blocker: Somebody, blocked: Somebody) =>
      write(async (tx, changed) => {
        await tx.insert(block).values({ blocker: blocker.no, blocked: blocked.no, madeAt: now() })
        await tx.update(tie).set({ endedAt: now() }).where(isTie(blocker, blocked))
        changed(
          { kind: 'block', a: blocker.no, b: blocked.no },
          { kind: 'tie', a: blocker.no, b: blocked.no },
        )
      }),

    unblock: (blocker: Somebody, blocked: Somebody) =>
      write(async (tx, changed) => {
        await tx.delete(block).where(and(eq(block.blocker, blocker.no), eq(block.blocked, blocked.no)))
        changed({ kind: 'block', a: blocker.no, b: blocked.no })
      }),

    circle: (owner: Somebody, members: readonly Somebody[]) =>
      write(async (tx, changed): Promise<OwnCircle> => {
        const taken = await tx.select().from(circle).where(eq(circle.owner, owner.no))
        const id = CircleId.parse(newIds.undated())
        const slots = new Set(taken.map((one) => one.slot))
        const slot = Array.from({ length: 16 }, (_, one) => one).find((one) => !slots.has(one)) ?? 16
        const [row] = await tx
          .insert(circle)
          .values({
            id,
            owner: owner.no,
            slot,
            position: slot,
            kind: 'friends',
            readyMade: false,
            name: `c${slot}`,
          })
          .returning({ no: circle.no })
        const no = row?.no ?? 0
        changed({ kind: 'circle', a: owner.no, b: no })
        for (const member of members) {
          await tx.insert(circleMember).values({ circle: no, owner: owner.no, other: member.no })
          changed({ kind: 'side', a: owner.no, b: member.no })
        }
        return { id, no, owner }
      }),

    joinCircle: ({ no, owner }: OwnCircle, member: Somebody) =>
      write(async (tx, changed) => {
        await tx
          .insert(circleMember)
          .values({ circle: no, owner: owner.no, other: member.no })
          .onConflictDoNothing()
        changed({ kind: 'side', a: owner.no, b: member.no })
      }),

    leaveCircle: ({ no, owner }: OwnCircle, member: Somebody) =>
      write(async (tx, changed) => {
        await tx
          .delete(circleMember)
          .where(and(eq(circleMember.circle, no), eq(circleMember.other, member.no)))
        changed({ kind: 'side', a: owner.no, b: member.no })
      }),

    removeCircle: ({ no, owner }: OwnCircle) =>
      write(async (tx, changed) => {
        await tx.delete(circle).where(eq(circle.no, no))
        changed({ kind: 'circle', a: owner.no, b: no })
      }),

    hideVoice: (viewer: Somebody, other: Somebody) =>
      write(async (tx, changed) => {
        await tx.insert(hiddenVoice).values({ viewer: viewer.no, person: other.no }).onConflictDoNothing()
        changed({ kind: 'hidden', a: viewer.no })
      }),

    hidePost: (viewer: Somebody, { no }: { readonly no: number }) =>
      write(async (tx, changed) => {
        await tx.insert(hiddenPost).values({ viewer: viewer.no, post: no }).onConflictDoNothing()
        changed({ kind: 'hidden', a: viewer.no })
      }),

    /** Takes back whatever the viewer has hidden. */
    hideNothing: (viewer: Somebody) =>
      write(async (tx, changed) => {
        await tx.delete(hiddenVoice).where(eq(hiddenVoice.viewer, viewer.no))
        await tx.delete(hiddenPost).where(eq(hiddenPost.viewer, viewer.no))
        changed({ kind: 'hidden', a: viewer.no })
      }),

    address: ({ no }: Recommended, to: Somebody) =>
      write(async (tx, changed) => {
        await tx.insert(addressing).values({ post: no, person: to.no, madeAt: now() })
        changed({ kind: 'addressing', a: no, b: to.no })
      }),

    /** Puts a tie forward for a job, with what he says to that. */
    putForward: ({ no }: Recommended, who: Somebody, said: 'yes' | 'no' | null) =>
      write(async (tx, changed) => {
        await tx.insert(candidacy).values({ post: no, person: who.no, said, askedAt: now() })
        changed({ kind: 'post', a: no }, { kind: 'addressing', a: no, b: who.no })
        await tellAddressed(tx, changed, [no])
      }),

    /** Whatever somebody is put forward for, he is no more. */
    endCandidacies: (who: Somebody) =>
      write(async (tx, changed) => {
        const gone = await deleteCandidacies(tx, eq(candidacy.person, who.no))
        const posts = gone.map(({ post }) => post)
        changed(...posts.map((no): Change => ({ kind: 'post', a: no })))
        changed(...posts.map((no): Change => ({ kind: 'addressing', a: no, b: who.no })))
        await tellAddressed(tx, changed, posts)
      }),

    takeBackAddressings: (to: Somebody) =>
      write(async (tx, changed) => {
        const gone = await tx.delete(addressing).where(eq(addressing.person, to.no)).returning()
        changed(...gone.map(({ post }): Change => ({ kind: 'addressing', a: post, b: to.no })))
      }),

    joinClub: (club: number, who: Somebody, paused: boolean) =>
      write(async (tx, changed) => {
        await tx
          .insert(clubMember)
          .values({ club, person: who.no, paused, joinedAt: now() })
          .onConflictDoUpdate({ target: [clubMember.club, clubMember.person], set: { paused } })
        changed({ kind: 'membership', a: club, b: who.no })
      }),

    leaveClub: (club: number, who: Somebody) =>
      write(async (tx, changed) => {
        await tx.delete(clubMember).where(and(eq(clubMember.club, club), eq(clubMember.person, who.no)))
        changed({ kind: 'membership', a: club, b: who.no })
      }),

    /** Deletes a post as its author would; nothing happens to one that is gone. */
    erase: (no: number) =>
      write(async (tx, changed) => {
        const { addressed, answered } = await eraseRecommendation(tx, no, now())
        const [row] = await tx.select({ author: post.author }).from(post).where(eq(post.no, no))
        changed({ kind: 'post', a: no })
        for (const person of addressed) changed({ kind: 'addressing', a: no, b: person })
        for (const asked of answered) changed({ kind: 'answer', a: asked, b: row?.author ?? 0 })
      }),

    /** The note's interest has not been said yet. */
    forgetInterest: ({ no }: Recommended) =>
      write(async (tx, changed) => {
        await tx.update(recommendation).set({ interest: null }).where(eq(recommendation.post, no))
        changed({ kind: 'post', a: no })
      }),

    expire: ({ no }: Pick<Recommended, 'no'>, at: Date) =>
      write(async (tx, changed) => {
        await tx.update(post).set({ expiresAt: at }).where(eq(post.no, no))
        changed({ kind: 'post', a: no })
      }),
  }
}

async function tellAddressed(tx: Db, changed: Changed, posts: readonly number[]): Promise<void> {
  for (const { post: no, person } of await selectAddressed(tx, posts))
    changed({ kind: 'addressing', a: no, b: person })
}

function isTie(one: Somebody, other: Somebody) {
  return and(eq(tie.low, Math.min(one.no, other.no)), eq(tie.high, Math.max(one.no, other.no)))
}
