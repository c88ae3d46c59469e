import {
  LIMITS,
  type MakeTieRequest,
  type SortTie,
  TieRequest,
  type TieRequests,
  type TieView,
} from '@kith/contract'
import { eq } from 'drizzle-orm'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import { violatedConstraint } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { isBlocked } from './blocks-store.ts'
import {
  countOutgoing,
  declineRequest,
  findRequest,
  listIncoming,
  listOutgoing,
  lockIncoming,
  saveRequest,
  withdrawRequest,
} from './requests-store.ts'
import { makeTie, ownCircles, refuseTooMany, sortSide } from './tie-making.ts'
import { findPair, findTie, lockPersons } from './ties-store.ts'

const DAY_MS = 86_400_000

export interface TieRequestsService {
  list(viewer: Viewer): Promise<TieRequests>
  make(viewer: Viewer, wish: MakeTieRequest, claim: Claim | undefined): Promise<Written<TieRequest>>
  /** The same of somebody whom the viewer knows otherwise, so that it does not matter whether he lets himself be found. */
  makeTo(
    viewer: Viewer,
    find: (tx: Db) => Promise<Omit<Asked, 'findable'> | undefined>,
    claim: Claim | undefined,
  ): Promise<Written<TieRequest>>
  accept(viewer: Viewer, id: string, sort: SortTie): Promise<Written<TieView>>
  /** The one who asked goes on seeing it as pending. */
  decline(viewer: Viewer, id: string): Promise<Written<undefined>>
  withdraw(viewer: Viewer, id: string): Promise<Written<undefined>>
}

/** Who is asked for a tie. */
interface Asked {
  readonly no: number
  readonly handle: string
  readonly name: string
  readonly findable: boolean
}

interface RequestDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly now: () => Date
  readonly newId: () => string
}

export function createTieRequests(deps: RequestDeps): TieRequestsService {
  const { db, changes, now } = deps
  const oldest = (): Date => new Date(now().getTime() - LIMITS.tieRequestDays * DAY_MS)
  const make = async (
    viewer: Viewer,
    find: (tx: Db) => Promise<Asked | undefined>,
    claim: Claim | undefined,
  ): Promise<Written<TieRequest>> => {
    await deps.rates.count('tieRequestPerPerson', viewer.id)
    return changes
      .write((tx, changed) =>
        onlyOnce(tx, claim, TieRequest, async () => {
          const other = orNotFound(await find(tx))
          const when = { id: deps.newId(), at: now(), oldest: oldest() }
          const made = await makeRequest(tx, viewer.no, other, when)
          changed({ kind: 'requests', a: viewer.no })
          if (made.tells !== null) changed({ kind: 'requests', a: made.tells })
          return made.request
        }),
      )
      .catch(translateExists)
  }
  return {
    list: async (viewer) => ({
      incoming: await listIncoming(db, viewer.no, oldest()),
      outgoing: await listOutgoing(db, viewer.no, oldest()),
    }),
    make: (viewer, { handle }, claim) => make(viewer, (tx) => findByHandle(tx, handle), claim),
    makeTo: (viewer, find, claim) =>
      make(viewer, async (tx) => ({ ...orNotFound(await find(tx)), findable: true }), claim),
    accept: (viewer, id, sort) =>
      changes.write(async (tx, changed) => {
        const request = orNotFound(await lockIncoming(tx, viewer.no, id, oldest()))
        const circles = await ownCircles(tx, viewer.no, sort.circles)
        const tie = await makeTie(tx, changed, {
          id: deps.newId(),
          one: viewer.no,
          other: request.fromNo,
          at: now(),
        })
        const { closeness } = sort
        await sortSide(tx, changed, { owner: viewer.no, other: request.fromNo, closeness, circles })
        return orNotFound(await findTie(tx, viewer.no, tie))
      }),
    decline: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const request = orNotFound(await lockIncoming(tx, viewer.no, id, oldest()))
        await declineRequest(tx, request.id, now())
        changed({ kind: 'requests', a: viewer.no })
        return undefined
      }),
    withdraw: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { toNo, declinedAt } = orNotFound(await withdrawRequest(tx, viewer.no, id, now()))
        changed({ kind: 'requests', a: viewer.no })
        if (!declinedAt) changed({ kind: 'requests', a: toNo })
        return undefined
      }),
  }
}

async function makeRequest(
  tx: Db,
  from: number,
  other: Asked,
  { id, at, oldest }: { id: string; at: Date; oldest: Date },
): Promise<{ request: TieRequest; tells: number | null }> {
  if (other.no === from) throw new AppError('request_to_self')
  await lockPersons(tx, [from, other.no])
  const pair = await findPair(tx, from, other.no)
  if (pair && !pair.endedAt) throw new AppError('already_tied')
  // Looked for before anything that the other may have done: an open request stays one, whatever became of it.
  const before = await findRequest(tx, from, other.no, oldest)
  if (before && !before.withdrawnAt) throw new AppError('request_exists')
  if (!other.findable || (await isBlocked(tx, from, other.no))) throw notFound()
  const reverse = await findRequest(tx, other.no, from, oldest)
  if (reverse && !reverse.declinedAt) throw new AppError('request_exists')
  if ((await countOutgoing(tx, from, oldest)) >= LIMITS.openTieRequests) {
    throw new AppError('too_many_requests_open')
  }
  await refuseTooMany(tx, from, at)
  // A decline is not asked about twice: made again, the request is as silent as the one that was withdrawn.
  const declinedAt = before?.declinedAt ?? null
  await saveRequest(tx, { id, fromNo: from, toNo: other.no, madeAt: at, declinedAt })
  const request = { id, person: { handle: other.handle, name: other.name }, made: at.toISOString() }
  return { request: TieRequest.parse(request), tells: declinedAt ? null : other.no }
}

async function findByHandle(tx: Db, handle: string): Promise<Asked | undefined> {
  const [row] = await tx
    .select({ no: person.no, handle: person.handle, name: person.name, findable: person.findable })
    .from(person)
    .where(eq(person.handle, handle))
  return row
}

function translateExists(error: unknown): never {
  if (violatedConstraint(error) === 'tie_request_pair') throw new AppError('request_exists', { cause: error })
  throw error
}
