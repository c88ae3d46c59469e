import {
  ChangeClub,
  ChangeMembership,
  Club,
  ClubId,
  ClubMembers,
  Clubs,
  HandOverClub,
  MakeClub,
  MembersQuery,
  PersonId,
  TieRequest,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { ClubsService } from './clubs-service.ts'
import type { MembersService } from './members-service.ts'

const tags = ['clubs']
const Nothing = z.undefined()
const params = z.object({ id: ClubId })
const ofMember = params.extend({ person: PersonId })

export const clubRoutes: FastifyPluginAsyncZod<{ clubs: ClubsService }> = async (app, { clubs }) => {
  app.get('/clubs', { schema: { tags, response: { 200: Clubs } } }, (request) =>
    clubs.list(viewerOf(request)),
  )
  app.post(
    '/clubs',
    { config: { creates: true }, schema: { tags, body: MakeClub, response: { 201: Club } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await clubs.found(viewerOf(request), request.body, request.claim))
    },
  )
  app.get('/clubs/:id', { schema: { tags, params, response: { 200: Club } } }, (request) =>
    clubs.read(viewerOf(request), request.params.id),
  )
  app.patch(
    '/clubs/:id',
    { schema: { tags, params, body: ChangeClub, response: { 200: Club } } },
    async (request, reply) =>
      reply.wrote(await clubs.change(viewerOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/clubs/:id',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await clubs.close(viewerOf(request), request.params.id))
    },
  )
  app.patch(
    '/clubs/:id/membership',
    { schema: { tags, params, body: ChangeMembership, response: { 200: Club } } },
    async (request, reply) =>
      reply.wrote(await clubs.pause(viewerOf(request), request.params.id, request.body.paused)),
  )
  app.delete(
    '/clubs/:id/membership',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await clubs.leave(viewerOf(request), request.params.id))
    },
  )
}

export const memberRoutes: FastifyPluginAsyncZod<{ members: MembersService }> = async (app, { members }) => {
  app.get(
    '/clubs/:id/members',
    { schema: { tags, params, querystring: MembersQuery, response: { 200: ClubMembers } } },
    (request) => members.list(viewerOf(request), request.params.id, request.query),
  )
  app.delete(
    '/clubs/:id/members/:person',
    { schema: { tags, params: ofMember, response: { 204: Nothing } } },
    async (request, reply) => {
      const { id, person } = request.params
      reply.code(204)
      return reply.wrote(await members.remove(viewerOf(request), id, person))
    },
  )
  app.post(
    '/clubs/:id/members/:person/request',
    { config: { creates: true }, schema: { tags, params: ofMember, response: { 201: TieRequest } } },
    async (request, reply) => {
      const { id, person } = request.params
      reply.code(201)
      return reply.wrote(await members.offerTie(viewerOf(request), id, person, request.claim))
    },
  )
  app.put(
    '/clubs/:id/host',
    { schema: { tags, params, body: HandOverClub, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await members.handOver(viewerOf(request), request.params.id, request.body.person))
    },
  )
}
