import { Readable } from 'node:stream'
import { Export } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { viewerOf } from '../http/context.ts'
import type { ExportService } from './export-service.ts'

const tags = ['export']

export const exportRoutes: FastifyPluginAsyncZod<{ exported: ExportService }> = async (app, { exported }) => {
  app.get('/export', { schema: { tags, response: { 200: Export } } }, (request) =>
    exported.read(viewerOf(request)),
  )
  app.get('/export/archive', { schema: { tags } }, async (request, reply) => {
    const archive = await exported.archive(viewerOf(request))
    return reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="kith.zip"')
      .send(Readable.from(archive))
  })
}
