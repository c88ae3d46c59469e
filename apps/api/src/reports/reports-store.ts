import type { CaseSide, MakeReport } from '@kith/contract'
import { and, count, eq, gt, sql } from 'drizzle-orm'
import { violatedConstraint } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { person } from '../database/tables/person-tables.ts'
import { report, reportAppeal } from '../database/tables/report-tables.ts'
import { AppError } from '../http/refusals.ts'
import { saidOf } from './reported-words.ts'

const DAY_MS = 86_400_000

/** Something that its reporter may see now. */
export interface Reportable {
  /** Its id. */
  readonly object: string
  /** Whose it is; null: a guest's. */
  readonly author: number | null
  /** What is kept of it as it stands now, since nobody but its readers reads it later. */
  readonly kept: { readonly text: string | null; readonly photo: Buffer | null } | null
}

export interface NewReport extends Reportable {
  readonly id: string
  readonly what: MakeReport['about']['what']
  readonly reporter: number
  readonly reason: MakeReport['reason']
  readonly words: string | null
  readonly at: Date
}

export async function insertReport(tx: Db, { kept, at, ...made }: NewReport): Promise<void> {
  const said = kept && { text: kept.text }
  await tx
    .insert(report)
    .values({ ...made, said, photo: kept?.photo ?? null, madeAt: at })
    .catch((cause: unknown) => {
      if (violatedConstraint(cause) !== 'report_once') throw cause
      throw new AppError('already_reported', { cause })
    })
}

/** How much somebody reported since then; makes his reports take turns, so that a limit holds. */
export async function countReports(tx: Db, reporter: number, since: Date): Promise<number> {
  await tx.select({ no: person.no }).from(person).where(eq(person.no, reporter)).for('no key update')
  const [row] = await tx
    .select({ n: count() })
    .from(report)
    .where(and(eq(report.reporter, reporter), gt(report.madeAt, since)))
  return row?.n ?? 0
}

/** A case as one of its sides has it. */
export interface SideRow {
  readonly id: string
  readonly what: string
  readonly reason: string
  readonly words: string | null
  readonly made: string
  readonly outcome: string | null
  readonly reasons: string | null
  readonly decidedAt: string | null
  readonly appeal: string | null
  readonly waiting: boolean
}

/** What somebody reported, the newest first. */
export async function selectReportsBy(db: Db, reporter: number): Promise<SideRow[]> {
  const rows = await db.execute<SideRow & Record<string, unknown>>(sql`
    select ${sideColumns('reporter')} from report r ${lastDecision()} ${appealBy('reporter')}
    where r.reporter = ${reporter} order by r.made_at desc, r.id desc`)
  return [...rows]
}

/** An objection as whoever made it has it. */
export async function selectObjectionSide(db: Db, id: string): Promise<SideRow | undefined> {
  const [row] = await db.execute<SideRow & Record<string, unknown>>(sql`
    select ${sideColumns('objector')} from report r ${lastDecision()} ${appealBy('objector')} where r.id = ${id}`)
  return row
}

export interface AuthorRow extends SideRow {
  readonly said: unknown
  readonly looks: readonly { readonly at: string; readonly why: string }[]
}

/**
 * What operators opened of somebody's, the newest first: once it was decided, or some time later at the latest. Before that a
 * look would tell that something was reported.
 */
export async function selectCasesOf(db: Db, author: number, hiddenSince: Date): Promise<AuthorRow[]> {
  const rows = await db.execute<AuthorRow & Record<string, unknown>>(sql`
    select ${sideColumns('author')}, coalesce(r.said, ${saidOf()}) as said, seen.looks
    from report r ${lastDecision()} ${appealBy('author')}
    cross join lateral (
      select jsonb_agg(jsonb_build_object('at', l.made_at, 'why', l.why) order by l.no) as looks
      from report_look l
      where l.report = r.id and (l.made_at <= d.made_at or l.made_at <= ${hiddenSince.toISOString()}::timestamptz)
    ) seen
    where r.author = ${author} and seen.looks is not null order by r.made_at desc, r.id desc`)
  return [...rows]
}

function sideColumns(by: CaseSide) {
  return sql`
    r.id, r.what, r.reason, r.words, r.made_at as made, d.outcome, d.reasons, d.made_at as "decidedAt", a.words as appeal,
    r.closed_at is null and (a.made_at is not null and a.made_at >= d.made_at or ${by === 'reporter'} and d.no is null) as waiting`
}

// `d` is the last decision of report `r`.
function lastDecision() {
  return sql`
    left join lateral (
      select e.no, e.outcome, e.reasons, e.made_at from report_decision e where e.report = r.id order by e.no desc limit 1
    ) d on true`
}

function appealBy(by: CaseSide) {
  return sql`left join report_appeal a on a.report = r.id and a.by = ${by}`
}

/** One side appeals, and its case waits for a decision again. */
export async function insertAppeal(
  tx: Db,
  made: { report: string; by: CaseSide; words: string; at: Date },
): Promise<void> {
  const { at, ...appeal } = made
  await tx.insert(reportAppeal).values({ ...appeal, madeAt: at })
  await tx.update(report).set({ closedAt: null }).where(eq(report.id, made.report))
}

/** Makes what happens to a case take turns. */
export async function lockReport(tx: Db, id: string) {
  const [row] = await tx.select().from(report).where(eq(report.id, id)).for('update')
  return row
}
export type ReportRow = NonNullable<Awaited<ReturnType<typeof lockReport>>>

/** The day before a moment. */
export function dayBefore(at: Date): Date {
  return new Date(at.getTime() - DAY_MS)
}
