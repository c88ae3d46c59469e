import { LIMITS } from '@kith/contract'
import type { Sql } from '../database/client.ts'

export interface OverviewRow {
  readonly postgres: string
  readonly schema: string
  readonly processes: number
  readonly people: number
  readonly signUps: readonly { readonly day: string; readonly count: number }[]
}

/** Numbers of the house, and of nobody in it. A process of Kith is known by the one connection on which it follows the change log. */
export async function selectOverview(sql: Sql, now: Date): Promise<OverviewRow> {
  const [row] = await sql<OverviewRow[]>`
    select current_setting('server_version') as postgres,
      (select count(*) || '' from drizzle.__drizzle_migrations) as schema,
      (select count(*) from pg_stat_activity
        where datname = current_database() and application_name = 'kith' and query ilike 'listen%')::int as processes,
      (select count(*) from person)::int as people,
      (select jsonb_agg(jsonb_build_object('day', d.day, 'count', d.n) order by d.day desc) from (
        select to_char(days.day, 'YYYY-MM-DD') as day, count(p.no) as n
        from generate_series(0, ${LIMITS.signUpDays - 1}::int) back
        cross join lateral (
          select date_trunc('day', ${now.toISOString()}::timestamptz, 'UTC') - back * interval '1 day' as day
        ) days
        left join person p on p.created_at >= days.day and p.created_at < days.day + interval '1 day'
        group by days.day
      ) d) as "signUps"`
  if (!row) throw new Error('expected the database to count')
  return row
}
