import type { AnswerIntroduction, OfferIntroduction } from '@kith/contract'
import type { Db } from '../database/client.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { type Bonds, type Changed, offerTo, refuseTooManyOffers, tell } from './introduction-making.ts'
import { openSince } from './introduction-rows.ts'
import {
  hasNever,
  type IntroductionRow,
  listSides,
  lockIntroduction,
  partiesOf,
  removeNever,
  type SideRow,
  saveAnswer,
  saveNever,
  updateIntroduction,
} from './introductions-store.ts'

export interface Answering extends Bonds {
  readonly at: Date
  /** Opens a thread of these, with the first words of one of them. Answers its number. */
  readonly openThread: (
    tx: Db,
    opened: {
      readonly people: readonly number[]
      readonly writer: number
      readonly words: readonly string[]
      readonly at: Date
    },
  ) => Promise<number>
}

/** The broker takes what he was asked for to a tie of his, or to somebody who is not here. */
export async function offer(
  tx: Db,
  changed: Changed,
  answering: Answering,
  { broker, id, wish }: { broker: number; id: string; wish: OfferIntroduction },
): Promise<void> {
  const { at, isTied } = answering
  const row = orNotFound(await lockIntroduction(tx, id))
  if (row.broker !== broker || !(await isBrokers(tx, isTied, row))) throw notFound()
  refuseOver(row, at)
  if (row.asker === null || row.offeredAt !== null) throw new AppError('introduction_offered')
  await refuseTooManyOffers(tx, broker, at)
  const still = { declinedAt: null }
  tell(changed, [broker])
  if ('outside' in wish) return updateIntroduction(tx, row.no, { ...still, outsideAt: at })
  const person = orNotFound(await answering.lockTieWith(tx, broker, wish.person))
  if (person === row.asker) throw new AppError('introduction_to_self')
  await updateIntroduction(tx, row.no, { ...still, outsideAt: null, offeredAt: at })
  const pair = [row.asker, person] as const
  const offers = [{ person, line: wish.line }]
  await offerTo(tx, changed, answering, { introduction: row.no, kind: row.kind, pair, offers })
}

/** Somebody whom it was offered to says what he thinks of it; or the broker says yes for somebody who is not here. */
export async function answer(
  tx: Db,
  changed: Changed,
  answering: Answering,
  said: { readonly who: number; readonly id: string } & AnswerIntroduction,
): Promise<void> {
  const row = orNotFound(await lockIntroduction(tx, said.id))
  if (row.broker === said.who) return answerForOutside(tx, changed, answering, row, said)
  const side = orNotFound((await listSides(tx, row.no)).find(({ person }) => person === said.who))
  await refuseAnswer(tx, answering, row, side)
  if (side.answer === 'never') await removeNever(tx, said.who, row.kind)
  if (said.answer === 'never') await saveNever(tx, said.who, row.kind)
  await saveAnswer(tx, side, said.answer === 'open' ? null : said.answer)
  tell(changed, [said.who])
  if (said.answer === 'yes') await bringTogether(tx, changed, answering, row)
}

/** Whoever asked withdraws it, the broker declines it, or takes back what he offered; nobody is told what it was. */
export async function remove(
  tx: Db,
  changed: Changed,
  { isTied, at }: Pick<Answering, 'isTied' | 'at'>,
  { who, id }: { who: number; id: string },
): Promise<void> {
  const row = orNotFound(await lockIntroduction(tx, id))
  const isAsker = row.asker === who && row.withdrawnAt === null
  const isBroker = row.broker === who && (await isBrokers(tx, isTied, row))
  if (!isAsker && !isBroker) throw notFound()
  refuseOver(row, at)
  const reached = await listReached(tx, isTied, row, at)
  const isDeclined = isBroker && row.asker !== null
  await updateIntroduction(tx, row.no, isDeclined ? { declinedAt: at } : { withdrawnAt: at })
  tell(changed, [who, ...reached])
  if (isAsker && (await isTied(tx, row.broker, who))) tell(changed, [row.broker])
}

// Whether the broker has it: what he made himself, and what a tie of his asks him for.
async function isBrokers(tx: Db, isTied: Bonds['isTied'], row: IntroductionRow): Promise<boolean> {
  if (row.withdrawnAt !== null) return false
  return row.asker === null || row.acceptedAt !== null || isTied(tx, row.broker, row.asker)
}

function refuseOver(row: IntroductionRow, at: Date): void {
  if (row.acceptedAt !== null || row.madeAt <= openSince(at)) throw new AppError('introduction_over')
}

async function answerForOutside(
  tx: Db,
  changed: Changed,
  { isTied, at }: Answering,
  row: IntroductionRow,
  said: AnswerIntroduction,
): Promise<void> {
  const isHis = row.asker !== null && (await isBrokers(tx, isTied, row))
  if (!isHis || row.outsideAt === null || said.answer !== 'yes') throw notFound()
  refuseOver(row, at)
  if (row.declinedAt !== null) throw notFound()
  await updateIntroduction(tx, row.no, { acceptedAt: at })
  tell(changed, partiesOf(row, []))
  tell(changed, [row.broker])
}

// Once he said yes it stands as he sees it until its day; before that it is there as long as it reaches him.
async function refuseAnswer(
  tx: Db,
  { isTied, at }: Answering,
  row: IntroductionRow,
  side: SideRow,
): Promise<void> {
  if (row.acceptedAt !== null && side.answer === 'yes') throw new AppError('introduction_over')
  if (side.answer !== 'yes') {
    if (!(await reaches(tx, isTied, row, side, at))) throw notFound()
    return
  }
  if (row.offeredAt !== null && row.offeredAt <= openSince(at)) throw new AppError('introduction_over')
}

async function reaches(
  tx: Db,
  isTied: Bonds['isTied'],
  row: IntroductionRow,
  side: SideRow,
  at: Date,
): Promise<boolean> {
  if (side.silent || !isStanding(row, at) || !(await isTied(tx, row.broker, side.person))) return false
  return side.answer === 'never' || !(await hasNever(tx, side.person, row.kind))
}

// Those who see an offer that they have not answered.
async function listReached(
  tx: Db,
  isTied: Bonds['isTied'],
  row: IntroductionRow,
  at: Date,
): Promise<number[]> {
  const reached: number[] = []
  for (const side of await listSides(tx, row.no))
    if (side.answer === null && (await reaches(tx, isTied, row, side, at))) reached.push(side.person)
  return reached
}

function isStanding(row: IntroductionRow, at: Date): boolean {
  return row.withdrawnAt === null && row.declinedAt === null && row.madeAt > openSince(at)
}

// Once all said yes, as long as the broker has both as ties and neither of them has blocked the other; else nobody notices.
async function bringTogether(
  tx: Db,
  changed: Changed,
  { lockPersons, isTied, isBlocked, openThread, at }: Answering,
  row: IntroductionRow,
): Promise<void> {
  const sides = await listSides(tx, row.no)
  const [one, other] = partiesOf(row, sides)
  if (one === undefined || other === undefined || !isStanding(row, at)) return
  if (sides.some((side) => side.answer !== 'yes')) return
  const people = [row.broker, one, other]
  await lockPersons(tx, people)
  if (await isBlocked(tx, one, other)) return
  for (const party of [one, other]) if (!(await isTied(tx, row.broker, party))) return
  const words = sides.map(({ line }) => line)
  const thread = await openThread(tx, { people, writer: row.broker, words, at })
  await updateIntroduction(tx, row.no, { acceptedAt: at, thread })
  tell(changed, people)
  changed(...people.map((a) => ({ kind: 'threads' as const, a })))
}
