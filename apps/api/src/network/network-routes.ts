import { NetworkPicture } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { viewerOf } from '../http/context.ts'
import type { NetworkService } from './network-service.ts'

export const networkRoutes: FastifyPluginAsyncZod<{ network: NetworkService }> = async (app, { network }) => {
  app.get('/network', { schema: { tags: ['network'], response: { 200: NetworkPicture } } }, (request) =>
    network.read(viewerOf(request)),
  )
}
