import { sql } from 'drizzle-orm'
import { char, doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** The gazetteer: towns and villages of the world, the same for everybody. Read in after the first start. */
export const place = pgTable(
  'place',
  {
    /** GeoNames' own number. */
    id: integer().primaryKey(),
    name: text().notNull(),
    /** What it is called in German, where that differs. */
    germanName: text(),
    folded: text().notNull().generatedAlwaysAs(sql`kith_folded(name)`),
    germanFolded: text().generatedAlwaysAs(sql`kith_folded(german_name)`),
    country: char({ length: 2 }).notNull(),
    region: text().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    population: integer().notNull(),
  },
  (t) => [
    index('place_folded').using('btree', t.folded.op('text_pattern_ops')),
    index('place_german_folded').using('btree', t.germanFolded.op('text_pattern_ops')),
    index('place_latitude').on(t.latitude),
  ],
)
