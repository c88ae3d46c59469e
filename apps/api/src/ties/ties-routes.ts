import {
  Block,
  Blocks,
  ChangeTie,
  MakeBlock,
  MakeTieRequest,
  PersonId,
  SortTie,
  TieId,
  TieRequest,
  TieRequestId,
  TieRequests,
  Ties,
  TieView,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { BlocksService } from './blocks-service.ts'
import type { TieRequestsService } from './requests-service.ts'
import type { TiesService } from './ties-service.ts'

const Nothing = z.undefined()
const ofTie = z.object({ id: TieId })
const ofRequest = z.object({ id: TieRequestId })

export const tieRoutes: FastifyPluginAsyncZod<{ ties: TiesService }> = async (app, { ties }) => {
  app.get('/ties', { schema: { tags: ['ties'], response: { 200: Ties } } }, (request) =>
    ties.list(viewerOf(request)),
  )
  app.get('/ties/:id', { schema: { tags: ['ties'], params: ofTie, response: { 200: TieView } } }, (request) =>
    ties.read(viewerOf(request), request.params.id),
  )
  app.patch(
    '/ties/:id',
    { schema: { tags: ['ties'], params: ofTie, body: ChangeTie, response: { 200: TieView } } },
    async (request, reply) =>
      reply.wrote(await ties.change(viewerOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/ties/:id',
    { schema: { tags: ['ties'], params: ofTie, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await ties.end(viewerOf(request), request.params.id))
    },
  )
}

export const tieRequestRoutes: FastifyPluginAsyncZod<{ requests: TieRequestsService }> = async (
  app,
  { requests },
) => {
  const tags = ['tie requests']
  app.get('/ties/requests', { schema: { tags, response: { 200: TieRequests } } }, (request) =>
    requests.list(viewerOf(request)),
  )
  app.post(
    '/ties/requests',
    { config: { creates: true }, schema: { tags, body: MakeTieRequest, response: { 201: TieRequest } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await requests.make(viewerOf(request), request.body, request.claim))
    },
  )
  app.post(
    '/ties/requests/:id/accept',
    { schema: { tags, params: ofRequest, body: SortTie, response: { 201: TieView } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await requests.accept(viewerOf(request), request.params.id, request.body))
    },
  )
  app.post(
    '/ties/requests/:id/decline',
    { schema: { tags, params: ofRequest, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await requests.decline(viewerOf(request), request.params.id))
    },
  )
  app.delete(
    '/ties/requests/:id',
    { schema: { tags, params: ofRequest, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await requests.withdraw(viewerOf(request), request.params.id))
    },
  )
}

export const blockRoutes: FastifyPluginAsyncZod<{ blocks: BlocksService }> = async (app, { blocks }) => {
  const tags = ['blocks']
  app.get('/blocks', { schema: { tags, response: { 200: Blocks } } }, (request) =>
    blocks.list(viewerOf(request)),
  )
  app.post(
    '/blocks',
    { schema: { tags, body: MakeBlock, response: { 201: Block } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await blocks.make(viewerOf(request), request.body))
    },
  )
  app.delete(
    '/blocks/:person',
    { schema: { tags, params: z.object({ person: PersonId }), response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await blocks.end(viewerOf(request), request.params.person))
    },
  )
}
