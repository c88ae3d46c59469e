import { AnswerLikeness, Likeness, PostId, SubjectId } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { LikenessService } from './likeness-service.ts'

const Nothing = z.undefined()
const tags = ['recommendations']
const params = z.object({ id: PostId })
const subjectParams = params.extend({ subject: SubjectId })

export const likenessRoutes: FastifyPluginAsyncZod<{ likeness: LikenessService }> = async (
  app,
  { likeness },
) => {
  app.get(
    '/recommendations/:id/likeness',
    { schema: { tags, params, response: { 200: Likeness } } },
    (request) => likeness.read(viewerOf(request), request.params.id),
  )
  app.put(
    '/recommendations/:id/likeness/:subject',
    { schema: { tags, params: subjectParams, body: AnswerLikeness, response: { 204: Nothing } } },
    async (request, reply) => {
      const { id, subject } = request.params
      const answer = { subject, same: request.body.same }
      reply.code(204)
      return reply.wrote(await likeness.answer(viewerOf(request), id, answer))
    },
  )
  app.delete(
    '/recommendations/:id/likeness/:subject',
    { schema: { tags, params: subjectParams, response: { 204: Nothing } } },
    async (request, reply) => {
      const { id, subject } = request.params
      reply.code(204)
      return reply.wrote(await likeness.takeBack(viewerOf(request), id, subject))
    },
  )
}
