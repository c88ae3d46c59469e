import type { Sql } from '../database/client.ts'

/** A tie that is drawn. */
export interface DrawnRow {
  readonly no: number
  readonly id: string
  /** Whether he may be named beyond his ties, and so whoever stands behind him. */
  readonly open: boolean
}

/** The viewer's closest live ties by his own word, unsorted ones as acquainted; among equals by name. */
export function selectClosest(sql: Sql, viewer: number, limit: number): Promise<DrawnRow[]> {
  return sql<DrawnRow[]>`
    select p.no, p.id, p.open
    from tie_side s join tie t on t.id = s.tie_id and t.ended_at is null join person p on p.no = s.other
    where s.owner = ${viewer}
    order by coalesce(s.closeness, 2) desc, lower(p.name), p.handle
    limit ${limit}`
}

/** Those of these persons who may be named beyond their ties. */
export async function selectOpen(sql: Sql, persons: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await sql<{ no: number }[]>`
    select no from person where open and no = any(${[...persons]}::int[])`
  return new Set(rows.map(({ no }) => no))
}
