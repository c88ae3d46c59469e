import type { OperatorOverview } from '@kith/contract'
import type { Sql } from '../database/client.ts'
import { selectOverview } from './overview-rows.ts'

/** How the house stands, for its operators: numbers, and no name. */
export interface OverviewService {
  read(): Promise<OperatorOverview>
}

export interface OverviewDeps {
  readonly sql: Sql
  readonly now: () => Date
  readonly version: string
  readonly lagMs: () => Promise<number>
  readonly countCases: () => Promise<number>
  /** How many jobs wait; null where none are queued. */
  readonly countJobs: () => Promise<number | null>
}

export function createOverview(deps: OverviewDeps): OverviewService {
  return { read: () => readOverview(deps) }
}

async function readOverview(deps: OverviewDeps): Promise<OperatorOverview> {
  const { sql, now, version, lagMs, countCases, countJobs } = deps
  const asked = now()
  await sql`select 1`
  const databaseMs = now().getTime() - asked.getTime()
  const { postgres, schema, processes, people, signUps } = await selectOverview(sql, now())
  return {
    health: { databaseMs, lagMs: await lagMs(), processes },
    queue: { cases: await countCases(), jobs: await countJobs() },
    versions: { kith: version, node: process.versions.node, postgres, schema },
    people,
    signUps: [...signUps],
  }
}
