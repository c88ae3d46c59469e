import {
  Club,
  ClubId,
  ClubInvitationId,
  InviteToClub,
  JoinCode,
  JoinCodeNow,
  JoinPage,
  MakeJoinCode,
  SentClubInvitation,
  SentClubInvitations,
  TypedJoinCode,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { ClubInvitationsService } from './club-invitations-service.ts'
import type { JoinCodesService } from './join-codes-service.ts'

const tags = ['clubs']
const Nothing = z.undefined()
const params = z.object({ id: ClubId })
const ofInvitation = z.object({ id: ClubInvitationId })
const byCode = z.object({ code: TypedJoinCode })

/** A member wants a tie of his in the club. */
export const clubInvitationRoutes: FastifyPluginAsyncZod<{
  clubInvitations: ClubInvitationsService
}> = async (app, { clubInvitations }) => {
  app.get(
    '/clubs/:id/invitations',
    { schema: { tags, params, response: { 200: SentClubInvitations } } },
    (request) => clubInvitations.sent(viewerOf(request), request.params.id),
  )
  app.post(
    '/clubs/:id/invitations',
    {
      config: { creates: true },
      schema: { tags, params, body: InviteToClub, response: { 201: SentClubInvitation } },
    },
    async (request, reply) => {
      const { body, claim } = request
      reply.code(201)
      return reply.wrote(await clubInvitations.make(viewerOf(request), request.params.id, body, claim))
    },
  )
  app.delete(
    '/clubs/invitations/:id',
    { schema: { tags, params: ofInvitation, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await clubInvitations.withdraw(viewerOf(request), request.params.id))
    },
  )
  app.post(
    '/clubs/invitations/:id/accept',
    { schema: { tags, params: ofInvitation, response: { 201: Club } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await clubInvitations.accept(viewerOf(request), request.params.id))
    },
  )
  app.post(
    '/clubs/invitations/:id/decline',
    { schema: { tags, params: ofInvitation, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await clubInvitations.decline(viewerOf(request), request.params.id))
    },
  )
}

/** The host lets people in who are in one room with him. */
export const joinCodeRoutes: FastifyPluginAsyncZod<{
  joinCodes: JoinCodesService
  rates: RateLimits
}> = async (app, { joinCodes, rates }) => {
  app.get('/clubs/:id/code', { schema: { tags, params, response: { 200: JoinCodeNow } } }, (request) =>
    joinCodes.read(viewerOf(request), request.params.id),
  )
  app.post(
    '/clubs/:id/code',
    { config: { creates: true }, schema: { tags, params, body: MakeJoinCode, response: { 201: JoinCode } } },
    async (request, reply) => {
      const { body, claim } = request
      reply.code(201)
      return reply.wrote(await joinCodes.make(viewerOf(request), request.params.id, body, claim))
    },
  )
  app.delete(
    '/clubs/:id/code',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await joinCodes.revoke(viewerOf(request), request.params.id))
    },
  )
  app.get(
    '/clubs/by-code/:code',
    { schema: { tags, params: byCode, response: { 200: JoinPage } } },
    async (request) => {
      const viewer = viewerOf(request)
      await rates.count('linkPerAddress', request.ip)
      await rates.count('joinCodePerPerson', viewer.id)
      return joinCodes.look(viewer, request.params.code)
    },
  )
  app.post(
    '/clubs/by-code/:code/join',
    { config: { creates: true }, schema: { tags, params: byCode, response: { 201: Club } } },
    async (request, reply) => {
      const viewer = viewerOf(request)
      await rates.count('linkPerAddress', request.ip)
      await rates.count('joinCodePerPerson', viewer.id)
      reply.code(201)
      return reply.wrote(await joinCodes.join(viewer, request.params.code, request.claim))
    },
  )
}
