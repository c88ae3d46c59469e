import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment, xid8 } from './columns.ts'

/** What changed, in which transaction: a kind and the numbers of the rows, never to what. */
export const changeLog = pgTable(
  'change_log',
  {
    id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    kind: text().notNull(),
    a: integer().notNull(),
    b: integer(),
    at: moment().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index('change_log_xid').on(t.xid)],
)

/** Below this transaction id the log was pruned: a follower behind it rebuilds. One row. */
export const changeFloor = pgTable(
  'change_floor',
  {
    only: boolean().primaryKey().default(true),
    floor: xid8().notNull(),
  },
  (t) => [check('change_floor_only', sql`${t.only}`)],
)
