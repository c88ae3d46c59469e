import multipart from '@fastify/multipart'
import { PhotoSize, PhotoWords, PostId, ReadRecommendation } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import { ONE_PHOTO, receivePhoto } from '../photos/photo-receiving.ts'
import type { PhotoService } from './photo-service.ts'

const tags = ['recommendations']
const params = z.object({ id: PostId })
// The version makes another address of another photo; what is answered is always the one of today.
const PhotoQuery = z.strictObject({ size: PhotoSize, version: z.uuid().optional() })

/** The photo of a recommendation. */
export const photoRoutes: FastifyPluginAsyncZod<{ photos: PhotoService }> = async (app, { photos }) => {
  await app.register(multipart, ONE_PHOTO)
  app.get(
    '/recommendations/:id/photo',
    { schema: { tags, params, querystring: PhotoQuery } },
    async (request, reply) => {
      const bytes = await photos.read(viewerOf(request), request.params.id, request.query.size)
      return reply.type('image/webp').send(bytes)
    },
  )
  app.put(
    '/recommendations/:id/photo',
    {
      schema: { tags, params, consumes: ['multipart/form-data'], response: { 200: ReadRecommendation } },
    },
    async (request, reply) =>
      reply.wrote(
        await photos.put(viewerOf(request), request.params.id, () =>
          receivePhoto(request, PhotoWords.unwrap()),
        ),
      ),
  )
  app.delete(
    '/recommendations/:id/photo',
    { schema: { tags, params, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await photos.remove(viewerOf(request), request.params.id))
    },
  )
}
