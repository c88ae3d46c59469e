import { AnswerClosenessQuestion, Care, SaySpoke, TieCare, TieId } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { CareService } from './care-service.ts'

const tags = ['care']
const params = z.object({ id: TieId })
const response = { 204: z.undefined() }

export const careRoutes: FastifyPluginAsyncZod<{ care: CareService }> = async (app, { care }) => {
  app.get('/care', { schema: { tags, response: { 200: Care } } }, (request) => care.read(viewerOf(request)))
  app.get('/ties/:id/care', { schema: { tags, params, response: { 200: TieCare } } }, (request) =>
    care.ofTie(viewerOf(request), request.params.id),
  )
  app.put(
    '/ties/:id/spoke',
    { schema: { tags, params, body: SaySpoke, response } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await care.saySpoke(viewerOf(request), request.params.id, request.body))
    },
  )
  app.delete('/ties/:id/spoke', { schema: { tags, params, response } }, async (request, reply) => {
    reply.code(204)
    return reply.wrote(await care.takeSpokeBack(viewerOf(request), request.params.id))
  })
  app.put(
    '/ties/:id/closeness-question',
    { schema: { tags, params, body: AnswerClosenessQuestion, response } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await care.answer(viewerOf(request), request.params.id, request.body))
    },
  )
  app.delete(
    '/ties/:id/closeness-question',
    { schema: { tags, params, response } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await care.takeAnswerBack(viewerOf(request), request.params.id))
    },
  )
}
