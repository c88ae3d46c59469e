import { AskableId, Askables, MakeAskable, OwnAskable, OwnAskables, TieId } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { AskableService } from './askable-service.ts'

const tags = ['people']
const params = z.object({ id: AskableId })

export const askableRoutes: FastifyPluginAsyncZod<{ askables: AskableService }> = async (
  app,
  { askables },
) => {
  app.get('/me/askable', { schema: { tags, response: { 200: OwnAskables } } }, (request) =>
    askables.own(viewerOf(request)),
  )
  app.post(
    '/me/askable',
    { config: { creates: true }, schema: { tags, body: MakeAskable, response: { 201: OwnAskable } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await askables.make(viewerOf(request), request.body, request.claim))
    },
  )
  app.put(
    '/me/askable/:id',
    { schema: { tags, params, body: MakeAskable, response: { 200: OwnAskable } } },
    async (request, reply) =>
      reply.wrote(await askables.change(viewerOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/me/askable/:id',
    { schema: { tags, params, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await askables.remove(viewerOf(request), request.params.id))
    },
  )
  app.get(
    '/ties/:id/askable',
    { schema: { tags, params: z.object({ id: TieId }), response: { 200: Askables } } },
    (request) => askables.ofTie(viewerOf(request), request.params.id),
  )
}
