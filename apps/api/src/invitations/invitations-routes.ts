import {
  Invitation,
  InvitationId,
  InvitationPage,
  Invitations,
  LinkSecret,
  MakeInvitation,
  SortTie,
  TieId,
  TieView,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { InvitationsService } from './invitations-service.ts'

const tags = ['invitations']
const byLink = z.object({ secret: LinkSecret })

export const invitationRoutes: FastifyPluginAsyncZod<{
  invitations: InvitationsService
  rates: RateLimits
}> = async (app, { invitations, rates }) => {
  app.get('/invitations', { schema: { tags, response: { 200: Invitations } } }, (request) =>
    invitations.list(viewerOf(request)),
  )
  app.post(
    '/invitations',
    { config: { creates: true }, schema: { tags, body: MakeInvitation, response: { 201: Invitation } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await invitations.make(viewerOf(request), request.body, request.claim))
    },
  )
  app.delete(
    '/invitations/:id',
    { schema: { tags, params: z.object({ id: InvitationId }), response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await invitations.revoke(viewerOf(request), request.params.id))
    },
  )
  app.get(
    '/invitations/by-link/:secret',
    { config: { access: 'anyone' }, schema: { tags, params: byLink, response: { 200: InvitationPage } } },
    async (request) => {
      await rates.count('linkPerAddress', request.ip)
      return invitations.look(request.viewer, request.params.secret)
    },
  )
  app.post(
    '/invitations/by-link/:secret/accept',
    {
      config: { creates: true },
      schema: { tags, params: byLink, body: SortTie, response: { 201: TieView } },
    },
    async (request, reply) => {
      const { body, params, claim } = request
      reply.code(201)
      return reply.wrote(await invitations.accept(viewerOf(request), params.secret, body, claim))
    },
  )
  app.post(
    '/ties/:id/confirm',
    { schema: { tags, params: z.object({ id: TieId }), response: { 200: TieView } } },
    async (request, reply) => reply.wrote(await invitations.confirm(viewerOf(request), request.params.id)),
  )
}
