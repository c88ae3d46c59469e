import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, number, oneOf } from './columns.ts'
import { person } from './person-tables.ts'

const CIRCLE_KINDS = [
  'family',
  'friends',
  'acquaintances',
  'colleagues',
  'business',
  'club',
  'likeminded',
] as const

function personNo() {
  return integer()
    .notNull()
    .references(() => person.no, { onDelete: 'cascade' })
}

/**
 * The mutual relationship of two persons, once whatever the order. An ended one stays as a mark. Its two sides are there as
 * well, by constraints of migration 0015.
 */
export const tie = pgTable(
  'tie',
  {
    id: uuid().primaryKey(),
    low: personNo(),
    high: personNo(),
    madeAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [
    unique('tie_pair').on(t.low, t.high),
    index('tie_high').on(t.high),
    check('tie_order', sql`${t.low} < ${t.high}`),
  ],
)

/** One side of a tie: what its owner keeps about the other person. Two rows a tie. */
export const tieSide = pgTable(
  'tie_side',
  {
    owner: personNo(),
    other: personNo(),
    tieId: uuid()
      .notNull()
      .references(() => tie.id, { onDelete: 'cascade' }),
    /** Null: unsorted. */
    closeness: smallint(),
    paused: boolean().notNull().default(false),
    /** The owner's answer to the other's offers; null: not asked or not answered. */
    offers: text(),
  },
  (t) => [
    primaryKey({ columns: [t.owner, t.other] }),
    unique('tie_side_once').on(t.tieId, t.owner),
    index('tie_side_other').on(t.other),
    index('tie_side_paused').on(t.owner, t.other).where(sql`paused`),
    index('tie_side_offers').on(t.owner, t.other).where(sql`offers = 'yes'`),
    check('tie_side_other_person', sql`${t.owner} <> ${t.other}`),
    check('tie_side_closeness', sql`${t.closeness} between 1 and 5`),
    check('tie_side_offers', oneOf(t.offers, ['yes', 'no'])),
  ],
)

/** A person's own private grouping of ties. The slot bounds how many there are. */
export const circle = pgTable(
  'circle',
  {
    id: uuid().primaryKey(),
    no: number(),
    owner: personNo(),
    slot: smallint().notNull(),
    position: smallint().notNull(),
    kind: text().notNull(),
    readyMade: boolean().notNull(),
    /** Null: a ready-made circle that keeps its name in the reader's language. */
    name: text(),
    /** After how many days without any exchange its owner is told of those in it; null: never. */
    rhythm: smallint(),
  },
  (t) => [
    unique('circle_slot').on(t.owner, t.slot),
    unique('circle_no_owner').on(t.no, t.owner),
    uniqueIndex('circle_name').on(t.owner, sql`lower(${t.name})`),
    check('circle_slots', sql`${t.slot} between 0 and 15`),
    check('circle_position', sql`${t.position} between 0 and 15`),
    check('circle_kind', oneOf(t.kind, CIRCLE_KINDS)),
    check('circle_rhythm', sql`${t.rhythm} in (14, 30, 90, 180, 365)`),
    check('circle_named', sql`${t.readyMade} or ${t.name} is not null`),
  ],
)

/** Which ties are in a circle. */
export const circleMember = pgTable(
  'circle_member',
  {
    circle: integer().notNull(),
    owner: integer().notNull(),
    other: integer().notNull(),
    /** In which order the owner chose the circles of this tie: the first gives its ring. */
    position: smallint().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.circle, t.other] }),
    check('circle_member_position', sql`${t.position} between 0 and 15`),
    index('circle_member_side').on(t.owner, t.other),
    foreignKey({
      name: 'circle_member_circle',
      columns: [t.circle, t.owner],
      foreignColumns: [circle.no, circle.owner],
    }).onDelete('cascade'),
    foreignKey({
      name: 'circle_member_tie_side',
      columns: [t.owner, t.other],
      foreignColumns: [tieSide.owner, tieSide.other],
    }).onDelete('cascade'),
  ],
)

export const block = pgTable(
  'block',
  {
    blocker: personNo(),
    blocked: personNo(),
    madeAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blocker, t.blocked] }),
    index('block_blocked').on(t.blocked),
    check('block_other', sql`${t.blocker} <> ${t.blocked}`),
  ],
)

/**
 * A wish for a tie, by handle. A declined one looks pending to its maker until day 30; if he withdraws it, it stays as a
 * mark until then, so that to ask again shows it to nobody.
 */
export const tieRequest = pgTable(
  'tie_request',
  {
    id: uuid().primaryKey(),
    fromNo: personNo(),
    toNo: personNo(),
    madeAt: moment().notNull(),
    declinedAt: moment(),
    withdrawnAt: moment(),
  },
  (t) => [
    unique('tie_request_pair').on(t.fromNo, t.toNo),
    index('tie_request_to').on(t.toNo),
    check('tie_request_other', sql`${t.fromNo} <> ${t.toNo}`),
    check('tie_request_mark', sql`${t.withdrawnAt} is null or ${t.declinedAt} is not null`),
  ],
)
