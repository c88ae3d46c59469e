import { isIP } from 'node:net'
import { memoryUsage } from 'node:process'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Gauge, Histogram, Registry } from 'prom-client'
import { sendProblem } from './errors.ts'

const PRIVATE = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd])/

export interface Metrics {
  readonly registry: Registry
}

/**
 * Counts and times requests by route pattern, never by person or address. Shown to the operator's own network only: how
 * much happens here is nobody else's business.
 */
export function installMetrics(app: FastifyInstance, deps: { lagMs: () => Promise<number> }): Metrics {
  const registry = new Registry()
  const seconds = new Histogram({
    name: 'kith_http_request_seconds',
    help: 'Time to answer a request, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  new Gauge({
    name: 'kith_change_log_lag_seconds',
    help: 'Age of the oldest change that this process has not followed yet.',
    registers: [registry],
    async collect() {
      this.set((await deps.lagMs().catch(() => Number.NaN)) / 1_000)
    },
  })
  new Gauge({
    name: 'kith_process_memory_bytes',
    help: 'Resident memory of this process.',
    registers: [registry],
    collect() {
      this.set(memoryUsage.rss())
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000)
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isNear(request)) return sendProblem(reply, 'not_found')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
  return { registry }
}

function isNear(request: FastifyRequest): boolean {
  const address = request.ip.replace(/^::ffff:/, '')
  return request.headers['x-forwarded-for'] === undefined && isIP(address) > 0 && PRIVATE.test(address)
}
