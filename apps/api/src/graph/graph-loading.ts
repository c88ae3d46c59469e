import { TrustGraph } from '@kith/trust-graph'
import type { PendingQuery } from 'postgres'
import type { Position } from '../changes/change-log.ts'
import { snapshotPosition } from '../changes/change-reader.ts'
import type { Sql } from '../database/client.ts'
import {
  selectAddressings,
  selectBlocks,
  selectHiddenPosts,
  selectHiddenVoices,
  selectMemberships,
  selectPeople,
  selectPosts,
  selectTies,
} from './fact-rows.ts'
import { tellAddressing, tellMembership, tellPerson, tellPost, tellTie } from './graph-telling.ts'
import { createHiddenMemories, type HiddenMemories } from './hidden-memory.ts'

// How many rows are in memory at a time.
const ROWS = 2_000

export interface LoadedGraph {
  readonly engine: TrustGraph
  readonly hidden: HiddenMemories
  readonly position: Position
}

/** Reads everything in one snapshot, whose horizon is the position. Memory beside the engine: one batch of rows. */
export async function loadGraph(sql: Sql): Promise<LoadedGraph> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    // It writes nothing and holds nobody back: it may take as long as it must.
    await tx`set local statement_timeout = 0`
    await tx`set local idle_in_transaction_session_timeout = 0`
    const position = await snapshotPosition(tx)
    const engine = new TrustGraph()
    const hidden = createHiddenMemories()
    await each(selectPeople(tx), (row) => tellPerson(engine, row))
    await each(selectTies(tx), (row) => tellTie(engine, row))
    await each(selectBlocks(tx), (row) => engine.setBlock(row.a, row.b, true))
    await each(selectMemberships(tx), (row) => tellMembership(engine, row))
    await each(selectPosts(tx), (row) => tellPost(engine, row))
    await each(selectAddressings(tx), (row) => tellAddressing(engine, row))
    await each(selectHiddenVoices(tx), (row) => hidden.voices.add(engine, row))
    await each(selectHiddenPosts(tx), (row) => hidden.posts.add(engine, row))
    return { engine, hidden, position }
  })
}

async function each<Row extends object>(rows: PendingQuery<Row[]>, tell: (row: Row) => void): Promise<void> {
  for await (const batch of rows.cursor(ROWS)) for (const row of batch) tell(row)
}
