import { LinkPreview, PreviewLink } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { viewerOf } from '../http/context.ts'
import type { LinkService } from './links-service.ts'

export const linkRoutes: FastifyPluginAsyncZod<{ links: LinkService }> = async (app, { links }) => {
  app.post(
    '/link-preview',
    { schema: { tags: ['links'], body: PreviewLink, response: { 200: LinkPreview } } },
    (request) => links.preview(viewerOf(request), request.body.url),
  )
}
