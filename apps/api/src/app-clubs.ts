import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import type { ChangeWriter } from './changes/change-writer.ts'
import type { Seal } from './changes/sealed-value.ts'
import { createClubInvitations, createInvitedTo } from './clubs/club-invitations-service.ts'
import { clubRoutes, memberRoutes } from './clubs/clubs-routes.ts'
import { createClubs } from './clubs/clubs-service.ts'
import { createJoinCodes } from './clubs/join-codes-service.ts'
import { clubInvitationRoutes, joinCodeRoutes } from './clubs/joining-routes.ts'
import { createMembers } from './clubs/members-service.ts'
import { hashJoinCode, newJoinCode } from './http/link-secrets.ts'
import type { RateLimits } from './http/rate-limits.ts'
import type { TieRequestsService } from './ties/requests-service.ts'
import { findTieWith, lockTieWith } from './ties/ties-store.ts'

interface Spine {
  readonly changes: ChangeWriter
  readonly seal: Seal
  /** Keys the hashes of join codes. */
  readonly secret: string
  readonly requests: TieRequestsService
}

export type ClubRooms = ReturnType<typeof createClubRooms>

/** Builds the rooms of clubs: who is in which, and how one gets in and out. */
export function createClubRooms({ database, now, ids }: AppDeps, spine: Spine) {
  const { db, sql } = database
  const deps = { db, sql, now, ...spine }
  const clubs = createClubs({ ...deps, newId: ids.undated, invitedTo: createInvitedTo(deps) })
  return {
    clubs,
    members: createMembers({
      ...deps,
      requestTie: (viewer, find, claim) => spine.requests.makeTo(viewer, find, claim),
    }),
    clubInvitations: createClubInvitations({ ...deps, newId: ids.dated, clubs, lockTieWith, findTieWith }),
    joinCodes: createJoinCodes({
      ...deps,
      clubs,
      newCode: newJoinCode,
      hashCode: (code) => hashJoinCode(spine.secret, code),
    }),
  }
}

/** Registers what the rooms of clubs answer. */
export async function registerClubRooms(
  api: FastifyInstance,
  rooms: ClubRooms,
  rates: RateLimits,
): Promise<void> {
  await api.register(clubRoutes, rooms)
  await api.register(memberRoutes, rooms)
  await api.register(clubInvitationRoutes, rooms)
  await api.register(joinCodeRoutes, { ...rooms, rates })
}
