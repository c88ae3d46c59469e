import { Notifications, See } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { NotificationService } from './notifications-service.ts'

const tags = ['notifications']

export const notificationRoutes: FastifyPluginAsyncZod<{ notifications: NotificationService }> = async (
  app,
  { notifications },
) => {
  app.get(
    '/notifications',
    {
      schema: {
        tags,
        querystring: z.strictObject({ cursor: z.string().max(600).optional() }),
        response: { 200: Notifications },
      },
    },
    (request) => notifications.read(viewerOf(request), request.query.cursor),
  )
  app.post(
    '/notifications/seen',
    { schema: { tags, body: See, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await notifications.see(viewerOf(request), new Date(request.body.asOf)))
    },
  )
}
