import type { FastifyInstance } from 'fastify'
import type { GuestAnswerService } from './ask-links/guest-answers-service.ts'
import type { AnswerService } from './asks/answers-service.ts'
import type { CareService } from './care/care-service.ts'
import { createInvitedTo } from './clubs/club-invitations-service.ts'
import type { CommentService } from './comments/comments-service.ts'
import type { OutcomesService } from './experience/outcomes-service.ts'
import type { FeedService } from './feed/feed-service.ts'
import type { ForMeService } from './for-me/for-me-service.ts'
import { createIntroductionNews } from './introductions/introduction-reading.ts'
import { letterRoutes } from './letter/letter-routes.ts'
import { createLetter } from './letter/letter-service.ts'
import { notificationRoutes } from './notifications/notifications-routes.ts'
import { createNotifications, type NotificationsDeps } from './notifications/notifications-service.ts'
import { createOperatorNews } from './reports/operator-news.ts'
import type { ThanksService } from './thanks/thanks-service.ts'
import type { ThreadService } from './threads/threads-service.ts'

type Spine = Pick<NotificationsDeps, 'db' | 'sql' | 'now' | 'graph' | 'voices' | 'changes' | 'seal'>

/** The rooms in which that happens of which somebody is told. */
interface Happenings {
  readonly forMe: ForMeService
  readonly answers: AnswerService
  readonly feed: FeedService
  readonly comments: CommentService
  readonly thanks: ThanksService
  readonly outcomes: OutcomesService
  readonly threads: ThreadService
  readonly care: CareService
  readonly guestAnswers: GuestAnswerService
}

export type ToldRooms = ReturnType<typeof createToldRooms>

/** Builds the rooms that tell somebody what happened elsewhere: the notifications, and the letter of a season. */
export function createToldRooms(deps: Spine, rooms: Happenings) {
  const { forMe, answers, guestAnswers, feed, comments, thanks, outcomes, threads, care } = rooms
  const letter = createLetter({
    ...deps,
    thanksOf: (viewer, limit) => thanks.cameBack(viewer, limit),
    owed: (viewer) => care.owed(viewer),
  })
  const notifications = createNotifications({
    ...deps,
    sentTo: (viewer, numbers) => forMe.about(viewer, numbers),
    askedOf: (viewer) => forMe.askedOf(viewer),
    answered: (viewer, posts) => answers.known(viewer, posts),
    offersQuestion: (viewer) => feed.offersQuestion(viewer),
    commenters: (proposals, numbers) => comments.writers(proposals, numbers),
    thankers: (viewer, numbers) => thanks.thankers(viewer, numbers),
    senders: (viewer, sent) => outcomes.senders(viewer, sent),
    invitedTo: createInvitedTo(deps),
    introductions: createIntroductionNews(deps),
    unreadThreads: (viewer) => threads.unread(viewer),
    answeredByLink: (viewer) => guestAnswers.answered(viewer),
    careNudge: (viewer) => care.nudge(viewer),
    letterWaiting: (viewer) => letter.waiting(viewer),
    operatorNews: createOperatorNews(deps),
  })
  return { letter, notifications }
}

/** Registers what the rooms that tell answer. */
export async function registerToldRooms(api: FastifyInstance, rooms: ToldRooms): Promise<void> {
  await api.register(notificationRoutes, rooms)
  await api.register(letterRoutes, rooms)
}
