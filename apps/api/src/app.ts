import { join } from 'node:path'
import rateLimit from '@fastify/rate-limit'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { createAnnouncer } from './changes/change-announcer.ts'
import { followChanges } from './changes/change-tail.ts'
import { type ChangeWriter, createWriter } from './changes/change-writer.ts'
import { createSeal, type Seal } from './changes/sealed-value.ts'
import { circleRoutes } from './circles/circles-routes.ts'
import { createCircles } from './circles/circles-service.ts'
import type { Config } from './config.ts'
import type { Database, Db } from './database/client.ts'
import type { NewIds } from './database/new-ids.ts'
import { feedRoutes } from './feed/feed-routes.ts'
import { createFeed } from './feed/feed-service.ts'
import { createGraph, type Graph } from './graph/graph-follower.ts'
import { createVoiceReader, type VoiceReader } from './graph/voice-reader.ts'
import { installHealth } from './http/health.ts'
import { installClaims } from './http/idempotency.ts'
import { readKeys } from './http/installation-keys.ts'
import { newLinkSecret } from './http/link-secrets.ts'
import { installMetrics } from './http/metrics.ts'
import { installOpenApi } from './http/openapi.ts'
import { installPositions } from './http/positions.ts'
import { createRateLimits, type RateLimits, type Rates } from './http/rate-limits.ts'
import { AppError } from './http/refusals.ts'
import { serializerCompiler } from './http/serializing.ts'
import { createServer } from './http/server.ts'
import { createSessionCheck, installSessions } from './http/sessions.ts'
import { installWebApp } from './http/web-app.ts'
import { invitationRoutes } from './invitations/invitations-routes.ts'
import { createInvitations } from './invitations/invitations-service.ts'
import { createHousekeeping } from './jobs/housekeeping.ts'
import { LiveHub } from './live/live-hub.ts'
import { liveRoutes } from './live/live-routes.ts'
import { writeLetter } from './mail/letters.ts'
import { createMailer } from './mail/mailer.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { createPeople } from './people/people-service.ts'
import { readMe } from './people/people-store.ts'
import { createSeePerson, type SeePerson } from './recommendations/person-voices.ts'
import { createReading } from './recommendations/recommendation-reading.ts'
import { ownRecommendationRoutes, recommendationRoutes } from './recommendations/recommendation-routes.ts'
import { createRecommendations } from './recommendations/recommendation-service.ts'
import { type MailedToken, openAuth } from './sessions/auth-library.ts'
import { entryRoutes, resetRoutes, sessionRoutes } from './sessions/sessions-routes.ts'
import { createSessions, type LookAroundOption } from './sessions/sessions-service.ts'
import { subjectRoutes } from './subjects/subjects-routes.ts'
import { createSubjects } from './subjects/subjects-service.ts'
import { createBlocks } from './ties/blocks-service.ts'
import { isBlocked } from './ties/blocks-store.ts'
import { createTieRequests } from './ties/requests-service.ts'
import { makeTie, ownCircles, sortSide } from './ties/tie-making.ts'
import { blockRoutes, tieRequestRoutes, tieRoutes } from './ties/ties-routes.ts'
import { createTies } from './ties/ties-service.ts'
import { findTie, findTieWith, livingCircles } from './ties/ties-store.ts'
import { LOOK_AROUND_AS, readVillage } from './village/village-data.ts'
import { hasVillage } from './village/village-seed.ts'

export interface AppDeps {
  readonly config: Config
  /** The address that people use, for cookies and the links in mails. */
  readonly address: string
  readonly database: Database
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  readonly ids: NewIds
  /** The built web app; undefined serves the API alone. */
  readonly webFolder: string | undefined
  /** Other rates than the usual ones, for tests. */
  readonly rates?: Rates
}

export const VERSION = '0.1.0'
const REQUESTS_PER_MINUTE = 1_200
// Counters on an answer would make two answers differ that must not.
const NO_RATE_HEADERS = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
}

