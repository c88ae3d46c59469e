import { type Ask, LIMITS, type ShownTie, type Voice } from '@kith/contract'
import type { TrustGraph, Witness } from '@kith/trust-graph'
import type { Sql } from '../database/client.ts'
import type { Graph } from '../graph/graph-follower.ts'
import { presentTie } from '../graph/person-presentation.ts'
import { type AskReader, seconds, type VoiceReader } from '../graph/voice-reader.ts'
import type { Proposal } from '../graph/witness-check.ts'
import { type ItemKey, type ItemRow, type SenderRow, selectAskedOf, selectItems } from './for-me-rows.ts'

const REFILLS = 5

/** An item that the viewer may see now. */
export interface CheckedItem {
  readonly row: ItemRow
  readonly from: ShownTie
  readonly voice: Voice
}

export interface ItemDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly asks: AskReader
  readonly now: () => Date
}

/** An open ask that a tie put to the viewer. */
export interface CheckedAsked {
  readonly from: ShownTie
  readonly at: Date
  readonly ask: Ask
}

/** A page: what may not be seen falls out, and the page is filled again, a bounded number of times. */
export async function readItems(
  deps: ItemDeps,
  viewer: number,
  from: ItemKey | undefined,
): Promise<{ items: CheckedItem[]; next: ItemKey | undefined }> {
  const items: CheckedItem[] = []
  let after = from
  for (let round = 0; round <= REFILLS && items.length < LIMITS.page; round++) {
    const rows = await selectItems(deps.sql, viewer, { after, among: null, limit: LIMITS.page + 1 })
    const taken = rows.slice(0, LIMITS.page - items.length)
    items.push(...(await checkItems(deps, viewer, taken)))
    if (taken.length === rows.length) return { items, next: undefined }
    after = keyOf(taken.at(-1)) ?? after
  }
  return { items, next: after }
}

/** Those about these posts. */
export async function readItemsAbout(
  deps: ItemDeps,
  viewer: number,
  posts: readonly number[],
): Promise<CheckedItem[]> {
  if (posts.length === 0) return []
  const rows = await selectItems(deps.sql, viewer, {
    after: undefined,
    among: posts,
    limit: LIMITS.notifications,
  })
  return checkItems(deps, viewer, rows)
}

/** The open asks that ties put to the viewer directly, the latest first; a page at most. */
export async function readAskedOf(
  { sql, asks, now }: Pick<ItemDeps, 'sql' | 'asks' | 'now'>,
  viewer: number,
): Promise<CheckedAsked[]> {
  const rows = await selectAskedOf(sql, viewer, now())
  const propose = () =>
    rows.map(
      ({ post }, card): Proposal => ({ viewer, post, card, witness: { way: 'addressed' }, from: 'tables' }),
    )
  const { voices } = await asks.search({ propose, heardOnly: false, perCard: 1 })
  return voices.flatMap(({ ask, proposal: { card } }) => {
    const row = rows[card]
    return row ? [{ from: presentSender(row), at: row.at, ask }] : []
  })
}

async function checkItems(
  { graph, voices, now }: ItemDeps,
  viewer: number,
  rows: readonly ItemRow[],
): Promise<CheckedItem[]> {
  const propose = () =>
    rows.flatMap((row, card): Proposal[] => {
      const witness = witnessOf(graph.engine, viewer, row, seconds(now()))
      if (witness === undefined) return []
      return [{ viewer, post: row.post, card, witness, from: row.reason === 'passed' ? 'engine' : 'tables' }]
    })
  const found = await voices.search({ propose, heardOnly: false, perCard: 1 })
  return found.voices.flatMap(({ proposal, voice, heard }) => {
    const row = rows[proposal.card]
    // Of offers only those that the viewer said yes to; whether he may be recommended himself is none.
    const isOffer = voice.interest === 'paid' && row?.reason !== 'asked'
    if (row === undefined || (isOffer && !heard)) return []
    return [{ row, from: presentSender(row), voice }]
  })
}

// What is passed on reaches the viewer as if he had asked for it by its id.
function witnessOf(
  engine: TrustGraph,
  viewer: number,
  { reason, post }: ItemRow,
  now: number,
): Witness | undefined {
  return reason === 'passed' ? engine.maySee(viewer, post, now) : { way: 'addressed' }
}

function presentSender(row: SenderRow): ShownTie {
  const { tieId: id, tieHandle: handle, tieName: name, tiePhoto: photo } = row
  return presentTie({ id, handle, name, photo }, row)
}

function keyOf(row: ItemRow | undefined): ItemKey | undefined {
  return row && { at: row.at.toISOString(), id: row.id }
}
