import {
  ClosedForMe,
  CloseForMe,
  ForMe,
  Passed,
  PassId,
  PassOn,
  PersonId,
  PostId,
  See,
  SubjectKind,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { ClosedService } from './closed-service.ts'
import type { ForMeService } from './for-me-service.ts'

const Nothing = z.undefined()
const tags = ['for me']

/** Passing on, and what was passed on or addressed to me. */
export const forMeRoutes: FastifyPluginAsyncZod<{ forMe: ForMeService }> = async (app, { forMe }) => {
  app.post(
    '/recommendations/:id/pass',
    { schema: { tags, params: z.object({ id: PostId }), body: PassOn, response: { 201: Passed } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await forMe.pass(viewerOf(request), request.params.id, request.body))
    },
  )
  app.delete(
    '/passes/:id',
    { schema: { tags, params: z.object({ id: PassId }), response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await forMe.takeBack(viewerOf(request), request.params.id))
    },
  )
  app.get(
    '/for-me',
    {
      schema: {
        tags,
        querystring: z.strictObject({ cursor: z.string().max(600).optional() }),
        response: { 200: ForMe },
      },
    },
    (request) => forMe.read(viewerOf(request), request.query.cursor),
  )
  app.post(
    '/for-me/seen',
    { schema: { tags, body: See, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await forMe.see(viewerOf(request), new Date(request.body.asOf)))
    },
  )
}

/** What I do not want passed on or addressed to me. */
export const closedRoutes: FastifyPluginAsyncZod<{ closed: ClosedService }> = async (app, { closed }) => {
  app.get('/for-me/closed', { schema: { tags, response: { 200: ClosedForMe } } }, (request) =>
    closed.list(viewerOf(request)),
  )
  app.post(
    '/for-me/closed',
    { schema: { tags, body: CloseForMe, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await closed.close(viewerOf(request), request.body))
    },
  )
  app.delete(
    '/for-me/closed/people/:id',
    { schema: { tags, params: z.object({ id: PersonId }), response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      const wish = { what: 'person', person: request.params.id } as const
      return reply.wrote(await closed.open(viewerOf(request), wish))
    },
  )
  app.delete(
    '/for-me/closed/kinds/:kind',
    { schema: { tags, params: z.object({ kind: SubjectKind }), response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      const wish = { what: 'kind', kind: request.params.kind } as const
      return reply.wrote(await closed.open(viewerOf(request), wish))
    },
  )
}
