import {
  type Club,
  ClubId,
  type ClubInvitation,
  ClubInvitationId,
  type InviteToClub,
  LIMITS,
  type PersonId,
  type SentClubInvitation,
  type SentClubInvitations,
  type TieView,
} from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db, Sql } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import {
  countOpen,
  findInvitation,
  findUnanswered,
  type InvitationRow,
  listSent,
  listWaiting,
  markDeclined,
  saveInvitation,
  withdrawInvitation,
} from './club-invitations-store.ts'
import { type Changed, join, refuseMember, tellClubs } from './club-membership.ts'
import type { ClubsService } from './clubs-service.ts'
import { findOfMember, isMember, lockClub, lockOfMember, lockPerson } from './clubs-store.ts'

const LASTS_MS = LIMITS.clubInvitationDays * 86_400_000
const Made = z.object({ invitation: ClubInvitationId })

export interface ClubInvitationsService {
  /** Whom the viewer invited. */
  sent(viewer: Viewer, club: string): Promise<SentClubInvitations>
  /** Invites a tie of the viewer's. To invite again answers the invitation that is there. */
  make(
    viewer: Viewer,
    club: string,
    wish: InviteToClub,
    claim: Claim | undefined,
  ): Promise<Written<SentClubInvitation>>
  withdraw(viewer: Viewer, id: string): Promise<Written<undefined>>
  accept(viewer: Viewer, id: string): Promise<Written<Club>>
  /** The one who invited goes on seeing it as open. */
  decline(viewer: Viewer, id: string): Promise<Written<undefined>>
}

export interface ClubInvitationsDeps {
  readonly db: Db
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly now: () => Date
  readonly newId: () => string
  readonly clubs: Pick<ClubsService, 'readBack'>
  /** The number of somebody whom the inviter has a live tie with, which does not end before the transaction does. */
  readonly lockTieWith: (tx: Db, owner: number, id: PersonId) => Promise<number | undefined>
  readonly findTieWith: (db: Db, owner: number, other: number) => Promise<TieView | undefined>
}

/** Reads what waits for somebody's answer. */
export function createInvitedTo({ sql, now }: Pick<ClubInvitationsDeps, 'sql' | 'now'>) {
  return (viewer: number): Promise<ClubInvitation[]> => listWaiting(sql, viewer, oldest(now()))
}

export function createClubInvitations(deps: ClubInvitationsDeps): ClubInvitationsService {
  const { db, sql, changes, now, clubs } = deps
  const readSent = (viewer: Viewer, club: string, only: string | null) =>
    listSent(sql, viewer.no, { club, only, since: oldest(now()), lastsMs: LASTS_MS })
  return {
    sent: async (viewer, club) => {
      orNotFound(await findOfMember(db, viewer.no, club))
      return { invitations: await readSent(viewer, club, null) }
    },
    make: async (viewer, club, { person }, claim) => {
      const { value, position } = await changes.write((tx, changed) =>
        onlyOnce(tx, claim, Made, async () => {
          await lockPerson(tx, viewer.no)
          const { no } = orNotFound(await lockOfMember(tx, viewer.no, club))
          const invited = orNotFound(await deps.lockTieWith(tx, viewer.no, person))
          return { invitation: await invite(tx, changed, deps, { club: no, inviter: viewer.no, invited }) }
        }),
      )
      return { value: orNotFound((await readSent(viewer, club, value.invitation))[0]), position }
    },
    withdraw: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { invited, declinedAt } = orNotFound(await withdrawInvitation(tx, viewer.no, id, now()))
        tellClubs(changed, declinedAt ? [viewer.no] : [viewer.no, invited])
        return undefined
      }),
    accept: async (viewer, id) =>
      clubs.readBack(
        viewer,
        await changes.write(async (tx, changed) => {
          await lockPerson(tx, viewer.no)
          const { club } = orNotFound(await findUnanswered(tx, viewer.no, id, oldest(now())))
          const row = orNotFound(await lockClub(tx, club))
          await keepWaiting(tx, deps, viewer, id)
          await join(tx, changed, { club, person: viewer.no, at: now() })
          return { club: ClubId.parse(row.id) }
        }),
      ),
    decline: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { id: waiting } = await keepWaiting(tx, deps, viewer, id)
        await markDeclined(tx, waiting, now())
        tellClubs(changed, [viewer.no])
        return undefined
      }),
  }
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - LASTS_MS)
}

async function invite(
  tx: Db,
  changed: Changed,
  { now, newId }: ClubInvitationsDeps,
  pair: { club: number; inviter: number; invited: number },
): Promise<ClubInvitationId> {
  const madeAt = now()
  await refuseMember(tx, pair.club, pair.invited)
  const before = await findInvitation(tx, pair, oldest(madeAt))
  if (before && !before.withdrawnAt) return ClubInvitationId.parse(before.id)
  if ((await countOpen(tx, pair.inviter, oldest(madeAt))) >= LIMITS.openClubInvitations) {
    throw new AppError('too_many_invitations')
  }
  const id = ClubInvitationId.parse(newId())
  // A decline is not asked about twice: made again, it is as silent as the one that was withdrawn.
  const declinedAt = before?.declinedAt ?? null
  await saveInvitation(tx, { id, ...pair, madeAt, declinedAt })
  tellClubs(changed, declinedAt ? [pair.inviter] : [pair.inviter, pair.invited])
  return id
}

/** An invitation that the viewer may answer: whoever invites is still a member and a tie of his. */
async function keepWaiting(
  tx: Db,
  { now, findTieWith }: ClubInvitationsDeps,
  viewer: Viewer,
  id: string,
): Promise<InvitationRow> {
  const row = orNotFound(await findUnanswered(tx, viewer.no, id, oldest(now())))
  orNotFound(await findTieWith(tx, viewer.no, row.inviter))
  if (!(await isMember(tx, row.club, row.inviter))) throw notFound()
  return row
}
