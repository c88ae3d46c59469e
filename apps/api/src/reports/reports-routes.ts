import { CasesOfMine, MakeAppeal, MakeReport, OwnReport, OwnReports, ReportId } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { ReportService } from './reports-service.ts'

const tags = ['reports']

export const reportRoutes: FastifyPluginAsyncZod<{ reports: ReportService }> = async (app, { reports }) => {
  app.post(
    '/reports',
    { config: { creates: true }, schema: { tags, body: MakeReport, response: { 201: OwnReport } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await reports.make(viewerOf(request), request.body, request.claim))
    },
  )
  app.get('/reports', { schema: { tags, response: { 200: OwnReports } } }, (request) =>
    reports.list(viewerOf(request)),
  )
  app.get('/reports/about-me', { schema: { tags, response: { 200: CasesOfMine } } }, (request) =>
    reports.ofMine(viewerOf(request)),
  )
  app.post(
    '/reports/:id/appeal',
    {
      schema: {
        tags,
        params: z.object({ id: ReportId }),
        body: MakeAppeal,
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await reports.appeal(viewerOf(request), request.params.id, request.body.words))
    },
  )
}
