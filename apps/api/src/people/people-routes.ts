import { ChangeMe, Handle, Me, PersonPage } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { PeopleService } from './people-service.ts'

const tags = ['people']

export const peopleRoutes: FastifyPluginAsyncZod<{ people: PeopleService }> = async (app, { people }) => {
  app.get(
    '/me',
    { config: { access: 'anyone' }, schema: { tags, response: { 200: Me, 204: z.undefined() } } },
    async (request, reply) => {
      if (request.viewer !== undefined) return people.me(request.viewer)
      reply.code(204)
    },
  )
  app.patch('/me', { schema: { tags, body: ChangeMe, response: { 200: Me } } }, async (request, reply) =>
    reply.wrote(await people.changeMe(viewerOf(request), request.body)),
  )
  app.get(
    '/people/:handle',
    { schema: { tags, params: z.object({ handle: Handle }), response: { 200: PersonPage } } },
    (request) => people.page(viewerOf(request), request.params.handle),
  )
}
