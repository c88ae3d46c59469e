import { join } from 'node:path'
import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { createClubRooms, registerClubRooms } from './app-clubs.ts'
import { registerExport } from './app-export.ts'
import { createIntroductionRoom, registerIntroductionRoom } from './app-introductions.ts'
import { createPeopleRooms, type PeopleRooms, registerPeopleRooms } from './app-people.ts'
import { createPostRooms, registerPostRooms } from './app-posts.ts'
import { createReportRooms, registerReportRooms } from './app-reports.ts'
import { createTellingRooms, registerTellingRooms, type TellingRooms } from './app-telling.ts'
import { createAnnouncer } from './changes/change-announcer.ts'
import { followChanges } from './changes/change-tail.ts'
import { createWriter } from './changes/change-writer.ts'
import { createSeal } from './changes/sealed-value.ts'
import type { Config } from './config.ts'
import type { Database } from './database/client.ts'
import type { NewIds } from './database/new-ids.ts'
import { createGraph } from './graph/graph-follower.ts'
import { createAskReader, createVoiceReader } from './graph/voice-reader.ts'
import { installHealth } from './http/health.ts'
import { installClaims } from './http/idempotency.ts'
import { readKeys } from './http/installation-keys.ts'
import { installMetrics } from './http/metrics.ts'
import { installOpenApi } from './http/openapi.ts'
import { installPositions } from './http/positions.ts'
import { createRateLimits, type Rates } from './http/rate-limits.ts'
import { AppError } from './http/refusals.ts'
import { serializerCompiler } from './http/serializing.ts'
import { createServer } from './http/server.ts'
import { installSessions } from './http/sessions.ts'
import { installWebApp } from './http/web-app.ts'
import { createGraphUpkeep, type GraphUpkeep } from './jobs/graph-upkeep.ts'
import { tidy } from './jobs/housekeeping.ts'
import { createJobs, type Jobs } from './jobs/job-runner.ts'
import { LiveHub } from './live/live-hub.ts'
import { liveRoutes } from './live/live-routes.ts'
import { type Mailer } from './mail/mailer.ts'
import { type OutsideNet } from './outside/outside-request.ts'
import { createPictureMaker } from './photos/picture-maker.ts'
import { createGazetteer } from './places/gazetteer.ts'
import { placeRoutes } from './places/places-routes.ts'
import { createPlaces } from './places/places-service.ts'
import type { PasswordCost } from './sessions/auth-library.ts'

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
  /** Where the pages of links and the push services are, for tests; else the public internet. */
  readonly outside?: OutsideNet
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
  const { config, database, log, now, ids, say, stopping } = deps
  const { db, sql } = database
  const keys = await readKeys(db)
  const seal = createSeal(keys.seal)

  const changes = createWriter({ db, announcer: createAnnouncer(sql, log) })
  const snapshotFile = join(config.dataFolder, 'graph.snapshot')
  const graph = createGraph({ sql, log, now, say, stopping, snapshotFile })
  const tail = followChanges({ sql, log, follower: graph })
  const voices = createVoiceReader({ sql, graph, tail, now })
  const asks = createAskReader({ sql, graph, tail, now })
  const lagMs = () => tail.lagMs()
  const rates = createRateLimits({ db, now, rates: deps.rates })
  const upkeep = createGraphUpkeep({ graph, log })
  const gazetteer = createGazetteer({ sql, log })
  const hub = new LiveHub({ sql, graph, seal, now, log })
  const makePicture = createPictureMaker()
  const posts = createPostRooms(deps, { changes, graph, voices, asks, seal, rates, makePicture })
  const people = await createPeopleRooms(deps, {
    changes,
    rates,
    secret: keys.session,
    seePerson: posts.seePerson,
    makePicture,
  })
  const { requests } = people
  const introductions = createIntroductionRoom(deps, { changes, graph, voices, asks, requests })
  const reports = createReportRooms(deps, {
    ...{ changes, rates, voices, asks, lagMs, posts, people },
    version: VERSION,
  })
  const telling = createTellingRooms(deps, {
    ...{ changes, seal, notifications: posts.notifications, mailer: people.mailer },
    secret: keys.session,
    pushKey: keys.push,
  })
  const jobs = openJobs(deps, telling, people)
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
      await api.register(rateLimit, atMost(deps.requestsPerMinute ?? REQUESTS_PER_MINUTE))
      installPositions(api, { seal, caughtUp: (target, waitMs) => tail.caughtUp(target, waitMs) })
      installClaims(api, now)
      await registerPeopleRooms(api, people, rates)
      await registerClubRooms(api, clubs, rates)
      await registerPostRooms(api, posts, rates)
      await registerIntroductionRoom(api, introductions)
      await registerTellingRooms(api, telling)
      await registerExport(api, deps, rates, {
        people,
        posts,
        clubs,
        introductions,
        telling: telling.telling,
      })
      await registerReportRooms(api, reports, { db, rates })
      await api.register(placeRoutes, { places: createPlaces(sql) })
      await api.register(liveRoutes, { hub, resume: { sql, graph, tail, seal, now } })
    },
    { prefix: '/api' },
  )
  await installWebApp(app, { folder: deps.webFolder, cookieName: people.sessionHook.cookieName })

  runBeside(app, { tail, hub, upkeep, gazetteer, jobs, mailer: people.mailer })
  return app
}

/** What is done in one of all processes, whichever comes to it. */
function openJobs({ database, log, now }: AppDeps, { teller }: TellingRooms, people: PeopleRooms): Jobs {
  return createJobs({
    ...{ connection: database.connection, log },
    round: () => teller.waiting(),
    perPerson: (person) => teller.tell(person),
    housekeeping: async () => {
      // Goes on with those who were interrupted in going for good.
      await people.leaving.finish()
      await tidy({ database, now })
    },
  })
}

interface Beside {
  readonly tail: ReturnType<typeof followChanges>
  readonly hub: LiveHub
  readonly upkeep: GraphUpkeep
  readonly gazetteer: ReturnType<typeof createGazetteer>
  readonly jobs: Jobs
  readonly mailer: Mailer
}

/** Starts what runs beside the requests, and stops it before what it needs. */
function runBeside(app: FastifyInstance, beside: Beside): void {
  const { tail, hub, upkeep, gazetteer, jobs, mailer } = beside
  app.addHook('onReady', async () => {
    await tail.start()
    hub.start()
    upkeep.start()
  })
  app.addHook('onListen', async () => {
    gazetteer.start()
    jobs.start()
  })
  app.addHook('preClose', async () => hub.stop())
  app.addHook('onClose', async () => {
    await jobs.stop()
    await gazetteer.stop()
    await tail.stop()
    await upkeep.stop()
    await mailer.settled()
  })
}

/** How much one session or address may ask in a minute. */
function atMost(max: number): RateLimitPluginOptions {
  return {
    max,
    timeWindow: 60_000,
    addHeadersOnExceeding: NO_RATE_HEADERS,
    addHeaders: NO_RATE_HEADERS,
    keyGenerator: (request) => request.viewer?.session ?? request.ip,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('rate_limited', { retryAfterSeconds: Math.ceil(ttl / 1_000) }),
  }
}
