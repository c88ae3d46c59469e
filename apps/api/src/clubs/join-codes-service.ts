import {
  type Club,
  ClubId,
  JoinCode,
  type JoinCodeNow,
  type JoinPage,
  type MakeJoinCode,
} from '@kith/contract'
import { eq } from 'drizzle-orm'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db, Sql } from '../database/client.ts'
import { club } from '../database/tables/club-tables.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { join, refuseMember } from './club-membership.ts'
import { type ClubsService, MadeClub } from './clubs-service.ts'
import { type ClubRow, findOfMember, isMember, lockClub, lockOfHost, lockPerson } from './clubs-store.ts'
import {
  countSeenUses,
  countUses,
  findCode,
  findStanding,
  type JoinCodeRow,
  revokeCodes,
  saveCode,
  saveUse,
} from './join-codes-store.ts'

const HOUR_MS = 3_600_000

export interface JoinCodesService {
  /** The code that is good now; for the host. */
  read(viewer: Viewer, id: string): Promise<JoinCodeNow>
  /** A new code, by the host; the one before ends. */
  make(viewer: Viewer, id: string, wish: MakeJoinCode, claim: Claim | undefined): Promise<Written<JoinCode>>
  /** By the host. */
  revoke(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** What the bearer of a code sees; looking consumes nothing. */
  look(viewer: Viewer, code: string): Promise<JoinPage>
  join(viewer: Viewer, code: string, claim: Claim | undefined): Promise<Written<Club>>
}

export interface JoinCodesDeps {
  readonly db: Db
  readonly sql: Sql
  readonly changes: ChangeWriter
  readonly now: () => Date
  readonly newCode: () => string
  readonly hashCode: (code: string) => Buffer
  readonly clubs: Pick<ClubsService, 'readBack'>
}

export function createJoinCodes(deps: JoinCodesDeps): JoinCodesService {
  const { db, sql, changes, now, clubs } = deps
  return {
    read: async (viewer, id) => {
      const row = orNotFound(await findOfMember(db, viewer.no, id))
      if (row.host !== viewer.no) throw notFound()
      const standing = await findStanding(db, row.no, now())
      if (!standing) return { code: null }
      const joined = await countSeenUses(sql, viewer.no, standing.codeHash)
      return { code: presentCode(standing, { code: null, joined }) }
    },
    make: (viewer, id, wish, claim) =>
      changes.write((tx) => onlyOnce(tx, claim, JoinCode, () => makeCode(tx, deps, viewer, id, wish))),
    revoke: (viewer, id) =>
      changes.write(async (tx) => {
        const { no } = orNotFound(await lockOfHost(tx, viewer.no, id))
        await revokeCodes(tx, no, now())
        return undefined
      }),
    look: (viewer, code) => lookAt(deps, viewer, code),
    join: async (viewer, code, claim) =>
      clubs.readBack(
        viewer,
        await changes.write((tx, changed) =>
          onlyOnce(tx, claim, MadeClub, async () => {
            await lockPerson(tx, viewer.no)
            const { club: of } = orNotFound(await findCode(tx, deps.hashCode(code)))
            const { id, no } = orNotFound(await lockClub(tx, of))
            await refuseMember(tx, no, viewer.no)
            const row = orNotFound(await findCode(tx, deps.hashCode(code)))
            await refuseOver(tx, row, now())
            await join(tx, changed, { club: no, person: viewer.no, at: now() })
            await saveUse(tx, row.codeHash, viewer.no)
            return { club: ClubId.parse(id) }
          }),
        ),
      ),
  }
}

async function makeCode(
  tx: Db,
  { now, newCode, hashCode }: JoinCodesDeps,
  viewer: Viewer,
  id: string,
  { hours, most }: MakeJoinCode,
): Promise<JoinCode> {
  const { no } = orNotFound(await lockOfHost(tx, viewer.no, id))
  const [code, madeAt] = [newCode(), now()]
  const expiresAt = new Date(madeAt.getTime() + hours * HOUR_MS)
  const row = { codeHash: hashCode(code), club: no, madeAt, expiresAt, most }
  await revokeCodes(tx, no, madeAt)
  await saveCode(tx, row)
  return presentCode(row, { code: `${code.slice(0, 4)}-${code.slice(4)}`, joined: 0 })
}

async function lookAt({ db, now, hashCode }: JoinCodesDeps, viewer: Viewer, code: string): Promise<JoinPage> {
  const row = orNotFound(await findCode(db, hashCode(code)))
  const of = orNotFound(await readClub(db, row.club))
  if (await isMember(db, of.no, viewer.no)) return { state: 'member', club: ClubId.parse(of.id) }
  if (isEnded(row, now())) return { state: 'ended' }
  if (await isFull(db, row)) return { state: 'full' }
  return { state: 'live', club: { name: of.name, about: of.about }, expires: row.expiresAt.toISOString() }
}

async function refuseOver(tx: Db, row: JoinCodeRow, now: Date): Promise<void> {
  if (isEnded(row, now)) throw new AppError('code_ended')
  if (await isFull(tx, row)) throw new AppError('code_full')
}

function isEnded({ revokedAt, expiresAt }: JoinCodeRow, now: Date): boolean {
  return revokedAt !== null || expiresAt <= now
}

async function isFull(db: Db, { codeHash, most }: JoinCodeRow): Promise<boolean> {
  return (await countUses(db, codeHash)) >= most
}

async function readClub(db: Db, no: number): Promise<ClubRow | undefined> {
  const [row] = await db.select().from(club).where(eq(club.no, no))
  return row
}

function presentCode(
  { expiresAt, most }: Pick<JoinCodeRow, 'expiresAt' | 'most'>,
  rest: Pick<JoinCode, 'code' | 'joined'>,
): JoinCode {
  return { ...rest, expires: expiresAt.toISOString(), most }
}
