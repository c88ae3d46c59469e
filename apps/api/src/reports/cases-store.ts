import { LIMITS } from '@kith/contract'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { report, reportDecision, reportLook } from '../database/tables/report-tables.ts'
import { photoOf, saidOf } from './reported-words.ts'

const MINUTE_MS = 60_000

export interface CaseRow {
  readonly id: string
  readonly what: string
  readonly reason: string
  readonly words: string | null
  readonly made: string
  readonly objection: { readonly name: string; readonly entry: string; readonly why: string } | null
  readonly found: boolean
  readonly decisions: readonly { readonly outcome: string; readonly reasons: string; readonly at: string }[]
  readonly appeals: readonly { readonly by: string; readonly words: string }[]
  readonly openedAt: string | null
  readonly othersTurn: boolean
}

/** Who asks for a case, and since when a look of his still opens it. */
export interface Operator {
  readonly operator: number
  readonly openSince: Date
}

export function operatorAt(operator: number, now: Date): Operator {
  return { operator, openSince: new Date(now.getTime() - LIMITS.lookMinutes * MINUTE_MS) }
}

/** When what a look opens is closed again. */
export function openUntil(openedAt: Date): Date {
  return new Date(openedAt.getTime() + LIMITS.lookMinutes * MINUTE_MS)
}

/** Cases that wait for a decision, the oldest first: nothing of what they are about. */
export async function selectCases(db: Db, who: Operator): Promise<CaseRow[]> {
  const rows = await db.execute<CaseRow & Record<string, unknown>>(sql`
    select r.id, r.what, r.reason, r.words, r.made_at as made, r.found_for is not null as found,
      case when o.report is not null then jsonb_build_object('name', o.name, 'entry', o.entry, 'why', o.why) end as objection,
      coalesce((
        select jsonb_agg(jsonb_build_object('outcome', d.outcome, 'reasons', d.reasons, 'at', d.made_at) order by d.no)
        from report_decision d where d.report = r.id), '[]') as decisions,
      coalesce((
        select jsonb_agg(jsonb_build_object('by', a.by, 'words', a.words) order by a.made_at) from report_appeal a
        where a.report = r.id and a.made_at >= (select max(d.made_at) from report_decision d where d.report = r.id)
      ), '[]') as appeals,
      ${lastLook(who)} as "openedAt", ${isOthersTurn(who.operator)} as "othersTurn"
    from report r left join objection o on o.report = r.id
    where r.closed_at is null order by r.made_at, r.id`)
  return [...rows]
}

/** How many cases wait. */
export async function countCases(db: Db): Promise<number> {
  return db.$count(report, isNull(report.closedAt))
}

/** Whether another operator is there who neither stands on a side of the case nor decided it last, while this one does. */
export async function isForOthers(tx: Db, id: string, operator: number): Promise<boolean> {
  const [row] = await tx.execute<{ others: boolean }>(
    sql`select ${isOthersTurn(operator)} as others from report r where r.id = ${id}`,
  )
  return row?.others ?? false
}

function isOthersTurn(operator: number) {
  const isInvolved = (who: ReturnType<typeof sql>) => sql`(
    coalesce(r.author = ${who}, false) or coalesce(r.reporter = ${who}, false) or coalesce(${who} = (
      select d.operator from report_decision d where d.report = r.id order by d.no desc limit 1), false))`
  return sql`(
    ${isInvolved(sql`${operator}::int`)}
    and exists (select from person w where w.operator and w.no <> ${operator} and not ${isInvolved(sql`w.no`)}))`
}

// The last look of the operator's that still opens report `r`.
function lastLook({ operator, openSince }: Operator) {
  return sql`(
    select max(l.made_at) from report_look l
    where l.report = r.id and l.operator = ${operator} and l.made_at > ${openSince.toISOString()}::timestamptz)`
}

export async function insertLook(
  tx: Db,
  { report: id, operator, why, at }: { report: string; operator: number; why: string; at: Date },
): Promise<void> {
  await tx.insert(reportLook).values({ report: id, operator, why, madeAt: at })
}

/** Whether the operator ever opened it. */
export async function wasOpened(tx: Db, id: string, operator: number): Promise<boolean> {
  const isHis = and(eq(reportLook.report, id), eq(reportLook.operator, operator))
  return (await tx.$count(reportLook, isHis)) > 0
}

/** Whether anybody opened it, so that its author is told what came of it. */
export async function wasEverOpened(tx: Db, id: string): Promise<boolean> {
  return (await tx.$count(reportLook, eq(reportLook.report, id))) > 0
}

export interface ContentRow {
  readonly said: unknown
  readonly photo: boolean
  readonly openedAt: string
}

/** What a case is about, for an operator who opened it a short time ago: the look is joined in the statement that reads it. */
export async function selectContent(db: Db, id: string, who: Operator): Promise<ContentRow | undefined> {
  const [row] = await db.execute<ContentRow & Record<string, unknown>>(sql`
    select coalesce(r.said, ${saidOf()}) as said, coalesce(r.photo, ${photoOf()}) is not null as photo, r.opened_at as "openedAt"
    from (${openedReport(id, who)}) r`)
  return row
}

export async function selectContentPhoto(db: Db, id: string, who: Operator): Promise<Buffer | undefined> {
  const [row] = await db.execute<{ photo: Buffer | null }>(sql`
    select coalesce(r.photo, ${photoOf()}) as photo from (${openedReport(id, who)}) r`)
  return row?.photo ?? undefined
}

function openedReport(id: string, who: Operator) {
  return sql`
    select * from (
      select r.*, ${lastLook(who)} as opened_at from report r
      where r.id = ${id} and exists (select from person w where w.no = ${who.operator} and w.operator)
    ) looked where looked.opened_at is not null`
}

/** Keeps what a case is about with it, before that is removed. */
export async function keepContent(tx: Db, id: string): Promise<void> {
  await tx.execute(sql`
    update report r set said = coalesce(r.said, ${saidOf()}), photo = coalesce(r.photo, ${photoOf()}) where r.id = ${id}`)
}

export async function insertDecision(
  tx: Db,
  { at, ...made }: { report: string; operator: number; outcome: string; reasons: string; at: Date },
): Promise<void> {
  await tx.insert(reportDecision).values({ ...made, madeAt: at })
  await tx.update(report).set({ closedAt: at }).where(eq(report.id, made.report))
}

/** Recommendations with exactly these words in them that somebody but their author may read. */
export async function selectWithWords(tx: Db, words: string): Promise<{ object: string; author: number }[]> {
  const rows = await tx.execute<{ object: string; author: number }>(sql`
    select p.id as object, p.author from recommendation s join post p on p.no = s.post
    where s.search_words @@ phraseto_tsquery('pg_catalog.simple', kith_apart(${words}))
      and p.deleted_at is null and p.form <> 'notebook'
    order by p.no desc limit ${LIMITS.foundPerObjection}`)
  return [...rows]
}

/** A case of what was found for an objection; the one that there is already, opened anew. Answers its id. */
export async function giveFoundCase(
  tx: Db,
  made: { id: string; foundFor: string; object: string; author: number; at: Date },
): Promise<string> {
  const { at, ...found } = made
  const [row] = await tx
    .insert(report)
    .values({ ...found, what: 'recommendation', reason: 'person', madeAt: at })
    .onConflictDoUpdate({ target: [report.foundFor, report.object], set: { what: 'recommendation' } })
    .returning({ id: report.id })
  if (!row) throw new Error('expected a found case to be there')
  return row.id
}
