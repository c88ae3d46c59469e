import { FeedPage, FeedQuery } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { viewerOf } from '../http/context.ts'
import type { FeedService } from './feed-service.ts'

export const feedRoutes: FastifyPluginAsyncZod<{ feed: FeedService }> = async (app, { feed }) => {
  app.get(
    '/feed',
    { schema: { tags: ['feed'], querystring: FeedQuery, response: { 200: FeedPage } } },
    (request) => feed.read(viewerOf(request), request.query),
  )
}
