import {
  AddressTo,
  AnswerCandidacy,
  AudienceHistory,
  AudiencePreview,
  ChangeRecommendation,
  History,
  MakeRecommendation,
  OwnRecommendations,
  PersonId,
  PostId,
  PreviewAudience,
  ReadRecommendation,
  Why,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { AddressingService } from './addressing.ts'
import type { CandidacyService } from './candidacy-service.ts'
import type { RecommendationReading } from './recommendation-reading.ts'
import type { RecommendationService } from './recommendation-service.ts'

const Nothing = z.undefined()
const tags = ['recommendations']
const params = z.object({ id: PostId })
const MineQuery = z.strictObject({
  cursor: z.string().max(600).optional(),
  notebook: z.enum(['true', 'false']).default('false'),
})

/** What authors do with their own. */
export const ownRecommendationRoutes: FastifyPluginAsyncZod<{
  recommendations: RecommendationService
  reading: RecommendationReading
}> = async (app, { recommendations, reading }) => {
  app.post(
    '/recommendations',
    {
      config: { creates: true },
      schema: { tags, body: MakeRecommendation, response: { 201: ReadRecommendation } },
    },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await recommendations.make(viewerOf(request), request.body, request.claim))
    },
  )
  app.get(
    '/recommendations',
    { schema: { tags, querystring: MineQuery, response: { 200: OwnRecommendations } } },
    (request) =>
      reading.listMine(viewerOf(request), {
        cursor: request.query.cursor,
        notebook: request.query.notebook === 'true',
      }),
  )
  app.get(
    '/recommendations/waiting',
    { schema: { tags, response: { 200: OwnRecommendations } } },
    (request) => reading.waiting(viewerOf(request)),
  )
  app.patch(
    '/recommendations/:id',
    { schema: { tags, params, body: ChangeRecommendation, response: { 200: ReadRecommendation } } },
    async (request, reply) =>
      reply.wrote(await recommendations.change(viewerOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/recommendations/:id',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await recommendations.remove(viewerOf(request), request.params.id))
    },
  )
  app.get(
    '/recommendations/:id/audience',
    { schema: { tags, params, response: { 200: AudiencePreview } } },
    (request) => reading.audience(viewerOf(request), request.params.id),
  )
  app.get(
    '/recommendations/:id/audience/history',
    { schema: { tags, params, response: { 200: AudienceHistory } } },
    (request) => reading.audienceHistory(viewerOf(request), request.params.id),
  )
  app.post(
    '/audience/preview',
    { schema: { tags, body: PreviewAudience, response: { 200: AudiencePreview } } },
    (request) => reading.preview(viewerOf(request), request.body),
  )
}

/** What whoever may see a recommendation reads of it. */
export const recommendationRoutes: FastifyPluginAsyncZod<{ reading: RecommendationReading }> = async (
  app,
  { reading },
) => {
  app.get(
    '/recommendations/:id',
    { schema: { tags, params, response: { 200: ReadRecommendation } } },
    (request) => reading.read(viewerOf(request), request.params.id),
  )
  app.get(
    '/recommendations/:id/history',
    { schema: { tags, params, response: { 200: History } } },
    (request) => reading.history(viewerOf(request), request.params.id),
  )
  app.get('/recommendations/:id/why', { schema: { tags, params, response: { 200: Why } } }, (request) =>
    reading.why(viewerOf(request), request.params.id),
  )
}

/** Showing a post of one's own to one tie. */
export const addressingRoutes: FastifyPluginAsyncZod<{ addressing: AddressingService }> = async (
  app,
  { addressing },
) => {
  app.post(
    '/recommendations/:id/address',
    { schema: { tags, params, body: AddressTo, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await addressing.address(viewerOf(request), request.params.id, request.body.to))
    },
  )
  app.delete(
    '/recommendations/:id/address/:person',
    { schema: { tags, params: params.extend({ person: PersonId }), response: { 204: Nothing } } },
    async (request, reply) => {
      const { id, person } = request.params
      reply.code(204)
      return reply.wrote(await addressing.withdraw(viewerOf(request), id, person))
    },
  )
}

/** The word of whoever is put forward for a job. */
export const candidacyRoutes: FastifyPluginAsyncZod<{ candidacies: CandidacyService }> = async (
  app,
  { candidacies },
) => {
  app.put(
    '/recommendations/:id/candidacy',
    { schema: { tags, params, body: AnswerCandidacy, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await candidacies.answer(viewerOf(request), request.params.id, request.body))
    },
  )
}
