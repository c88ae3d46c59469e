import { ClubMembers, LIMITS, type MembersQuery, type PersonId, type TieRequest } from '@kith/contract'
import { z } from 'zod'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Db, Sql } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import type { Claim } from '../http/idempotency.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { takeOut, tellClubs } from './club-membership.ts'
import { presentMember } from './club-presentation.ts'
import { selectClubs, selectMembers } from './club-rows.ts'
import { findOfMember, findOther, lockOfHost, type SeenMember, updateClub } from './clubs-store.ts'
import { revokeCodes } from './join-codes-store.ts'

const CURSOR = 'club-members'
const CursorContent = z.object({
  viewer: z.int(),
  club: z.string(),
  q: z.string(),
  name: z.string(),
  handle: z.string(),
})

export interface MembersService {
  /** A page of them, by name. */
  list(viewer: Viewer, id: string, query: MembersQuery): Promise<ClubMembers>
  /** By the host. A code that is good ends, so that he is not back by it at once. */
  remove(viewer: Viewer, id: string, person: PersonId): Promise<Written<undefined>>
  /** By the host, to another member: from now on that is the host. */
  handOver(viewer: Viewer, id: string, person: PersonId): Promise<Written<undefined>>
  /** Asks a member for a tie, as by handle, whether he lets himself be found or not. */
  offerTie(
    viewer: Viewer,
    id: string,
    person: PersonId,
    claim: Claim | undefined,
  ): Promise<Written<TieRequest>>
}

export interface MembersDeps {
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly seal: Seal
  readonly now: () => Date
  /** Asks somebody for a tie, whether he lets himself be found by his handle or not. */
  readonly requestTie: (
    viewer: Viewer,
    find: (tx: Db) => Promise<SeenMember | undefined>,
    claim: Claim | undefined,
  ) => Promise<Written<TieRequest>>
}

export function createMembers(deps: MembersDeps): MembersService {
  const { changes, now } = deps
  return {
    list: (viewer, id, query) => listMembers(deps, viewer, id, query),
    remove: (viewer, id, person) =>
      changes.write(async (tx, changed) => {
        const { no } = orNotFound(await lockOfHost(tx, viewer.no, id))
        const other = orNotFound(await findOther(tx, no, viewer.no, person))
        await takeOut(tx, changed, no, other.no)
        await revokeCodes(tx, no, now())
        return undefined
      }),
    handOver: (viewer, id, person) =>
      changes.write(async (tx, changed) => {
        const { no } = orNotFound(await lockOfHost(tx, viewer.no, id))
        const other = orNotFound(await findOther(tx, no, viewer.no, person))
        await updateClub(tx, no, { host: other.no })
        tellClubs(changed, [viewer.no, other.no])
        return undefined
      }),
    offerTie: (viewer, id, person, claim) =>
      deps.requestTie(
        viewer,
        async (tx) => {
          const { no } = orNotFound(await findOfMember(tx, viewer.no, id))
          return findOther(tx, no, viewer.no, person)
        },
        claim,
      ),
  }
}

async function listMembers(
  { sql, seal }: MembersDeps,
  viewer: Viewer,
  club: string,
  { q = '', cursor }: MembersQuery,
): Promise<ClubMembers> {
  orNotFound((await selectClubs(sql, viewer.no, club))[0])
  const after = cursor === undefined ? null : openCursor(seal, cursor, { viewer: viewer.no, club, q })
  const rows = await selectMembers(sql, viewer.no, { club, q, after, limit: LIMITS.membersPage + 1 })
  const shown = rows.slice(0, LIMITS.membersPage)
  const last = rows.length > LIMITS.membersPage ? shown.at(-1) : undefined
  return ClubMembers.parse({
    members: shown.map(presentMember),
    count: rows[0]?.count ?? 0,
    cursor:
      last === undefined
        ? null
        : seal.seal(
            CURSOR,
            JSON.stringify({ viewer: viewer.no, club, q, name: last.sortName, handle: last.handle }),
          ),
  })
}

function openCursor(seal: Seal, cursor: string, list: { viewer: number; club: string; q: string }) {
  const plain = seal.open(CURSOR, cursor)
  const content = plain === undefined ? undefined : CursorContent.parse(JSON.parse(plain))
  const isOfList = content?.viewer === list.viewer && content.club === list.club && content.q === list.q
  if (!isOfList) throw new AppError('cursor_invalid')
  return content
}