/** Builds every room by hand, in the order in which one needs another, and registers its routes. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, database, log, now, ids } = deps
  const { db, sql } = database
  const keys = await readKeys(db)
  const seal = createSeal(keys.seal)

  const changes = createWriter({ db, announcer: createAnnouncer(sql, log) })
  const graph = createGraph(sql)
  const tail = followChanges({ sql, log, follower: graph })
  const voices = createVoiceReader({ sql, graph, tail, now })
  const lagMs = () => tail.lagMs()
  const rates = createRateLimits({ db, now, rates: deps.rates })
  const housekeeping = createHousekeeping({ database, log, now })
  const hub = new LiveHub({ sql, graph, seal, now, log })
  const posts = createPostRooms(deps, { changes, graph, voices, seal })
  const features = await createFeatures(deps, {
    changes,
    rates,
    secret: keys.session,
    seePerson: posts.seePerson,
  })

  const app = await createServer({ log, origin: config.origin, proxies: config.proxies, newId: ids.undated })
  await installOpenApi(app, VERSION)
  installHealth(app, { sql, lagMs })
  installMetrics(app, { lagMs })
  await app.register(
    async (api) => {
      api.setValidatorCompiler(validatorCompiler)
      api.setSerializerCompiler(serializerCompiler)
      installSessions(api, features.sessionHook)
      await api.register(rateLimit, {
        max: REQUESTS_PER_MINUTE,
        timeWindow: 60_000,
        addHeadersOnExceeding: NO_RATE_HEADERS,
        addHeaders: NO_RATE_HEADERS,
        keyGenerator: (request) => request.viewer?.session ?? request.ip,
        errorResponseBuilder: (_request, { ttl }) =>
          new AppError('rate_limited', { retryAfterSeconds: Math.ceil(ttl / 1_000) }),
      })
      installPositions(api, { seal, caughtUp: (target, waitMs) => tail.caughtUp(target, waitMs) })
      installClaims(api, now)
      const { sessions, sessionHook } = features
      await api.register(entryRoutes, { sessions, cookieName: sessionHook.cookieName })
      await api.register(resetRoutes, { sessions, cookieName: sessionHook.cookieName })
      await api.register(sessionRoutes, { sessions, cookieName: sessionHook.cookieName })
      await api.register(peopleRoutes, { people: features.people })
      await api.register(circleRoutes, { circles: features.circles })
      await api.register(tieRoutes, { ties: features.ties })
      await api.register(tieRequestRoutes, { requests: features.requests })
      await api.register(blockRoutes, { blocks: features.blocks })
      await api.register(invitationRoutes, { invitations: features.invitations, rates })
      await api.register(ownRecommendationRoutes, posts)
      await api.register(recommendationRoutes, posts)
      await api.register(subjectRoutes, posts)
      await api.register(feedRoutes, posts)
      await api.register(liveRoutes, { hub, resume: { sql, graph, tail, seal, now } })
    },
    { prefix: '/api' },
  )
  await installWebApp(app, deps.webFolder)

  app.addHook('onReady', async () => {
    await tail.start()
    hub.start()
    housekeeping.start()
  })
  app.addHook('preClose', async () => hub.stop())
  app.addHook('onClose', async () => {
    housekeeping.stop()
    await tail.stop()
    await features.mailer.settled()
  })
  return app
}

interface Spine {
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  /** Signs session cookies. */
  readonly secret: string
  readonly seePerson: SeePerson
}

async function createFeatures(deps: AppDeps, { changes, rates, secret, seePerson }: Spine) {
  const { config, database, log, now, ids } = deps
  const { db, sql } = database
  const mailer = createMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    folder: join(config.dataFolder, 'mail'),
    log,
    now,
    newId: ids.undated,
  })
  const mailed = ({ purpose, person, token }: MailedToken): void =>
    mailer.post(writeLetter(purpose, person, linkOf(deps.address, purpose, token)))
  const authOver = (over: Db, post: (token: MailedToken) => void) =>
    openAuth({
      db: over,
      secret,
      origin: deps.address,
      verifies: config.smtpUrl !== undefined,
      newId: ids.undated,
      mailed: post,
    })
  const auth = authOver(db, mailed)
  const context = await auth.$context
  const sessionHook = {
    check: createSessionCheck({ sql, secret }),
    cookieName: context.authCookies.sessionToken.name,
    refresh: async (cookie: string) => {
      const answer = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
      return answer.headers.getSetCookie()
    },
  }

  const circles = createCircles({ db, changes, newId: ids.undated })
  const ties = createTies({ db, changes, now })
  const requests = createTieRequests({ db, changes, rates, now, newId: ids.dated })
  const blocks = createBlocks({ db, changes, now })
  const invitations = createInvitations({
    db,
    changes,
    now,
    newId: ids.dated,
    newSecret: newLinkSecret,
    ties: { makeTie, sortSide, ownCircles, livingCircles, isBlocked, findTie, findTieWith },
  })
  const people = createPeople({
    db,
    changes,
    now,
    findTieWith,
    isBlocked,
    seePerson,
  })
  const sessions = createSessions({
    db,
    changes,
    rates,
    auth,
    now,
    signUp: config.signUp,
    lookAround: await listLookAround(deps),
    authOver,
    mailed,
    readMe,
    giveReadyMade: circles.giveReadyMade,
    refuseDeadLink: invitations.refuseDeadLink,
    acceptFor: invitations.acceptFor,
  })
  return { circles, ties, requests, blocks, invitations, people, sessions, sessionHook, mailer }
}

interface PostSpine {
  readonly changes: ChangeWriter
  readonly graph: Graph
  readonly voices: VoiceReader
  readonly seal: Seal
}

/** The rooms that show posts: all of them ask the engine and are checked by the database. */
function createPostRooms({ database, ids, now }: AppDeps, spine: PostSpine) {
  const { db, sql } = database
  const deps = { db, sql, now, ids, ...spine }
  const reading = createReading(deps)
  return {
    reading,
    recommendations: createRecommendations({ ...deps, reading }),
    subjects: createSubjects(deps),
    feed: createFeed({ ...deps, viewTie: (viewer, other) => findTieWith(db, viewer, other) }),
    seePerson: createSeePerson(deps),
  }
}

async function listLookAround({ config, database }: AppDeps): Promise<LookAroundOption[]> {
  if (!config.demo || !(await hasVillage(database.db))) return []
  const { people } = readVillage()
  return LOOK_AROUND_AS.flatMap(({ key, en, de }) => {
    const person = people.find((one) => one.key === key)
    return person ? [{ key, handle: person.handle, line: { en, de } }] : []
  })
}

function linkOf(address: string, purpose: MailedToken['purpose'], token: string): string {
  switch (purpose) {
    case 'reset':
      return `${address}/reset/${token}`
    case 'verify':
      return `${address}/api/auth/verify?token=${encodeURIComponent(token)}`
    case 'taken':
      return `${address}/sign-in`
  }
}
