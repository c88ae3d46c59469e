import { Letter, OpenLetter, SeasonKey } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { LetterService } from './letter-service.ts'

const tags = ['letter']
const querystring = z.strictObject({ season: SeasonKey.optional() })

export const letterRoutes: FastifyPluginAsyncZod<{ letter: LetterService }> = async (app, { letter }) => {
  app.get('/letter', { schema: { tags, querystring, response: { 200: Letter } } }, (request) =>
    letter.read(viewerOf(request), request.query.season),
  )
  app.post(
    '/letter/opened',
    { schema: { tags, body: OpenLetter, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await letter.open(viewerOf(request), request.body.season))
    },
  )
}
