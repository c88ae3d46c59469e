import {
  type AskIntroduction,
  type BringTogether,
  IntroductionId,
  LIMITS,
  type PersonId,
} from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { Db } from '../database/client.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { openSince } from './introduction-rows.ts'
import {
  countOffers,
  countPending,
  findBefore,
  findByHandle,
  hasNever,
  insertIntroduction,
  insertSides,
  isBrought,
} from './introductions-store.ts'

const DAY_MS = 86_400_000

export type Changed = (...changes: Change[]) => void

/** What the room of ties says of two persons by their numbers. */
export interface Bonds {
  /** The number of somebody whom the owner has a live tie with, which does not end before the transaction does. */
  readonly lockTieWith: (tx: Db, owner: number, id: PersonId) => Promise<number | undefined>
  readonly isTied: (tx: Db, one: number, other: number) => Promise<boolean>
  /** Whether one of the two has blocked the other. */
  readonly isBlocked: (tx: Db, one: number, other: number) => Promise<boolean>
  /** Takes turns with everybody else who does something about one of these. */
  readonly lockPersons: (tx: Db, numbers: readonly number[]) => Promise<void>
}

export interface Making extends Bonds {
  readonly newId: () => string
  readonly at: Date
}

export interface AskedFor {
  readonly asker: number
  readonly wish: AskIntroduction
  /** Whether whoever is named in the wish is shown to the asker through the broker. */
  readonly isShown: boolean
  /** The number of the broker's post that made him ask. */
  readonly post: number | null
}

/** Somebody asks a tie of his to introduce him. What he did himself is looked at before anything that others may have done. */
export async function makeAsked(
  tx: Db,
  changed: Changed,
  making: Making,
  { asker, wish, isShown, post }: AskedFor,
): Promise<IntroductionId> {
  const { kind, words } = wish
  const { at } = making
  await making.lockPersons(tx, [asker])
  const broker = orNotFound(await making.lockTieWith(tx, asker, wish.broker))
  const before = await findBefore(tx, { asker, broker, kind }, openSince(at))
  if (before && before.withdrawnAt === null) throw new AppError('introduction_exists')
  if ((await countPending(tx, asker, openSince(at))) >= LIMITS.openIntroductions) {
    throw new AppError('too_many_introductions')
  }
  const wanted =
    wish.person === undefined
      ? null
      : await findWanted(tx, making, { asker, broker, handle: wish.person, isShown })
  const id = IntroductionId.parse(making.newId())
  // The broker is not asked twice: made again, it is as silent as the one that was withdrawn.
  const declinedAt = before?.declinedAt ?? null
  await insertIntroduction(tx, {
    ...{ id, asker, broker, kind, words, post, declinedAt, madeAt: at },
    wanted: wanted?.no ?? null,
    wantedName: wanted?.name ?? null,
  })
  tell(changed, declinedAt === null ? [asker, broker] : [asker])
  return id
}

async function findWanted(
  tx: Db,
  { isTied }: Making,
  { asker, broker, handle, isShown }: { asker: number; broker: number; handle: string; isShown: boolean },
): Promise<{ no: number; name: string }> {
  const found = orNotFound(await findByHandle(tx, handle))
  if (found.no === asker || found.no === broker) throw new AppError('introduction_to_self')
  if (await isTied(tx, asker, found.no)) throw new AppError('already_tied')
  return orNotFound(isShown ? found : undefined)
}

/** Somebody offers two of his ties to each other, of his own accord. */
export async function makeBrought(
  tx: Db,
  changed: Changed,
  making: Making,
  { broker, wish }: { broker: number; wish: BringTogether },
): Promise<IntroductionId> {
  const { kind, sides } = wish
  const { at } = making
  await making.lockPersons(tx, [broker])
  const one = orNotFound(await making.lockTieWith(tx, broker, sides[0].person))
  const other = orNotFound(await making.lockTieWith(tx, broker, sides[1].person))
  if (await isBrought(tx, { broker, kind, people: [one, other] }, openSince(at))) {
    throw new AppError('introduction_exists')
  }
  await refuseTooManyOffers(tx, broker, at)
  const id = IntroductionId.parse(making.newId())
  const no = await insertIntroduction(tx, { id, broker, kind, madeAt: at, offeredAt: at })
  const offers = [
    { person: one, line: sides[0].line },
    { person: other, line: sides[1].line },
  ]
  await offerTo(tx, changed, making, { introduction: no, kind, pair: [one, other], offers })
  tell(changed, [broker])
  return id
}

export async function refuseTooManyOffers(tx: Db, broker: number, at: Date): Promise<void> {
  const today = await countOffers(tx, broker, new Date(at.getTime() - DAY_MS))
  if (today >= LIMITS.offersPerDay) throw new AppError('too_many_offers_today')
}

/**
 * Offers an introduction of two to one or both of them. Those who blocked each other, or know each other, it does not reach,
 * and whoever offers it cannot tell that from silence. It is noted now: were it read later, it would go when one of the two
 * blocks the other, who would learn by that whom he was to meet.
 */
export async function offerTo(
  tx: Db,
  changed: Changed,
  { isBlocked, isTied }: Bonds,
  made: {
    readonly introduction: number
    readonly kind: string
    readonly pair: readonly [number, number]
    readonly offers: readonly { readonly person: number; readonly line: string }[]
  },
): Promise<void> {
  const [one, other] = made.pair
  const silent = (await isBlocked(tx, one, other)) || (await isTied(tx, one, other))
  await insertSides(
    tx,
    made.offers.map((offer) => ({ ...offer, introduction: made.introduction, silent })),
  )
  if (silent) return
  for (const { person } of made.offers) if (!(await hasNever(tx, person, made.kind))) tell(changed, [person])
}

export function tell(changed: Changed, people: readonly number[]): void {
  changed(...people.map((a) => ({ kind: 'introductions' as const, a })))
}
