import { AddToInvite, ToInviteId, ToInviteList } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { ToInviteService } from './to-invite-service.ts'

const tags = ['invitations']
const params = z.object({ id: ToInviteId })

export const toInviteRoutes: FastifyPluginAsyncZod<{ toInvite: ToInviteService }> = async (
  app,
  { toInvite },
) => {
  app.get('/me/to-invite', { schema: { tags, response: { 200: ToInviteList } } }, (request) =>
    toInvite.list(viewerOf(request)),
  )
  app.post(
    '/me/to-invite',
    { schema: { tags, body: AddToInvite, response: { 200: ToInviteList } } },
    async (request, reply) => reply.wrote(await toInvite.add(viewerOf(request), request.body)),
  )
  app.delete(
    '/me/to-invite/:id',
    { schema: { tags, params, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await toInvite.remove(viewerOf(request), request.params.id))
    },
  )
}
