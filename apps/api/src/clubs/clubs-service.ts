import {
  type ChangeClub,
  type Club,
  ClubId,
  type ClubInvitation,
  type Clubs,
  type MakeClub,
} from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Sql } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { join, takeOut, tellClubs } from './club-membership.ts'
import { presentClub } from './club-presentation.ts'
import { selectClubs } from './club-rows.ts'
import {
  deleteInvitations,
  deleteMembers,
  insertClub,
  lockOfHost,
  lockOfMember,
  lockPerson,
  pauseClub,
  updateClub,
} from './clubs-store.ts'
import { revokeCodes } from './join-codes-store.ts'

export const MadeClub = z.object({ club: ClubId })
type MadeClub = z.infer<typeof MadeClub>

export interface ClubsService {
  list(viewer: Viewer): Promise<Clubs>
  read(viewer: Viewer, id: string): Promise<Club>
  /** The founder is its host and first member. */
  found(viewer: Viewer, wish: MakeClub, claim: Claim | undefined): Promise<Written<Club>>
  /** By its host. */
  change(viewer: Viewer, id: string, change: ChangeClub): Promise<Written<Club>>
  pause(viewer: Viewer, id: string, paused: boolean): Promise<Written<Club>>
  /** What was for the club is seen by the others no more; whoever comes back shows it again. A host stays. */
  leave(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** By its host. Everybody is out of it, and what was for it is for nobody but its authors. */
  close(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** Reads the club that a write made or joined. */
  readBack(viewer: Viewer, written: Written<MadeClub>): Promise<Written<Club>>
}

export interface ClubsDeps {
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly now: () => Date
  readonly newId: () => string
  /** What waits for the viewer's answer. */
  readonly invitedTo: (viewer: number) => Promise<ClubInvitation[]>
}

export function createClubs({ sql, changes, now, newId, invitedTo }: ClubsDeps): ClubsService {
  const read = async (viewer: Viewer, id: string) => {
    const [row] = await selectClubs(sql, viewer.no, id)
    return presentClub(orNotFound(row))
  }
  const readBack = async (viewer: Viewer, { value, position }: Written<MadeClub>) => ({
    value: await read(viewer, value.club),
    position,
  })
  return {
    read,
    readBack,
    list: async (viewer) => ({
      clubs: (await selectClubs(sql, viewer.no, null)).map(presentClub),
      invitations: await invitedTo(viewer.no),
    }),
    found: async (viewer, wish, claim) =>
      readBack(
        viewer,
        await changes.write((tx, changed) =>
          onlyOnce(tx, claim, MadeClub, async () => {
            const [id, at] = [ClubId.parse(newId()), now()]
            await lockPerson(tx, viewer.no)
            const club = await insertClub(tx, { id, ...wish, host: viewer.no, createdAt: at })
            await join(tx, changed, { club, person: viewer.no, at })
            return { club: id }
          }),
        ),
      ),
    change: async (viewer, id, change) =>
      readBack(
        viewer,
        await changes.write(async (tx, changed) => {
          const { no } = orNotFound(await lockOfHost(tx, viewer.no, id))
          const { name, about } = change
          await updateClub(tx, no, {
            ...(name === undefined ? {} : { name }),
            ...(about === undefined ? {} : { about }),
          })
          tellClubs(changed, [viewer.no])
          return { club: ClubId.parse(id) }
        }),
      ),
    pause: async (viewer, id, paused) =>
      readBack(
        viewer,
        await changes.write(async (tx, changed) => {
          const { no } = orNotFound(await lockOfMember(tx, viewer.no, id))
          await pauseClub(tx, no, viewer.no, paused)
          changed({ kind: 'membership', a: no, b: viewer.no })
          return { club: ClubId.parse(id) }
        }),
      ),
    leave: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { no, host } = orNotFound(await lockOfMember(tx, viewer.no, id))
        if (host === viewer.no) throw new AppError('host_stays')
        await takeOut(tx, changed, no, viewer.no)
        return undefined
      }),
    close: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { no } = orNotFound(await lockOfHost(tx, viewer.no, id))
        await revokeCodes(tx, no, now())
        tellClubs(changed, await deleteInvitations(tx, no))
        const gone = await deleteMembers(tx, no)
        changed(...gone.map((b) => ({ kind: 'membership' as const, a: no, b })))
        return undefined
      }),
  }
}
