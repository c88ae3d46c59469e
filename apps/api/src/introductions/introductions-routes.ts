import {
  AnswerIntroduction,
  AskedIntroduction,
  AskIntroduction,
  BringTogether,
  BrokeredIntroduction,
  IntroductionHints,
  IntroductionId,
  Introductions,
  OfferIntroduction,
  SubjectKind,
  TieRequest,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { IntroductionService } from './introductions-service.ts'

const tags = ['introductions']
const Nothing = z.undefined()
const params = z.object({ id: IntroductionId })

export const introductionRoutes: FastifyPluginAsyncZod<{ introductions: IntroductionService }> = async (
  app,
  { introductions },
) => {
  app.get('/introductions', { schema: { tags, response: { 200: Introductions } } }, (request) =>
    introductions.list(viewerOf(request)),
  )
  app.get('/introductions/hints', { schema: { tags, response: { 200: IntroductionHints } } }, (request) =>
    introductions.hints(viewerOf(request)),
  )
  app.post(
    '/introductions',
    {
      config: { creates: true },
      schema: { tags, body: AskIntroduction, response: { 201: AskedIntroduction } },
    },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await introductions.ask(viewerOf(request), request.body, request.claim))
    },
  )
  app.post(
    '/introductions/brought',
    {
      config: { creates: true },
      schema: { tags, body: BringTogether, response: { 201: BrokeredIntroduction } },
    },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await introductions.bring(viewerOf(request), request.body, request.claim))
    },
  )
  app.post(
    '/introductions/:id/offer',
    { schema: { tags, params, body: OfferIntroduction, response: { 200: BrokeredIntroduction } } },
    async (request, reply) =>
      reply.wrote(await introductions.offer(viewerOf(request), request.params.id, request.body)),
  )
  app.put(
    '/introductions/:id/answer',
    { schema: { tags, params, body: AnswerIntroduction, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await introductions.answer(viewerOf(request), request.params.id, request.body))
    },
  )
  app.delete(
    '/introductions/:id',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await introductions.remove(viewerOf(request), request.params.id))
    },
  )
  app.post(
    '/introductions/:id/tie-request',
    { config: { creates: true }, schema: { tags, params, response: { 201: TieRequest } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await introductions.offerTie(viewerOf(request), request.params.id, request.claim))
    },
  )
  app.delete(
    '/introductions/never/:kind',
    { schema: { tags, params: z.object({ kind: SubjectKind }), response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await introductions.takeNeverBack(viewerOf(request), request.params.kind))
    },
  )
}
