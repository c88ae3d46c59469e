import multipart, { type MultipartFile } from '@fastify/multipart'
import { LIMITS, PhotoSize, PhotoWords, PostId, ReadRecommendation } from '@kith/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import { AppError } from '../http/refusals.ts'
import type { PhotoService, SentPhoto } from './photo-service.ts'

const tags = ['recommendations']
const params = z.object({ id: PostId })
// The version makes another address of another photo; what is answered is always the one of today.
const PhotoQuery = z.strictObject({ size: PhotoSize, version: z.uuid().optional() })
const Sent = z.object({ words: z.object({ value: z.string() }).optional() })

/** The photo of a recommendation. Only here is anything but JSON taken. */
export const photoRoutes: FastifyPluginAsyncZod<{ photos: PhotoService }> = async (app, { photos }) => {
  await app.register(multipart, {
    limits: { fileSize: LIMITS.photoBytes, files: 1, fields: 1, fieldSize: 4_000, parts: 2, headerPairs: 20 },
  })
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
      reply.wrote(await photos.put(viewerOf(request), request.params.id, () => receive(request))),
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

async function receive(request: FastifyRequest): Promise<SentPhoto> {
  if (!request.isMultipart()) throw new AppError('unsupported_media_type')
  const file = await request.file().catch(refuse)
  if (!file) throw new AppError('photo_unreadable')
  const bytes = await file.toBuffer().catch(refuse)
  return { bytes, words: wordsOf(file) }
}

// Whatever the reader of multipart says is the sender's doing.
function refuse(cause: unknown): never {
  const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'FST_REQ_FILE_TOO_LARGE'
  throw new AppError(isTooLarge ? 'photo_too_large' : 'photo_unreadable', { cause })
}

function wordsOf({ fields }: MultipartFile): PhotoWords {
  const said = Sent.safeParse(fields).data?.words?.value.trim()
  if (said === undefined || said === '') return null
  const words = PhotoWords.safeParse(said)
  if (words.success) return words.data
  throw new AppError('invalid_input', {
    fields: [{ path: 'words', message: 'cannot be shown, or too long' }],
  })
}
