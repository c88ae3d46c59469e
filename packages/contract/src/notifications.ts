import { z } from 'zod'
import { CareReasonKind } from './care.ts'
import { IntroductionId, PostId, ThreadId } from './ids.ts'
import { Season } from './letter.ts'
import { ShownPerson } from './people.ts'
import { Subject } from './recommendations.ts'

/**
 * Why I am told: somebody commented on mine, or below what I had commented on; addressed something to me, or passed it on;
 * thanks for what I recommended or what travelled through me; sent a sentence back since mine let him down; asks whether he may
 * recommend me for a job, or lets me do so; answered an ask of mine, or did so by its link, without an account, or put one to
 * me directly; said something about a subject that I recommend; wants me in a club; is a tie whose offers wait for my yes or
 * no; asks me to introduce him, would like to bring me together with somebody, has found somebody for me, or was brought
 * together by me; wrote to me, of which nothing is told here; or is a tie whom I could
 * turn to, once a week at most. Or nobody did anything, and the letter of a season is there. Or the operator answered what I
 * reported, or opened or decided about something of mine.
 */
export const NotificationReason = z.enum([
  'comment',
  'reply',
  'addressed',
  'passed',
  'thanks',
  'sentence',
  'asked',
  'agreed',
  'answered',
  'sought',
  'guest',
  'voice',
  'club',
  'offer',
  'introduce',
  'bringing',
  'found',
  'introduced',
  'wrote',
  'care',
  'letter',
  'report',
  'look',
])
export type NotificationReason = z.infer<typeof NotificationReason>

/** One thing that happened, with who did it. */
export const NotificationLine = z.object({
  reason: NotificationReason,
  person: ShownPerson,
  /** The post that it is about; null for a question about offers, for a club, in a thread, by the link of an ask, for care, a letter and the operator. */
  post: PostId.nullable(),
  /** Where it was written; null elsewhere. */
  thread: ThreadId.nullable(),
  /** The introduction that it is about; absent where it is about anything else. */
  introduction: IntroductionId.optional(),
  /** Why I could turn to him; absent where it is about anything else. */
  care: CareReasonKind.optional(),
  /** The season whose letter is there; absent where it is about anything else. The person is me then. */
  letter: Season.optional(),
  at: z.iso.datetime(),
})
export type NotificationLine = z.infer<typeof NotificationLine>

/** All that there is to tell about one subject, ask or club, or of one thread, newest first. */
export const Notification = z.object({
  /** Null: a question about offers, an ask, a club, a thread, care, or a letter. */
  subject: Subject.nullable(),
  /** The club that I am invited to. */
  club: z.object({ name: z.string() }).nullable(),
  /** My ask that was answered, or the one that a tie put to me. */
  ask: z.object({ post: PostId, title: z.string() }).nullable(),
  lines: z.array(NotificationLine).min(1),
  /** Lines of it that are too old to be among these. */
  more: z.int(),
  unseen: z.boolean(),
})
export type Notification = z.infer<typeof Notification>

/** What I may see of it now, whatever I could see when it happened. */
export const Notifications = z.object({
  notifications: z.array(Notification),
  /** How many are unseen, on this page or not. */
  unseen: z.int(),
  /** When this was read: what I have seen with it. */
  asOf: z.iso.datetime(),
  cursor: z.string().nullable(),
})
export type Notifications = z.infer<typeof Notifications>

/** Of a list of mine I have seen what there was at that moment. */
export const See = z.strictObject({ asOf: z.iso.datetime() })
export type See = z.infer<typeof See>
