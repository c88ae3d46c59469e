import {
  ChangeCircle,
  ChangeMembers,
  Circle,
  CircleId,
  Circles,
  MakeCircle,
  PreviewSorting,
  SortingPreview,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { CirclesService } from './circles-service.ts'

const params = z.object({ id: CircleId })
const tags = ['circles']

export const circleRoutes: FastifyPluginAsyncZod<{ circles: CirclesService }> = async (app, { circles }) => {
  app.get('/circles', { schema: { tags, response: { 200: Circles } } }, (request) =>
    circles.list(viewerOf(request)),
  )
  app.post(
    '/circles',
    { config: { creates: true }, schema: { tags, body: MakeCircle, response: { 201: Circle } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await circles.make(viewerOf(request), request.body, request.claim))
    },
  )
  app.patch(
    '/circles/:id',
    { schema: { tags, params, body: ChangeCircle, response: { 200: Circle } } },
    async (request, reply) =>
      reply.wrote(await circles.change(viewerOf(request), request.params.id, request.body)),
  )
  app.patch(
    '/circles/:id/members',
    { schema: { tags, params, body: ChangeMembers, response: { 200: Circle } } },
    async (request, reply) =>
      reply.wrote(await circles.changeMembers(viewerOf(request), request.params.id, request.body)),
  )
  app.post(
    '/circles/preview',
    { schema: { tags, body: PreviewSorting, response: { 200: SortingPreview } } },
    (request) => circles.preview(viewerOf(request), request.body),
  )
  app.delete(
    '/circles/:id',
    { schema: { tags, params, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await circles.remove(viewerOf(request), request.params.id))
    },
  )
}
