import {
  type AskedIntroduction,
  type BrokeredIntroduction,
  IntroductionId,
  LIMITS,
  type OfferedIntroduction,
  PostId,
  ThreadId,
} from '@kith/contract'
import { type PartyRow, presentParty } from '../graph/party-rows.ts'
import { type AskedRow, type BrokeredRow, type OfferedRow, openSince } from './introduction-rows.ts'

const LASTS_MS = LIMITS.introductionDays * 86_400_000

export function presentAsked(row: AskedRow, now: Date): AskedIntroduction {
  const { words, wanted, other } = row
  return {
    ...common(row),
    words,
    wanted,
    until: endOf(row),
    state: row.acceptedAt !== null ? 'accepted' : isOpen(row, now) ? 'pending' : 'over',
    person: presentOther(other),
  }
}

export function presentBrokered(row: BrokeredRow, now: Date): BrokeredIntroduction {
  return {
    ...common(row),
    asker: presentOther(row.asker),
    words: row.words,
    wanted: presentOther(row.wanted),
    post: row.post === null ? null : PostId.parse(row.post),
    sides: row.sides.map(({ party, line }) => ({ person: presentParty(party), line })),
    until: endOf(row),
    state: brokeredState(row, now),
  }
}

export function presentOffered(row: OfferedRow, now: Date): OfferedIntroduction {
  return { ...common(row), line: row.line, state: offeredState(row, now), person: presentOther(row.other) }
}

// What the broker does himself, and day 14; never what those said to whom he offered it.
function brokeredState(row: BrokeredRow, now: Date): BrokeredIntroduction['state'] {
  if (row.acceptedAt !== null) return 'accepted'
  if (!isOpen(row, now)) return 'over'
  if (row.declined) return 'declined'
  if (row.sides.length > 0) return 'offered'
  return row.outside ? 'outside' : 'asked'
}

function offeredState(row: OfferedRow, now: Date): OfferedIntroduction['state'] {
  if (row.acceptedAt !== null) return 'accepted'
  if (!row.saidYes) return 'offered'
  return isOpen(row, now) ? 'waiting' : 'over'
}

function common({ id, kind, broker, madeAt, acceptedAt, thread }: AskedRow | BrokeredRow | OfferedRow) {
  return {
    id: IntroductionId.parse(id),
    kind,
    broker: presentParty(broker),
    made: madeAt.toISOString(),
    accepted: acceptedAt?.toISOString() ?? null,
    thread: thread === null ? null : ThreadId.parse(thread),
  }
}

function presentOther(party: PartyRow | null) {
  return party === null ? null : presentParty(party)
}

function isOpen({ madeAt }: { readonly madeAt: Date }, now: Date): boolean {
  return madeAt > openSince(now)
}

function endOf({ madeAt }: { readonly madeAt: Date }): string {
  return new Date(madeAt.getTime() + LASTS_MS).toISOString()
}
