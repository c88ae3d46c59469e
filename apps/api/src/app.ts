import { join } from 'node:path'
import rateLimit from '@fastify/rate-limit'
import { LIMITS } from '@kith/contract'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { createClubRooms, registerClubRooms } from './app-clubs.ts'
import { createPeopleRooms, registerPeopleRooms } from './app-people.ts'
import { askableRoutes } from './askable/askable-routes.ts'
import { createAskables } from './askable/askable-service.ts'
import { createAnnouncer } from './changes/change-announcer.ts'
import { followChanges } from './changes/change-tail.ts'
import { type ChangeWriter, createWriter } from './changes/change-writer.ts'
import { createSeal, type Seal } from './changes/sealed-value.ts'
import { createInvitedTo } from './clubs/club-invitations-service.ts'
import { commentRoutes } from './comments/comments-routes.ts'
import { createComments } from './comments/comments-service.ts'
import type { Config } from './config.ts'
import type { Database } from './database/client.ts'
import type { NewIds } from './database/new-ids.ts'
import { moveRoutes, outcomeRoutes } from './experience/experience-routes.ts'
import { createMoves } from './experience/moves-service.ts'
import { createOutcomes } from './experience/outcomes-service.ts'
import { feedRoutes } from './feed/feed-routes.ts'
import { createFeed } from './feed/feed-service.ts'
import { createClosed } from './for-me/closed-service.ts'
import { closedRoutes, forMeRoutes } from './for-me/for-me-routes.ts'
import { createForMe } from './for-me/for-me-service.ts'
import { createGraph, type Graph } from './graph/graph-follower.ts'
import { createVoiceReader, type VoiceReader } from './graph/voice-reader.ts'
import { hiddenRoutes } from './hidden/hidden-routes.ts'
import { createHidden } from './hidden/hidden-service.ts'
import { installHealth } from './http/health.ts'
import { installClaims } from './http/idempotency.ts'
import { readKeys } from './http/installation-keys.ts'
import { installMetrics } from './http/metrics.ts'
import { installOpenApi } from './http/openapi.ts'
import { installPositions } from './http/positions.ts'
import { createRateLimits, type RateLimits, type Rates } from './http/rate-limits.ts'
import { AppError } from './http/refusals.ts'
import { serializerCompiler } from './http/serializing.ts'
import { createServer } from './http/server.ts'
import { installSessions } from './http/sessions.ts'
import { installWebApp } from './http/web-app.ts'
import { createGraphUpkeep } from './jobs/graph-upkeep.ts'
import { createHousekeeping } from './jobs/housekeeping.ts'
import { likenessRoutes } from './likeness/likeness-routes.ts'
import { createLikeness } from './likeness/likeness-service.ts'
import { linkRoutes } from './links/links-routes.ts'
import { createLinks } from './links/links-service.ts'
import { type PageNet, PUBLIC_NET } from './links/page-fetch.ts'
import { LiveHub } from './live/live-hub.ts'
import { liveRoutes } from './live/live-routes.ts'
import { networkRoutes } from './network/network-routes.ts'
import { createNetwork } from './network/network-service.ts'
import { notificationRoutes } from './notifications/notifications-routes.ts'
import { createNotifications } from './notifications/notifications-service.ts'
import { notify } from './notifications/notify.ts'
import { createPictureMaker, type PictureMaker } from './photos/picture-maker.ts'
import { createGazetteer } from './places/gazetteer.ts'
import { placeRoutes } from './places/places-routes.ts'
import { createPlaces } from './places/places-service.ts'
import { createAddressing } from './recommendations/addressing.ts'
import { resolveTies } from './recommendations/audience-store.ts'
import { createCandidacies } from './recommendations/candidacy-service.ts'
import { createSeePerson } from './recommendations/person-voices.ts'
import { photoRoutes } from './recommendations/photo-routes.ts'
import { createPhotos } from './recommendations/photo-service.ts'
import { createReading } from './recommendations/recommendation-reading.ts'
import {
  addressingRoutes,
  candidacyRoutes,
  ownRecommendationRoutes,
  recommendationRoutes,
} from './recommendations/recommendation-routes.ts'
import { createRecommendations } from './recommendations/recommendation-service.ts'
import { questionRoutes } from './remembered/questions-routes.ts'
import { createQuestions } from './remembered/questions-service.ts'
import { rememberedRoutes } from './remembered/remembered-routes.ts'
import { createRemembered } from './remembered/remembered-service.ts'
import { searchRoutes } from './search/search-routes.ts'
import { createSearch } from './search/search-service.ts'
import type { PasswordCost } from './sessions/auth-library.ts'
import { subjectRoutes } from './subjects/subjects-routes.ts'
import { createSubjects } from './subjects/subjects-service.ts'
import { thanksRoutes } from './thanks/thanks-routes.ts'
import { createThanks } from './thanks/thanks-service.ts'
import { createMessages } from './threads/messages-service.ts'
import { messageRoutes, threadRoutes } from './threads/threads-routes.ts'
import { createThreads } from './threads/threads-service.ts'
import { findTieWith, lockTie, lockTieWith } from './ties/ties-store.ts'

