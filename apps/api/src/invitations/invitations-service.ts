import {
  type CircleId,
  type Enclosure,
  Invitation,
  type InvitationPage,
  type Invitations,
  LIMITS,
  type LinkSecret,
  type MakeInvitation,
  type PostId,
  type SortTie,
  type TieId,
  TieView,
} from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { hashSecret, type NewSecret } from '../http/link-secrets.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { acceptInvitation, confirmInvitation, refuseUnlessLive } from './accepting.ts'
import {
  countOpen,
  findBySecret,
  findName,
  listEnclosures,
  listInvitations,
  lockInviter,
  readEnclosures,
  revokeInvitation,
  saveInvitation,
  stateOf,
} from './invitations-store.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export type Changed = (...changes: Change[]) => void

/** What invitations need of ties; features do not know each other. */
export interface TieMaking {
  /** Refuses somebody who has as many ties, or as many new ones, as he may have. */
  refuseTooMany(tx: Db, no: number, at: Date): Promise<void>
  makeTie(tx: Db, changed: Changed, tie: { id: string; one: number; other: number; at: Date }): Promise<TieId>
  sortSide(
    tx: Db,
    changed: Changed,
    sorting: { owner: number; other: number; closeness?: number | null; circles?: readonly number[] },
  ): Promise<void>
  ownCircles(tx: Db, owner: number, ids: readonly CircleId[]): Promise<number[]>
  /** Those of these circle numbers that the owner still has. */
  livingCircles(tx: Db, owner: number, numbers: readonly number[]): Promise<number[]>
  /** Whether one of the two has blocked the other. */
  isBlocked(db: Db, one: number, other: number): Promise<boolean>
  findTie(db: Db, owner: number, id: string): Promise<TieView | undefined>
  findTieWith(db: Db, owner: number, other: number): Promise<TieView | undefined>
}

export interface InvitationDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly now: () => Date
  readonly newId: () => string
  readonly newSecret: NewSecret
  readonly ties: TieMaking
}

export interface InvitationsService {
  list(viewer: Viewer): Promise<Invitations>
  make(viewer: Viewer, wish: MakeInvitation, claim: Claim | undefined): Promise<Written<Invitation>>
  revoke(viewer: Viewer, id: string): Promise<Written<undefined>>
  /** What the bearer of a link sees; looking consumes nothing. */
  look(viewer: Viewer | undefined, secret: LinkSecret): Promise<InvitationPage>
  accept(
    viewer: Viewer,
    secret: LinkSecret,
    sort: SortTie,
    claim: Claim | undefined,
  ): Promise<Written<TieView>>
  /** Refuses the secret of an invitation that nobody can accept any more, or never could. */
  readonly refuseDeadLink: (tx: Db, secret: LinkSecret) => Promise<void>
  /** Accepts for a person who is being made in the same transaction. */
  readonly acceptFor: (tx: Db, changed: Changed, newcomer: number, secret: LinkSecret) => Promise<void>
  /** The inviter says that the right person came: what he noted applies. */
  confirm(viewer: Viewer, tie: string): Promise<Written<TieView>>
}

export function createInvitations(deps: InvitationDeps): InvitationsService {
  const { db, changes, now } = deps
  return {
    list: async (viewer) => ({ invitations: await listInvitations(db, viewer.no, now()) }),
    make: (viewer, wish, claim) =>
      changes.write((tx, changed) =>
        onlyOnce(tx, claim, Invitation, async () => {
          const made = await makeInvitation(deps, tx, viewer.no, wish)
          changed({ kind: 'invitations', a: viewer.no })
          return made
        }),
      ),
    revoke: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const row = orNotFound(await revokeInvitation(tx, viewer.no, id, now()))
        if (row.acceptedAt) throw new AppError('link_used')
        changed({ kind: 'invitations', a: viewer.no })
        return undefined
      }),
    look: (viewer, secret) => lookAt(deps, viewer, secret),
    accept: (viewer, secret, sort, claim) =>
      changes.write((tx, changed) =>
        onlyOnce(tx, claim, TieView, () => acceptInvitation(deps, tx, changed, viewer.no, secret, sort)),
      ),
    refuseDeadLink: async (tx, secret) => {
      const row = orNotFound(await findBySecret(tx, hashSecret(secret), { lock: true }))
      refuseUnlessLive(row, now())
    },
    acceptFor: async (tx, changed, newcomer, secret) => {
      await acceptInvitation(deps, tx, changed, newcomer, secret, { closeness: null, circles: [] })
    },
    confirm: (viewer, tie) =>
      changes.write((tx, changed) => confirmInvitation(deps, tx, changed, viewer.no, tie)),
  }
}

async function makeInvitation(
  deps: InvitationDeps,
  tx: Db,
  inviter: number,
  wish: MakeInvitation,
): Promise<Invitation> {
  const madeAt = deps.now()
  await lockInviter(tx, inviter)
  if ((await countOpen(tx, inviter, madeAt)) >= LIMITS.openInvitations) {
    throw new AppError('too_many_invitations')
  }
  await deps.ties.refuseTooMany(tx, inviter, madeAt)
  const { note, closeness, sittingTogether } = wish
  const circles = await deps.ties.ownCircles(tx, inviter, wish.circles)
  const enclosures = await enclose(tx, inviter, wish.enclosures, madeAt)
  const secret = deps.newSecret()
  const id = deps.newId()
  const lastsMs = sittingTogether ? LIMITS.sittingTogetherMinutes * MINUTE_MS : LIMITS.invitationDays * DAY_MS
  const expiresAt = new Date(madeAt.getTime() + lastsMs)
  const secretHash = hashSecret(secret)
  const row = { id, inviter, secretHash, note, circles, closeness, sittingTogether, madeAt, expiresAt }
  await saveInvitation(tx, row, enclosures)
  const [made] = await listInvitations(tx, inviter, madeAt, id)
  return { ...orNotFound(made), secret }
}

async function enclose(
  tx: Db,
  author: number,
  ids: readonly PostId[],
  now: Date,
): Promise<{ post: number; enclosure: Enclosure }[]> {
  const found = await readEnclosures(tx, author, ids, now)
  return [...new Set(ids)].map((id) => {
    const one = found.get(id)
    if (one?.form === 'held') throw new AppError('waits_for_yes')
    if (one && one.form !== 'notebook') return { post: one.post, enclosure: one.enclosure }
    const message = one ? 'lies in your notebook' : 'not one of your recommendations'
    throw new AppError('invalid_input', { fields: [{ path: 'enclosures', message }] })
  })
}

async function lookAt(
  { db, now, ties }: InvitationDeps,
  viewer: Viewer | undefined,
  secret: LinkSecret,
): Promise<InvitationPage> {
  const at = now()
  const row = orNotFound(await findBySecret(db, hashSecret(secret), { lock: false }))
  if (viewer && (await ties.isBlocked(db, viewer.no, row.inviter))) throw notFound()
  const state = stateOf(row, at)
  if (state === 'used') return { state, byMe: viewer !== undefined && viewer.no === row.acceptedBy }
  if (state !== 'live') return { state }
  const enclosures = await listEnclosures(db, row.id, at)
  return {
    state,
    inviter: { name: await findName(db, row.inviter) },
    note: row.note,
    enclosures: enclosures.map((one) => one.enclosure),
    expires: row.expiresAt.toISOString(),
    mine: viewer?.no === row.inviter,
  }
}
