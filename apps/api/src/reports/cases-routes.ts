import {
  CaseContent,
  Decide,
  FoundForObjection,
  OpenCase,
  OpenedCase,
  OperatorCases,
  ReportId,
  SearchForObjection,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Db } from '../database/client.ts'
import { viewerOf } from '../http/context.ts'
import { installOperatorGate } from '../http/operators.ts'
import type { CaseService } from './cases-service.ts'

const tags = ['operator']
const params = z.object({ id: ReportId })

export const caseRoutes: FastifyPluginAsyncZod<{ cases: CaseService; db: Db }> = async (
  app,
  { cases, db },
) => {
  installOperatorGate(app, db)
  app.get('/operator/cases', { schema: { tags, response: { 200: OperatorCases } } }, (request) =>
    cases.list(viewerOf(request)),
  )
  app.post(
    '/operator/cases/:id/looks',
    { schema: { tags, params, body: OpenCase, response: { 201: OpenedCase } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await cases.open(viewerOf(request), request.params.id, request.body.why))
    },
  )
  app.get(
    '/operator/cases/:id/content',
    { schema: { tags, params, response: { 200: CaseContent } } },
    (request) => cases.read(viewerOf(request), request.params.id),
  )
  app.get('/operator/cases/:id/photo', { schema: { tags, params } }, async (request, reply) => {
    const bytes = await cases.readPhoto(viewerOf(request), request.params.id)
    return reply.type('image/webp').send(bytes)
  })
  app.post(
    '/operator/cases/:id/search',
    { schema: { tags, params, body: SearchForObjection, response: { 200: FoundForObjection } } },
    async (request, reply) =>
      reply.wrote(await cases.search(viewerOf(request), request.params.id, request.body)),
  )
  app.post(
    '/operator/cases/:id/decision',
    { schema: { tags, params, body: Decide, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await cases.decide(viewerOf(request), request.params.id, request.body))
    },
  )
}