export interface AppDeps {
  readonly config: Config
  /** The address that people use, for cookies and the links in mails. */
  readonly address: string
  readonly database: Database
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  readonly ids: NewIds
  /** Hears what takes time at the start, in sentences. */
  readonly say: (sentence: string) => void
  /** The process stops: what takes long is given up. */
  readonly stopping: AbortSignal
  /** The built web app; undefined serves the API alone. */
  readonly webFolder: string | undefined
  /** Other rates than the usual ones, for tests. */
  readonly rates?: Rates
  /** How much one session or address may ask at all, for tests; else what somebody could do by hand and more. */
  readonly requestsPerMinute?: number
  /** What a password costs, for tests, which make many; else what it should. */
  readonly passwordCost?: PasswordCost
  /** Where the pages of links are, for tests; else the public internet. */
  readonly pages?: PageNet
}

export const VERSION = '0.1.0'
const REQUESTS_PER_MINUTE = 1_200
// To look through so many costs a few milliseconds, less than to name everybody who is heard.
const FEW_MATCHES = 5_000
// Counters on an answer would make two answers differ that must not.
const NO_RATE_HEADERS = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
}

/** Builds every room by hand, in the order in which one needs another, and registers its routes. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, database, log, now, ids, say, stopping } = deps
  const { db, sql } = database
  const keys = await readKeys(db)
  const seal = createSeal(keys.seal)

  const changes = createWriter({ db, announcer: createAnnouncer(sql, log) })
  const snapshotFile = join(config.dataFolder, 'graph.snapshot')
  const graph = createGraph({ sql, log, now, say, stopping, snapshotFile })
  const tail = followChanges({ sql, log, follower: graph })
  const voices = createVoiceReader({ sql, graph, tail, now })
  const lagMs = () => tail.lagMs()
  const rates = createRateLimits({ db, now, rates: deps.rates })
  const housekeeping = createHousekeeping({ database, log, now })
  const upkeep = createGraphUpkeep({ graph, log })
  const gazetteer = createGazetteer({ sql, log })
  const hub = new LiveHub({ sql, graph, seal, now, log })
  const makePicture = createPictureMaker()
  const posts = createPostRooms(deps, { changes, graph, voices, seal, rates, makePicture })
  const people = await createPeopleRooms(deps, {
    changes,
    rates,
    secret: keys.session,
    seePerson: posts.seePerson,
    makePicture,
  })
  const { requests } = people
  const clubs = createClubRooms(deps, { changes, seal, secret: keys.session, requests })

  const app = await createServer({ log, origin: config.origin, proxies: config.proxies, newId: ids.undated })
  await installOpenApi(app, { version: VERSION, cookieName: people.sessionHook.cookieName })
  installHealth(app, { sql, lagMs })
  installMetrics(app, { lagMs })
  await app.register(
    async (api) => {
      api.setValidatorCompiler(validatorCompiler)
      api.setSerializerCompiler(serializerCompiler)
      installSessions(api, people.sessionHook)
      await api.register(rateLimit, {
        max: deps.requestsPerMinute ?? REQUESTS_PER_MINUTE,
        timeWindow: 60_000,
        addHeadersOnExceeding: NO_RATE_HEADERS,
        addHeaders: NO_RATE_HEADERS,
        keyGenerator: (request) => request.viewer?.session ?? request.ip,
        errorResponseBuilder: (_request, { ttl }) =>
          new AppError('rate_limited', { retryAfterSeconds: Math.ceil(ttl / 1_000) }),
      })
      installPositions(api, { seal, caughtUp: (target, waitMs) => tail.caughtUp(target, waitMs) })
      installClaims(api, now)
      await registerPeopleRooms(api, people, rates)
      await registerClubRooms(api, clubs, rates)
      await registerPostRooms(api, posts)
      await api.register(placeRoutes, { places: createPlaces(sql) })
      await api.register(liveRoutes, { hub, resume: { sql, graph, tail, seal, now } })
    },
    { prefix: '/api' },
  )
  await installWebApp(app, deps.webFolder)

  app.addHook('onReady', async () => {
    await tail.start()
    hub.start()
    housekeeping.start()
    upkeep.start()
  })
  app.addHook('onListen', async () => gazetteer.start())
  app.addHook('preClose', async () => hub.stop())
  app.addHook('onClose', async () => {
    housekeeping.stop()
    await gazetteer.stop()
    await tail.stop()
    await upkeep.stop()
    await people.mailer.settled()
  })
  return app
}

interface PostSpine {
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly seal: Seal
  readonly rates: RateLimits
  readonly makePicture: PictureMaker
}

type PostRooms = ReturnType<typeof createPostRooms>

/** The rooms that show posts: all of them ask the engine and are checked by the database. */
function createPostRooms({ database, ids, now, pages }: AppDeps, spine: PostSpine) {
  const { db, sql } = database
  const deps = { db, sql, now, ids, notify, findTieWith, lockTie, lockTieWith, ...spine }
  const reading = createReading(deps)
  const seePerson = createSeePerson(deps)
  const comments = createComments(deps)
  const forMe = createForMe(deps)
  const thanks = createThanks(deps)
  const outcomes = createOutcomes(deps)
  const threads = createThreads(deps)
  const feed = createFeed({ ...deps, viewTie: (viewer, other) => findTieWith(db, viewer, other) })
  return {
    reading,
    askables: createAskables({ ...deps, resolveTies }),
    recommendations: createRecommendations({ ...deps, reading }),
    photos: createPhotos({ ...deps, reading }),
    comments,
    links: createLinks({ ...deps, net: pages ?? PUBLIC_NET }),
    addressing: createAddressing(deps),
    candidacies: createCandidacies(deps),
    subjects: createSubjects({ ...deps, mostVoices: LIMITS.voicesPerSubject }),
    likeness: createLikeness(deps),
    search: createSearch({ ...deps, few: FEW_MATCHES }),
    feed,
    remembered: createRemembered(deps),
    outcomes,
    moves: createMoves(deps),
    questions: createQuestions(deps),
    thanks,
    network: createNetwork(deps),
    threads,
    messages: createMessages(deps),
    hidden: createHidden({ ...deps, seePerson }),
    forMe,
    closed: createClosed(deps),
    notifications: createNotifications({
      ...deps,
      sentTo: (viewer, numbers) => forMe.about(viewer, numbers),
      offersQuestion: (viewer) => feed.offersQuestion(viewer),
      commenters: (proposals, numbers) => comments.writers(proposals, numbers),
      thankers: (viewer, numbers) => thanks.thankers(viewer, numbers),
      senders: (viewer, sent) => outcomes.senders(viewer, sent),
      invitedTo: createInvitedTo(deps),
      unreadThreads: (viewer) => threads.unread(viewer),
    }),
    seePerson,
  }
}

/** Registers what the rooms of posts answer. */
async function registerPostRooms(api: FastifyInstance, posts: PostRooms): Promise<void> {
  await api.register(ownRecommendationRoutes, posts)
  await api.register(recommendationRoutes, posts)
  await api.register(photoRoutes, posts)
  await api.register(commentRoutes, posts)
  await api.register(linkRoutes, posts)
  await api.register(addressingRoutes, posts)
  await api.register(candidacyRoutes, posts)
  await api.register(subjectRoutes, posts)
  await api.register(likenessRoutes, posts)
  await api.register(feedRoutes, posts)
  await api.register(hiddenRoutes, posts)
  await api.register(networkRoutes, posts)
  await api.register(forMeRoutes, posts)
  await api.register(closedRoutes, posts)
  await api.register(notificationRoutes, posts)
  await api.register(rememberedRoutes, posts)
  await api.register(questionRoutes, posts)
  await api.register(thanksRoutes, posts)
  await api.register(threadRoutes, posts)
  await api.register(messageRoutes, posts)
  await api.register(searchRoutes, posts)
  await api.register(outcomeRoutes, posts)
  await api.register(moveRoutes, posts)
  await api.register(askableRoutes, posts)
}
