import { Comment, CommentId, Comments, MakeComment, PostId } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { CommentService } from './comments-service.ts'

const tags = ['comments']
const ofPost = z.object({ id: PostId })

export const commentRoutes: FastifyPluginAsyncZod<{ comments: CommentService }> = async (
  app,
  { comments },
) => {
  app.get(
    '/recommendations/:id/comments',
    {
      schema: {
        tags,
        params: ofPost,
        querystring: z.strictObject({ cursor: z.string().max(600).optional() }),
        response: { 200: Comments },
      },
    },
    (request) => comments.list(viewerOf(request), request.params.id, request.query.cursor),
  )
  app.post(
    '/recommendations/:id/comments',
    {
      config: { creates: true },
      schema: { tags, params: ofPost, body: MakeComment, response: { 201: Comment } },
    },
    async (request, reply) => {
      reply.code(201)
      const { params, body, claim } = request
      return reply.wrote(await comments.make(viewerOf(request), params.id, body, claim))
    },
  )
  app.delete(
    '/comments/:id',
    { schema: { tags, params: z.object({ id: CommentId }), response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await comments.remove(viewerOf(request), request.params.id))
    },
  )
}
