import { SubjectId, SubjectPage, Suggestions, SuggestQuery } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { SubjectsService } from './subjects-service.ts'

const tags = ['subjects']

export const subjectRoutes: FastifyPluginAsyncZod<{ subjects: SubjectsService }> = async (
  app,
  { subjects },
) => {
  app.get(
    '/subjects/suggest',
    { schema: { tags, querystring: SuggestQuery, response: { 200: Suggestions } } },
    (request) => subjects.suggest(viewerOf(request), request.query),
  )
  app.get(
    '/subjects/:id',
    { schema: { tags, params: z.object({ id: SubjectId }), response: { 200: SubjectPage } } },
    (request) => subjects.read(viewerOf(request), request.params.id),
  )
}
