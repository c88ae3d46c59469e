import { Handle, OperatorOverview, Operators } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Db } from '../database/client.ts'
import { viewerOf } from '../http/context.ts'
import { installOperatorGate } from '../http/operators.ts'
import type { OperatorService } from './operators-service.ts'
import type { OverviewService } from './overview-service.ts'

const tags = ['operator']
const params = z.object({ handle: Handle })

export const operatorRoutes: FastifyPluginAsyncZod<{
  overview: OverviewService
  operators: OperatorService
  db: Db
}> = async (app, { overview, operators, db }) => {
  installOperatorGate(app, db)
  app.get('/operator', { schema: { tags, response: { 200: OperatorOverview } } }, () => overview.read())
  app.get('/operator/operators', { schema: { tags, response: { 200: Operators } } }, () => operators.list())
  app.put(
    '/operator/operators/:handle',
    { schema: { tags, params, response: { 200: Operators } } },
    async (request, reply) => reply.wrote(await operators.name(viewerOf(request), request.params.handle)),
  )
  app.delete(
    '/operator/operators/:handle',
    { schema: { tags, params, response: { 200: Operators } } },
    async (request, reply) => reply.wrote(await operators.takeBack(request.params.handle)),
  )
}
