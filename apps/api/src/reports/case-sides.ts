import {
  type CaseOfMine,
  type CaseSide,
  Decision,
  LIMITS,
  type OwnReport,
  ReportedKind,
  ReportId,
  ReportReason,
} from '@kith/contract'
import type { Db } from '../database/client.ts'
import { presentSaid } from './reported-words.ts'
import { type AuthorRow, type SideRow, selectCasesOf } from './reports-store.ts'

const DAY_MS = 86_400_000

/** What somebody reported, as he has it. */
export function presentReport(row: SideRow, now: Date): OwnReport {
  const { words, made } = row
  const reason = ReportReason.parse(row.reason)
  return { ...presentSide(row, 'reporter', now), reason, words, made: toIso(made) }
}

/** What of somebody's the operator opened or decided about, as far as he is shown it by now. */
export async function readCasesOf(db: Db, author: number, now: Date): Promise<CaseOfMine[]> {
  const hiddenSince = new Date(now.getTime() - LIMITS.lookHiddenDays * DAY_MS)
  return (await selectCasesOf(db, author, hiddenSince)).map((row) => presentCase(row, now))
}

function presentCase(row: AuthorRow, now: Date): CaseOfMine {
  return {
    ...presentSide(row, 'author', now),
    looks: row.looks.map(({ at, why }) => ({ at: toIso(at), why })),
    said: presentSaid(row.said),
  }
}

function presentSide(row: SideRow, by: CaseSide, now: Date) {
  const { appeal, waiting } = row
  const decision = decisionOf(row)
  return {
    id: ReportId.parse(row.id),
    what: ReportedKind.parse(row.what),
    decision,
    waiting,
    appeal,
    mayAppeal: appeal === null && decision !== null && mayAppeal(by, decision, now),
  }
}

/** Whoever got what he wanted has nothing to appeal against. */
export function mayAppeal(by: CaseSide, { outcome, at }: Decision, now: Date): boolean {
  const isContent = outcome === (by === 'author' ? 'dismissed' : 'removed')
  return !isContent && now.getTime() - Date.parse(at) < LIMITS.appealDays * DAY_MS
}

/** The last decision of a case. */
export function decisionOf({ outcome, reasons, decidedAt }: SideRow): Decision | null {
  return decidedAt === null ? null : Decision.parse({ outcome, reasons, at: toIso(decidedAt) })
}

// Rows of a raw statement have moments as PostgreSQL writes them.
function toIso(moment: string): string {
  return new Date(moment).toISOString()
}
