import { date, foreignKey, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { tieSide } from './tie-tables.ts'

/** What the owner of a side notes for himself to look after it. It goes with the tie. */
export const careSide = pgTable(
  'care_side',
  {
    owner: integer().notNull(),
    other: integer().notNull(),
    /** The day on which the two spoke elsewhere, as he said last. */
    spokeOn: date(),
    /** From when on he is asked how close they are; null: a year after the tie began. */
    askAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.owner, t.other] }),
    foreignKey({
      name: 'care_side_tie_side',
      columns: [t.owner, t.other],
      foreignColumns: [tieSide.owner, tieSide.other],
    }).onDelete('cascade'),
  ],
)
