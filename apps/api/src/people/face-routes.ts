import multipart from '@fastify/multipart'
import { FaceQuery, Handle, Me } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import { ONE_PHOTO, receivePhoto } from '../photos/photo-receiving.ts'
import type { FaceService } from './face-service.ts'

const tags = ['people']

/** My own photo, and those of people whom I may see by name. */
export const faceRoutes: FastifyPluginAsyncZod<{ faces: FaceService }> = async (app, { faces }) => {
  await app.register(multipart, ONE_PHOTO)
  app.get(
    '/people/:handle/photo',
    { schema: { tags, params: z.object({ handle: Handle }), querystring: FaceQuery } },
    async (request, reply) => {
      const bytes = await faces.read(viewerOf(request), request.params.handle, request.query)
      return reply.type('image/webp').send(bytes)
    },
  )
  app.put(
    '/me/photo',
    { schema: { tags, consumes: ['multipart/form-data'], response: { 200: Me } } },
    async (request, reply) =>
      reply.wrote(
        await faces.put(viewerOf(request), async () => (await receivePhoto(request, z.never())).bytes),
      ),
  )
  app.delete('/me/photo', { schema: { tags, response: { 204: z.undefined() } } }, async (request, reply) => {
    reply.code(204)
    return reply.wrote(await faces.remove(viewerOf(request)))
  })
}
