import { PostId, Remember, RememberedPage } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { RememberedService } from './remembered-service.ts'

const Nothing = z.undefined()
const tags = ['remembered']
const params = z.object({ id: PostId })
const ListQuery = z.strictObject({ cursor: z.string().max(600).optional() })

export const rememberedRoutes: FastifyPluginAsyncZod<{ remembered: RememberedService }> = async (
  app,
  { remembered },
) => {
  app.get(
    '/remembered',
    { schema: { tags, querystring: ListQuery, response: { 200: RememberedPage } } },
    (request) => remembered.list(viewerOf(request), request.query.cursor),
  )
  app.put(
    '/recommendations/:id/remember',
    { schema: { tags, params, body: Remember, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await remembered.remember(viewerOf(request), request.params.id, request.body))
    },
  )
  app.delete(
    '/recommendations/:id/remember',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await remembered.forget(viewerOf(request), request.params.id))
    },
  )
}
