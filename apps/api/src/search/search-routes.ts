import { SearchPage, SearchQuery } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { viewerOf } from '../http/context.ts'
import type { SearchService } from './search-service.ts'

export const searchRoutes: FastifyPluginAsyncZod<{ search: SearchService }> = async (app, { search }) => {
  app.get(
    '/search',
    { schema: { tags: ['search'], querystring: SearchQuery, response: { 200: SearchPage } } },
    (request) => search.read(viewerOf(request), request.query),
  )
}
