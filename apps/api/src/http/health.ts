import type { FastifyInstance } from 'fastify'
import type { Sql } from '../database/client.ts'

/** Above this the followers of the log are too far behind to be asked. */
const LONGEST_LAG_MS = 2_000

export interface HealthDeps {
  readonly sql: Sql
  /** How far the graph of this process is behind the change log. */
  lagMs(): Promise<number>
}

/** For operators and balancers: alive is the process, ready is database and graph. */
export function installHealth(app: FastifyInstance, deps: HealthDeps): void {
  app.get('/health/live', { schema: { hide: true } }, () => ({ status: 'live' }))
  app.get('/health/ready', { schema: { hide: true } }, async (request, reply) => {
    const state = await readState(deps).catch((cause: unknown) => {
      request.log.warn({ err: cause }, 'was not ready')
      return { status: 'unavailable', lagMs: null }
    })
    return reply.status(state.status === 'ready' ? 200 : 503).send(state)
  })
}

async function readState(deps: HealthDeps): Promise<{ status: string; lagMs: number | null }> {
  await deps.sql`select 1`
  const lagMs = Math.round(await deps.lagMs())
  return { status: lagMs > LONGEST_LAG_MS ? 'catching_up' : 'ready', lagMs }
}
