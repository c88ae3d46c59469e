import {
  type AskByLink,
  AskLink,
  type GiveGuestAnswer,
  type GuestClaim,
  LIMITS,
  type LinkSecret,
  type OwnAskLink,
  PostId,
} from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import type { AskReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { hashSecret, type NewSecret } from '../http/link-secrets.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import {
  findLinked,
  findOwnAsk,
  findUnrevoked,
  insertLink,
  type Linked,
  lockLinked,
  revokeLinks,
} from './ask-links-store.ts'
import { countByLink, insertGuestAnswer } from './guest-answers-store.ts'

const REFUSED = { revoked: 'link_revoked', expired: 'link_expired' } as const

/** The link of an ask: what whoever asks does with it, and what its bearer may, with or without an account. */
export interface AskLinkService {
  /** The link of the viewer's own ask, as long as it leads there. */
  show(viewer: Viewer, ask: PostId): Promise<OwnAskLink>
  /** A new one; the one that there was leads nowhere from then on. */
  make(viewer: Viewer, ask: PostId, claim: Claim | undefined): Promise<Written<AskLink>>
  /** From then on it says that it was revoked, also when the ask is opened anew. */
  revoke(viewer: Viewer, ask: PostId): Promise<Written<undefined>>
  /** What a bearer sees; looking consumes nothing. */
  look(viewer: Viewer | undefined, secret: LinkSecret): Promise<AskByLink>
  /** Tells whoever asks, and nobody else. */
  answer(secret: LinkSecret, given: GiveGuestAnswer): Promise<Written<GuestClaim>>
}

export interface AskLinkDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly asks: AskReader
  readonly ids: NewIds
  readonly now: () => Date
  readonly newSecret: NewSecret
}

export function createAskLinks(deps: AskLinkDeps): AskLinkService {
  const { db, changes, rates, now, newSecret } = deps
  return {
    show: async (viewer, id) => {
      const { no, ends } = orNotFound(await findOwnAsk(db, viewer.no, id, { lock: false }))
      const link = isOver(ends, now()) ? undefined : await findUnrevoked(db, no)
      return { link: link ? { secret: null, made: link.madeAt.toISOString() } : null }
    },
    make: async (viewer, id, claim) => {
      await rates.count('askLinkPerPerson', viewer.id)
      return changes.write((tx, changed) =>
        onlyOnce(tx, claim, AskLink, async () => {
          const { no, ends } = orNotFound(await findOwnAsk(tx, viewer.no, id, { lock: true }))
          const at = now()
          if (isOver(ends, at)) throw new AppError('ask_over')
          const secret = newSecret()
          await revokeLinks(tx, no, at)
          await insertLink(tx, { ask: no, secretHash: hashSecret(secret), madeAt: at })
          changed({ kind: 'look', a: viewer.no })
          return { secret, made: at.toISOString() }
        }),
      )
    },
    revoke: (viewer, id) =>
      changes.write(async (tx, changed) => {
        const { no } = orNotFound(await findOwnAsk(tx, viewer.no, id, { lock: true }))
        await revokeLinks(tx, no, now())
        changed({ kind: 'look', a: viewer.no })
        return undefined
      }),
    look: async (viewer, secret) => presentLinked(deps, viewer, await findLive(deps, db, secret)),
    answer: async (secret, given) => {
      refuseInterest(given)
      await rates.count('guestAnswerPerLink', secret)
      return changes.write(async (tx, changed) => ({ claim: await give(tx, changed, deps, secret, given) }))
    },
  }
}

async function findLive({ now }: AskLinkDeps, db: Db, secret: LinkSecret): Promise<Linked> {
  const linked = orNotFound(await findLinked(db, hashSecret(secret), now()))
  if (linked.state !== 'live') throw new AppError(REFUSED[linked.state])
  return linked
}

// Of whoever asks a bearer learns the first name alone.
async function presentLinked(
  { asks }: AskLinkDeps,
  viewer: Viewer | undefined,
  { id, authorName, wish, until, language }: Linked,
): Promise<AskByLink> {
  const seen = viewer && (await asks.readOne(viewer.no, id))
  const firstName = authorName.split(/\s/u, 1)[0] ?? authorName
  return { asker: { firstName }, wish, until, language, post: seen ? PostId.parse(id) : null }
}

/** An offer is no answer here either, and whoever is connected says how. */
function refuseInterest({ interest, interestWords }: GiveGuestAnswer): void {
  if (interest === 'paid') throw new AppError('offer_is_no_answer')
  if (interest === 'connected' && interestWords === null) throw new AppError('interest_words_missing')
}

async function give(
  tx: Db,
  changed: (...changes: Change[]) => void,
  deps: AskLinkDeps,
  secret: LinkSecret,
  given: GiveGuestAnswer,
): Promise<LinkSecret> {
  await lockLinked(tx, hashSecret(secret))
  const { link, no, author } = await findLive(deps, tx, secret)
  if ((await countByLink(tx, link)) >= LIMITS.answersPerLink) throw new AppError('too_many_answers')
  const claim = deps.newSecret()
  const said = given.interest === 'none' ? { ...given, interestWords: null } : given
  const kept = { id: deps.ids.dated(), link, claimHash: hashSecret(claim), at: deps.now() }
  await insertGuestAnswer(tx, { ...kept, given: said })
  changed({ kind: 'notification', a: no, b: author })
  return claim
}

function isOver(ends: Date | null, now: Date): boolean {
  return ends !== null && ends <= now
}
