import { AnswerOutcomeQuestion, OutcomeQuestions, PostId } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { QuestionService } from './questions-service.ts'

const Nothing = z.undefined()
const tags = ['outcome questions']
const params = z.object({ id: PostId })

export const questionRoutes: FastifyPluginAsyncZod<{ questions: QuestionService }> = async (
  app,
  { questions },
) => {
  app.get('/me/outcome-questions', { schema: { tags, response: { 200: OutcomeQuestions } } }, (request) =>
    questions.list(viewerOf(request)),
  )
  app.post(
    '/recommendations/:id/outcome-question',
    { schema: { tags, params, body: AnswerOutcomeQuestion, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await questions.answer(viewerOf(request), request.params.id, request.body))
    },
  )
  app.post(
    '/recommendations/:id/contact-opened',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await questions.openContact(viewerOf(request), request.params.id))
    },
  )
}
