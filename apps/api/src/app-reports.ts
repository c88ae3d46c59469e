import type { MakeReport } from '@kith/contract'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './app.ts'
import type { PeopleRooms } from './app-people.ts'
import type { PostRooms } from './app-posts.ts'
import { isAnswerTo, removeGuestAnswer } from './ask-links/guest-answers-store.ts'
import { removeAsk } from './asks/asks-service.ts'
import type { Change } from './changes/change-kinds.ts'
import type { ChangeWriter } from './changes/change-writer.ts'
import { deleteComment } from './comments/comments-store.ts'
import type { Db } from './database/client.ts'
import { post } from './database/tables/post-tables.ts'
import type { AskReader, VoiceReader } from './graph/voice-reader.ts'
import type { Viewer } from './http/context.ts'
import { newLinkSecret } from './http/link-secrets.ts'
import type { RateLimits } from './http/rate-limits.ts'
import { operatorRoutes } from './operator/operator-routes.ts'
import { createOperators } from './operator/operators-service.ts'
import { createOverview } from './operator/overview-service.ts'
import { removeFace } from './people/face-service.ts'
import { raiseInterest } from './recommendations/interest-raising.ts'
import { removeRecommendation } from './recommendations/recommendation-removal.ts'
import { caseRoutes } from './reports/cases-routes.ts'
import { createCases, type ReportedThing } from './reports/cases-service.ts'
import { countCases } from './reports/cases-store.ts'
import { createObjectionAnswering } from './reports/objection-answering.ts'
import type { ObjectionLetter } from './reports/objection-letters.ts'
import { objectionRoutes } from './reports/objections-routes.ts'
import { createObjections } from './reports/objections-service.ts'
import { reportRoutes } from './reports/reports-routes.ts'
import { createReports } from './reports/reports-service.ts'
import type { Reportable } from './reports/reports-store.ts'
import { removeMessage } from './threads/messages-service.ts'
import { findPair } from './ties/ties-store.ts'

interface Spine {
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly voices: VoiceReader
  readonly asks: AskReader
  readonly version: string
  readonly lagMs: () => Promise<number>
  readonly posts: PostRooms
  readonly people: PeopleRooms
}

type ReportRooms = ReturnType<typeof createReportRooms>

/** Builds what is between people and their operator: reports, objections, and how the house stands. */
export function createReportRooms(app: AppDeps, spine: Spine) {
  const { database, ids, now, address } = app
  const { db, sql } = database
  const { changes, rates, people, version, lagMs } = spine
  const deps = { db, sql, changes, rates, ids, now }
  const mail = {
    address,
    newSecret: newLinkSecret,
    post: (letter: ObjectionLetter) => people.mailer.post(letter),
  }
  return {
    reports: createReports({ ...deps, find: (viewer, about) => findReportable(db, spine, viewer, about) }),
    cases: createCases({
      ...deps,
      takeDown: (tx, changed, thing) => takeDown(tx, changed, thing, now()),
      raiseInterest: (tx, changed, raised) =>
        raiseInterest(tx, changed, spine.posts.recommendationDeps, { ...raised, at: now() }),
      answerObjection: createObjectionAnswering(mail),
    }),
    objections: createObjections({ ...deps, ...mail }),
    overview: createOverview({
      ...{ sql, now, version, lagMs },
      countCases: () => countCases(db),
      countJobs: async () => null,
    }),
    operators: createOperators({
      ...deps,
      isTied: async (tx, one, other) => (await findPair(tx, one, other))?.endedAt === null,
    }),
  }
}

/** Registers what people and operators are answered. */
export async function registerReportRooms(
  api: FastifyInstance,
  rooms: ReportRooms,
  more: { readonly db: Db; readonly rates: RateLimits },
): Promise<void> {
  await api.register(reportRoutes, rooms)
  await api.register(caseRoutes, { ...rooms, ...more })
  await api.register(objectionRoutes, { ...rooms, ...more })
  await api.register(operatorRoutes, { ...rooms, ...more })
}

/** What the viewer may see of what he reports, asked of the room that it belongs to. */
async function findReportable(
  db: Db,
  { voices, asks, posts, people }: Spine,
  viewer: Viewer,
  about: MakeReport['about'],
): Promise<Reportable | undefined> {
  switch (about.what) {
    case 'recommendation':
    case 'ask': {
      const reader = about.what === 'ask' ? asks : voices
      const seen = await reader.readOne(viewer.no, about.id)
      return seen && (await findPost(db, viewer, about.id))
    }
    case 'comment':
      return toReportable(about.id, await posts.comments.writerOf(viewer, about.id))
    case 'message': {
      const found = await posts.messages.readOfOthers(viewer, about.id)
      return found && { object: about.id, author: found.writer, kept: found }
    }
    case 'guestAnswer': {
      const isHis = await isAnswerTo(db, viewer.no, about.id)
      return isHis ? { object: about.id, author: null, kept: null } : undefined
    }
    case 'person': {
      const { id, no } = await people.people.find(viewer, about.handle)
      return toReportable(id, no)
    }
    case 'face': {
      const found = await people.faces.find(viewer, about.handle)
      return found && toReportable(found.id, found.no)
    }
  }
}

async function findPost(db: Db, viewer: Viewer, id: string): Promise<Reportable | undefined> {
  const [row] = await db.select({ author: post.author }).from(post).where(eq(post.id, id))
  return row?.author === viewer.no ? undefined : toReportable(id, row?.author)
}

function toReportable(object: string, author: number | undefined): Reportable | undefined {
  return author === undefined ? undefined : { object, author, kept: null }
}

/** Removes what was reported as whoever wrote it could; what is gone already stays gone. */
async function takeDown(
  tx: Db,
  changed: (...changes: Change[]) => void,
  { what, object, author }: ReportedThing,
  at: Date,
): Promise<void> {
  if (what === 'guestAnswer') return removeGuestAnswer(tx, object)
  if (author === null) throw new Error(`expected a reported ${what} to have an author`)
  const own = { author, id: object, at }
  switch (what) {
    case 'recommendation':
      await removeRecommendation(tx, changed, own)
      break
    case 'ask':
      await removeAsk(tx, changed, own)
      break
    case 'comment':
      await deleteComment(tx, object, author)
      break
    case 'message':
      await removeMessage(tx, changed, author, object)
      break
    case 'face':
      await removeFace(tx, changed, author)
      break
    case 'person':
      throw new Error('expected nobody to remove a person')
  }
}
