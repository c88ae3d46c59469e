import {
  BringImport,
  BroughtImport,
  ImportSource,
  Imports,
  LookAtImport,
  LookedAtImport,
  TakenBackImport,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { ImportService } from './imports-service.ts'

const tags = ['imports']

export const importRoutes: FastifyPluginAsyncZod<{ imports: ImportService }> = async (app, { imports }) => {
  app.get('/imports', { schema: { tags, response: { 200: Imports } } }, (request) =>
    imports.list(viewerOf(request)),
  )
  app.post(
    '/imports/look',
    { schema: { tags, body: LookAtImport, response: { 200: LookedAtImport } } },
    (request) => imports.look(viewerOf(request), request.body),
  )
  app.post(
    '/imports',
    { schema: { tags, body: BringImport, response: { 200: BroughtImport } } },
    async (request, reply) => reply.wrote(await imports.bring(viewerOf(request), request.body)),
  )
  app.delete(
    '/imports/:source',
    { schema: { tags, params: z.object({ source: ImportSource }), response: { 200: TakenBackImport } } },
    async (request, reply) => reply.wrote(await imports.takeBack(viewerOf(request), request.params.source)),
  )
}
