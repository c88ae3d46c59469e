import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import rateLimit from '@fastify/rate-limit'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { snapshotPosition } from './changes/change-reader.ts'
import { followChanges } from './changes/change-tail.ts'
import { createSeal } from './changes/sealed-value.ts'
import type { Config } from './config.ts'
import type { Database } from './database/client.ts'
import { installHealth } from './http/health.ts'
import { installClaims } from './http/idempotency.ts'
import { readKeys } from './http/installation-keys.ts'
import { installMetrics } from './http/metrics.ts'
import { installOpenApi } from './http/openapi.ts'
import { installPositions } from './http/positions.ts'
import { AppError } from './http/refusals.ts'
import { serializerCompiler } from './http/serializing.ts'
import { createServer } from './http/server.ts'
import { installWebApp } from './http/web-app.ts'

export interface AppDeps {
  readonly config: Config
  readonly database: Database
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  /** The built web app; undefined serves the API alone. */
  readonly webFolder: string | undefined
}

export const VERSION = '0.1.0'
export const WEB_FOLDER = join(import.meta.dirname, '../../web/dist')
const REQUESTS_PER_MINUTE = 1_200

/** Builds every room by hand, in the order in which one needs another, and registers its routes. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, database, log, now } = deps
  const { db, sql } = database
  const keys = await readKeys(db)
  const seal = createSeal(keys.seal)

  const tail = followChanges({
    sql,
    log,
    follower: { rebuild: () => snapshotPosition(sql), apply: async () => undefined },
  })
  const lagMs = () => tail.lagMs()

  const app = await createServer({ log, origin: config.origin, proxies: config.proxies, newId: randomUUID })
  await installOpenApi(app, VERSION)
  installHealth(app, { sql, lagMs })
  installMetrics(app, { lagMs })
  await app.register(
    async (api) => {
      api.setValidatorCompiler(validatorCompiler)
      api.setSerializerCompiler(serializerCompiler)
      await api.register(rateLimit, {
        max: REQUESTS_PER_MINUTE,
        timeWindow: 60_000,
        keyGenerator: (request) => request.viewer?.session ?? request.ip,
        errorResponseBuilder: (_request, { ttl }) =>
          new AppError('rate_limited', { retryAfterSeconds: Math.ceil(ttl / 1_000) }),
      })
      installPositions(api, { seal, caughtUp: (target, waitMs) => tail.caughtUp(target, waitMs) })
      installClaims(api, now)
    },
    { prefix: '/api' },
  )
  await installWebApp(app, deps.webFolder)

  app.addHook('onReady', () => tail.start())
  app.addHook('onClose', () => tail.stop())
  return app
}
