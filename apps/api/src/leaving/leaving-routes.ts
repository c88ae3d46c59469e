import { LeaveKith } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { LeavingService } from './leaving-service.ts'

interface LeavingRouteOptions {
  readonly leaving: LeavingService
  readonly cookieName: string
}

/** Going for good. */
export const leavingRoutes: FastifyPluginAsyncZod<LeavingRouteOptions> = async (
  app,
  { leaving, cookieName },
) => {
  app.post(
    '/me/leave',
    { schema: { tags: ['people'], body: LeaveKith, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const gone = await leaving.leave(viewerOf(request), request.body)
      reply.clearCookie(cookieName, { path: '/' }).code(204)
      return reply.wrote(gone)
    },
  )
}
