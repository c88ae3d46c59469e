import { PostId, Thank, Thanked, ThanksPage } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { ThanksService } from './thanks-service.ts'

const tags = ['thanks']
const params = z.object({ id: PostId })
const ListQuery = z.strictObject({ cursor: z.string().max(600).optional() })

export const thanksRoutes: FastifyPluginAsyncZod<{ thanks: ThanksService }> = async (app, { thanks }) => {
  app.get(
    '/me/thanks',
    { schema: { tags, querystring: ListQuery, response: { 200: ThanksPage } } },
    (request) => thanks.list(viewerOf(request), request.query.cursor),
  )
  app.post(
    '/recommendations/:id/thanks',
    { schema: { tags, params, body: Thank, response: { 201: Thanked } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await thanks.thank(viewerOf(request), request.params.id, request.body))
    },
  )
  app.delete(
    '/recommendations/:id/thanks',
    { schema: { tags, params, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await thanks.takeBack(viewerOf(request), request.params.id))
    },
  )
}
