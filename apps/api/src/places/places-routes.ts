import { Place, PlaceNumber, PlaceQuery, Places } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import { orNotFound } from '../http/refusals.ts'
import type { PlacesService } from './places-service.ts'

const tags = ['places']

export const placeRoutes: FastifyPluginAsyncZod<{ places: PlacesService }> = async (app, { places }) => {
  app.get('/places', { schema: { tags, querystring: PlaceQuery, response: { 200: Places } } }, (request) =>
    places.suggest(viewerOf(request), request.query),
  )
  app.get(
    '/places/:id',
    { schema: { tags, params: z.object({ id: PlaceNumber }), response: { 200: Place } } },
    async (request) => orNotFound(await places.read(viewerOf(request), request.params.id)),
  )
}
