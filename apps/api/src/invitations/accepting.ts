import type { LinkSecret, SortTie, TieView } from '@kith/contract'
import type { Db } from '../database/client.ts'
import { hashSecret } from '../http/link-secrets.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import type { Changed, InvitationDeps } from './invitations-service.ts'
import {
  addressPosts,
  findBySecret,
  type InvitationRow,
  listEnclosures,
  lockByTie,
  markAccepted,
  markConfirmed,
  stateOf,
} from './invitations-store.ts'

const REFUSED = { used: 'link_used', revoked: 'link_revoked', expired: 'link_expired' } as const

/**
 * Makes the tie of an invitation: unsorted for the inviter until he confirms, unless the two sit together, and with what
 * was enclosed addressed to the newcomer. Who accepted before, perhaps by signing up through the link, sorts the own side.
 */
export async function acceptInvitation(
  deps: InvitationDeps,
  tx: Db,
  changed: Changed,
  newcomer: number,
  secret: LinkSecret,
  sort: SortTie,
): Promise<TieView> {
  const at = deps.now()
  const row = orNotFound(await findBySecret(tx, hashSecret(secret), { lock: true }))
  if (row.inviter === newcomer) throw new AppError('invitation_to_self')
  if (await deps.ties.isBlocked(tx, newcomer, row.inviter)) throw notFound()
  const circles = await deps.ties.ownCircles(tx, newcomer, sort.circles)
  const mine = { owner: newcomer, other: row.inviter, closeness: sort.closeness, circles }
  const state = stateOf(row, at)
  if (state === 'used' && row.acceptedBy === newcomer) {
    const tie = await deps.ties.findTieWith(tx, newcomer, row.inviter)
    if (!tie) throw new AppError('link_used')
    await deps.ties.sortSide(tx, changed, mine)
    return orNotFound(await deps.ties.findTie(tx, newcomer, tie.id))
  }
  refuseUnlessLive(row, at)
  const tieId = await deps.ties.makeTie(tx, changed, {
    id: deps.newId(),
    one: newcomer,
    other: row.inviter,
    at,
  })
  await deps.ties.sortSide(tx, changed, mine)
  if (row.sittingTogether) await applyNote(deps, tx, changed, row, newcomer)
  const confirmedAt = row.sittingTogether ? at : null
  await markAccepted(tx, row.id, { acceptedAt: at, acceptedBy: newcomer, tieId, confirmedAt })
  await addressEnclosures(tx, changed, row, newcomer, at)
  changed({ kind: 'invitations', a: row.inviter })
  return orNotFound(await deps.ties.findTie(tx, newcomer, tieId))
}

/** Refuses an invitation that was used, taken back or ran out. */
export function refuseUnlessLive(row: InvitationRow, now: Date): void {
  const state = stateOf(row, now)
  if (state !== 'live') throw new AppError(REFUSED[state])
}

async function addressEnclosures(
  tx: Db,
  changed: Changed,
  row: InvitationRow,
  newcomer: number,
  at: Date,
): Promise<void> {
  const posts = (await listEnclosures(tx, row.id, at)).map((one) => one.post)
  await addressPosts(tx, posts, newcomer, at)
  changed(...posts.map((post) => ({ kind: 'addressing' as const, a: post, b: newcomer })))
}

/** Applies the inviter's private note to his side, once; confirming again changes nothing. */
export async function confirmInvitation(
  deps: InvitationDeps,
  tx: Db,
  changed: Changed,
  inviter: number,
  tieId: string,
): Promise<TieView> {
  orNotFound(await deps.ties.findTie(tx, inviter, tieId))
  const row = orNotFound(await lockByTie(tx, inviter, tieId))
  if (!row.confirmedAt && row.acceptedBy !== null) {
    await applyNote(deps, tx, changed, row, row.acceptedBy)
    await markConfirmed(tx, inviter, tieId, deps.now())
    changed({ kind: 'invitations', a: inviter })
  }
  return orNotFound(await deps.ties.findTie(tx, inviter, tieId))
}

// What the inviter has said about the tie meanwhile is newer than his note.
async function applyNote(
  deps: InvitationDeps,
  tx: Db,
  changed: Changed,
  row: InvitationRow,
  other: number,
): Promise<void> {
  const tie = orNotFound(await deps.ties.findTieWith(tx, row.inviter, other))
  const noted = await deps.ties.livingCircles(tx, row.inviter, row.circles)
  const kept = await deps.ties.ownCircles(tx, row.inviter, tie.circles)
  await deps.ties.sortSide(tx, changed, {
    owner: row.inviter,
    other,
    closeness: tie.person.closeness ?? row.closeness,
    circles: [...new Set([...kept, ...noted])],
  })
}
