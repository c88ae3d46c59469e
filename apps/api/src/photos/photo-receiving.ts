import { type FastifyMultipartOptions, type MultipartFile } from '@fastify/multipart'
import { LIMITS } from '@kith/contract'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../http/refusals.ts'

/** What a route that takes a photo registers: one file, and before it one field of words. */
export const ONE_PHOTO: FastifyMultipartOptions = {
  limits: { fileSize: LIMITS.photoBytes, files: 1, fields: 1, fieldSize: 8_000, parts: 2, headerPairs: 20 },
}

/** A photo as it was sent, with its words; null where there were none. */
export interface SentPhoto {
  readonly bytes: Buffer
  readonly words: string | null
}

const Sent = z.object({ words: z.object({ value: z.string() }).optional() })

/** Reads the photo of a request, and its words if `words` takes them. Whatever cannot be read is the sender's doing. */
export async function receivePhoto(request: FastifyRequest, words: z.ZodType<string>): Promise<SentPhoto> {
  if (!request.isMultipart()) throw new AppError('unsupported_media_type')
  const file = await request.file().catch(refuse)
  if (!file) throw new AppError('photo_unreadable')
  const bytes = await file.toBuffer().catch(refuse)
  return { bytes, words: wordsOf(file, words) }
}

function refuse(cause: unknown): never {
  const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'FST_REQ_FILE_TOO_LARGE'
  throw new AppError(isTooLarge ? 'photo_too_large' : 'photo_unreadable', { cause })
}

function wordsOf({ fields }: MultipartFile, schema: z.ZodType<string>): string | null {
  const said = Sent.safeParse(fields).data?.words?.value.trim()
  if (said === undefined || said === '') return null
  const words = schema.safeParse(said)
  if (words.success) return words.data
  throw new AppError('invalid_input', {
    fields: [{ path: 'words', message: 'cannot be shown, or too long' }],
  })
}
