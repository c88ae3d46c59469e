import { Hidden, HiddenKey, HiddenVoices, Hide, PostId } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { HiddenService } from './hidden-service.ts'

const tags = ['hidden voices']

export const hiddenRoutes: FastifyPluginAsyncZod<{ hidden: HiddenService }> = async (app, { hidden }) => {
  app.get('/hidden', { schema: { tags, response: { 200: HiddenVoices } } }, (request) =>
    hidden.list(viewerOf(request)),
  )
  const hiding = { tags, params: z.object({ id: PostId }), body: Hide, response: { 201: Hidden } }
  app.post('/recommendations/:id/hide', { schema: hiding }, async (request, reply) => {
    reply.code(201)
    return reply.wrote(await hidden.hide(viewerOf(request), request.params.id, request.body))
  })
  app.post('/asks/:id/hide', { schema: hiding }, async (request, reply) => {
    reply.code(201)
    return reply.wrote(await hidden.hideAsk(viewerOf(request), request.params.id, request.body))
  })
  app.delete(
    '/hidden/:key',
    { schema: { tags, params: z.object({ key: HiddenKey }), response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await hidden.show(viewerOf(request), request.params.key))
    },
  )
}
