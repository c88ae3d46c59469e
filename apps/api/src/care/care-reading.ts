import { type CareReason, ThreadId } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { daysBetween, utcDay } from '../database/days.ts'
import { readSeen, type SeenDeps } from '../graph/seen-posts.ts'
import type { CheckedVoice } from '../graph/voice-presentation.ts'
import { type AskReader, seconds } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import {
  type PostExchange,
  type PostReason,
  type SideRow,
  type SideWish,
  selectDone,
  selectOpenAsks,
  selectPostReasons,
  selectSentPosts,
  selectSides,
} from './care-rows.ts'

/** A side with the day, in UTC, of the last exchange that its owner knows of. */
export interface Side extends SideRow {
  readonly lastDay: string
}

/** Somebody whom the viewer could turn to, and why. */
export interface DueSide {
  readonly side: Side
  readonly reasons: readonly CareReason[]
}

export interface CareDeps extends SeenDeps {
  readonly sql: Sql
  readonly asks: AskReader
  /** What of these posts stands under "for me". */
  readonly sentTo: (
    viewer: number,
    posts: readonly number[],
  ) => Promise<readonly { readonly row: { readonly sender: number; readonly at: Date } }[]>
}

// What somebody waits for; the others are good moments alone.
const OWED: ReadonlySet<CareReason['reason']> = new Set(['message', 'thanks', 'outcome'])

// So many are asked at once whether there is a reason.
const PART = 50

/** The viewer's live ties with their last exchange. What hangs on a post counts as long as he may see it. */
export async function readSides(deps: CareDeps, viewer: number, wish: SideWish): Promise<Side[]> {
  const rows = await selectSides(deps.sql, viewer, wish)
  const lastAt = new Map(rows.map(({ other, lastAt }) => [other, lastAt]))
  const isNews = ({ other, at }: { other: number; at: Date }) => at > (lastAt.get(other) ?? at)
  const done = (await selectDone(deps.sql, viewer, wish.before)).filter(isNews)
  for (const { other, at } of [
    ...(await readSent(deps, viewer, wish.before)),
    ...(await seenOf(deps, viewer, done)),
  ])
    if (isNews({ other, at })) lastAt.set(other, at)
  return rows.map((row) => ({ ...row, lastDay: lastDayOf(row, lastAt.get(row.other) ?? row.lastAt, wish) }))
}

function lastDayOf({ spokeOn }: SideRow, lastAt: Date, { spokeBefore }: SideWish): string {
  const day = utcDay(lastAt)
  if (spokeOn === null || spokeOn < day) return day
  return spokeBefore !== null && spokeOn >= spokeBefore ? day : spokeOn
}

async function readSent({ sql, sentTo }: CareDeps, viewer: number, before: Date) {
  const items = await sentTo(viewer, await selectSentPosts(sql, viewer))
  return items.flatMap(({ row: { sender, at } }) => (at <= before ? [{ other: sender, at }] : []))
}

async function seenOf(deps: CareDeps, viewer: number, done: readonly PostExchange[]) {
  const seen = await readSeen(
    deps,
    viewer,
    done.map(({ post }) => post),
  )
  const posts = new Set(seen.map(({ proposal }) => proposal.post))
  return done.filter(({ post }) => posts.has(post))
}

/** Those that have waited for longer than their rhythm by then, the closest first, then the longest waiting. */
export function beyondRhythm(sides: readonly Side[], at: Date): Side[] {
  const today = utcDay(at)
  return sides
    .filter(({ rhythm, lastDay }) => rhythm !== null && daysBetween(lastDay, today) > rhythm)
    .sort(compareSides)
}

/** The closest first, then the longest waiting. */
export function compareSides(one: Side, other: Side): number {
  return (
    (other.closeness ?? 0) - (one.closeness ?? 0) ||
    daysBetween(other.lastDay, one.lastDay) ||
    one.name.localeCompare(other.name) ||
    one.other - other.other
  )
}

interface DueWish {
  readonly wanted: number
  /** Only what the viewer owes them counts, not what he could ask them. */
  readonly owed?: boolean
}

/** The first of these for whom there is a reason, in the given order. No reason, no nudge. */
export async function findDue(
  deps: CareDeps,
  viewer: number,
  sides: readonly Side[],
  { wanted, owed = false }: DueWish,
): Promise<DueSide[]> {
  const found: DueSide[] = []
  for (let at = 0; at < sides.length && found.length < wanted; at += PART) {
    const part = sides.slice(at, at + PART)
    const asked = await readAsks(deps, viewer, part)
    const about = await readPostReasons(deps, viewer, part)
    for (const side of part) {
      const all = [...waitingReason(side), ...(asked.get(side.other) ?? []), ...(about.get(side.other) ?? [])]
      const reasons = owed ? all.filter(({ reason }) => OWED.has(reason)) : all
      if (reasons.length > 0) found.push({ side, reasons })
    }
  }
  return found.slice(0, wanted)
}

function waitingReason({ waitsIn }: Side): CareReason[] {
  if (waitsIn === null) return []
  return [{ reason: 'message', about: null, ask: null, thread: ThreadId.parse(waitsIn) }]
}

/** By author, the first open ask of theirs that the viewer hears and has not answered. */
async function readAsks(
  { sql, graph, asks, now }: CareDeps,
  viewer: number,
  sides: readonly Side[],
): Promise<ReadonlyMap<number, CareReason[]>> {
  const at = now()
  const rows = await selectOpenAsks(
    sql,
    sides.map(({ other }) => other),
    at,
  )
  const authors = new Map(rows.map(({ post, author }) => [post, author]))
  const propose = (): Proposal[] =>
    graph.engine
      .hearsAmong(viewer, [...authors.keys()], seconds(at))
      .map(({ post, witness }, card) => ({ viewer, post, card, witness, from: 'engine' }))
  const { voices } = await asks.search({ propose, heardOnly: true, perCard: 1 })
  const reasons = new Map<number, CareReason[]>()
  for (const { ask, proposal } of voices) {
    const author = authors.get(proposal.post)
    if (author === undefined || reasons.has(author) || ask.answered.length > 0 || ask.person.shown !== 'tie')
      continue
    const about = { post: ask.post, title: ask.wish.title }
    reasons.set(author, [{ reason: 'ask', about: null, ask: about, thread: null }])
  }
  return reasons
}

/** By author, what of theirs the viewer may see, with their name, is a reason: each sort of reason once. */
async function readPostReasons(
  deps: CareDeps,
  viewer: number,
  sides: readonly Side[],
): Promise<ReadonlyMap<number, CareReason[]>> {
  const authors = sides.map(({ other }) => other)
  const rows = await selectPostReasons(deps.sql, viewer, authors, deps.now())
  const seen = await readSeen(
    deps,
    viewer,
    rows.map(({ post }) => post),
  )
  const byPost = new Map(seen.map((one) => [one.proposal.post, one]))
  const reasons = new Map<number, CareReason[]>()
  for (const row of rows) {
    const known = reasons.get(row.author) ?? []
    const voice = byPost.get(row.post)
    if (voice === undefined || !holds(row, voice) || known.some(({ reason }) => reason === row.reason))
      continue
    const { post, subject } = voice.voice
    reasons.set(row.author, [
      ...known,
      { reason: row.reason, about: { post, subject }, ask: null, thread: null },
    ])
  }
  return reasons
}

function holds({ reason }: PostReason, { voice, heard }: CheckedVoice): boolean {
  if (voice.person.shown !== 'tie') return false
  return reason !== 'stillTrue' || (heard && voice.fading)
}
