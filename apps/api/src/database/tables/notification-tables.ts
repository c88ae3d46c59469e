import { bigint, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment, oneOf } from './columns.ts'
import { comment } from './comment-tables.ts'
import { person } from './person-tables.ts'
import { recommendation } from './post-tables.ts'
import { thanks } from './thanks-tables.ts'

const REASONS = [
  'comment',
  'reply',
  'addressed',
  'passed',
  'thanks',
  'sentence',
  'asked',
  'agreed',
  'answered',
]

/**
 * That something happened which concerns a person. It holds nothing of what is told: that is read, and checked, each time
 * anew. It goes with whatever it is about.
 */
export const notification = pgTable(
  'notification',
  {
    no: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    person: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    reason: text().notNull(),
    post: integer()
      .notNull()
      .references(() => recommendation.post, { onDelete: 'cascade' }),
    /** Who did it. */
    actor: integer()
      .notNull()
      .references(() => person.no, { onDelete: 'cascade' }),
    /** What was said, where the reason is a comment. */
    comment: integer().references(() => comment.no, { onDelete: 'cascade' }),
    /** The thanks, where the reason is that. */
    thanks: integer().references(() => thanks.no, { onDelete: 'cascade' }),
    madeAt: moment().notNull(),
  },
  (t) => [
    index('notification_person').on(t.person, t.no),
    index('notification_post').on(t.post),
    index('notification_actor').on(t.actor),
    index('notification_comment').on(t.comment),
    index('notification_thanks').on(t.thanks),
    check('notification_reason', oneOf(t.reason, REASONS)),
  ],
)

/** Until when a person has seen his notifications. */
export const notificationLook = pgTable('notification_look', {
  person: integer()
    .primaryKey()
    .references(() => person.no, { onDelete: 'cascade' }),
  asOf: moment().notNull(),
})
