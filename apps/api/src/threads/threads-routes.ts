import multipart from '@fastify/multipart'
import {
  Message,
  MessageId,
  MessageText,
  OpenedThread,
  PhotoSize,
  ReadThread,
  ThreadId,
  ThreadPage,
  Threads,
  TieId,
  WriteMessage,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import { ONE_PHOTO, receivePhoto } from '../photos/photo-receiving.ts'
import type { MessageService } from './messages-service.ts'
import type { ThreadService } from './threads-service.ts'

const tags = ['threads']
const Nothing = z.undefined()
const ofThread = z.object({ id: ThreadId })
const ofMessage = z.object({ id: MessageId })
const ListQuery = z.strictObject({ cursor: z.string().max(600).optional() })

export const threadRoutes: FastifyPluginAsyncZod<{ threads: ThreadService }> = async (app, { threads }) => {
  app.get('/threads', { schema: { tags, querystring: ListQuery, response: { 200: Threads } } }, (request) =>
    threads.list(viewerOf(request), request.query.cursor),
  )
  app.post(
    '/ties/:id/thread',
    { schema: { tags, params: z.object({ id: TieId }), response: { 200: OpenedThread } } },
    async (request, reply) => reply.wrote(await threads.open(viewerOf(request), request.params.id)),
  )
  app.get(
    '/threads/:id',
    { schema: { tags, params: ofThread, querystring: ListQuery, response: { 200: ThreadPage } } },
    (request) => threads.read(viewerOf(request), request.params.id, request.query.cursor),
  )
  app.post(
    '/threads/:id/read',
    { schema: { tags, params: ofThread, body: ReadThread, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await threads.see(viewerOf(request), request.params.id, request.body.message))
    },
  )
  app.delete(
    '/threads/:id',
    { schema: { tags, params: ofThread, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await threads.leave(viewerOf(request), request.params.id))
    },
  )
}

export const messageRoutes: FastifyPluginAsyncZod<{ messages: MessageService }> = async (
  app,
  { messages },
) => {
  await app.register(multipart, ONE_PHOTO)
  app.post(
    '/threads/:id/messages',
    {
      config: { creates: true },
      schema: { tags, params: ofThread, body: WriteMessage, response: { 201: Message } },
    },
    async (request, reply) => {
      reply.code(201)
      const { params, body, claim } = request
      return reply.wrote(await messages.write(viewerOf(request), params.id, body.text, claim))
    },
  )
  app.post(
    '/threads/:id/photos',
    {
      config: { creates: true },
      schema: { tags, params: ofThread, consumes: ['multipart/form-data'], response: { 201: Message } },
    },
    async (request, reply) => {
      reply.code(201)
      const receive = () => receivePhoto(request, MessageText)
      const { params, claim } = request
      return reply.wrote(await messages.writePhoto(viewerOf(request), params.id, receive, claim))
    },
  )
  app.get(
    '/messages/:id/photo',
    { schema: { tags, params: ofMessage, querystring: z.strictObject({ size: PhotoSize }) } },
    async (request, reply) => {
      const bytes = await messages.readPhoto(viewerOf(request), request.params.id, request.query.size)
      return reply.type('image/webp').send(bytes)
    },
  )
  app.delete(
    '/messages/:id',
    { schema: { tags, params: ofMessage, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await messages.remove(viewerOf(request), request.params.id))
    },
  )
}
