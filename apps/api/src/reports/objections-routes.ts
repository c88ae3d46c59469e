import { LinkSecret, MakeAppeal, MakeObjection, ObjectionState } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RateLimits } from '../http/rate-limits.ts'
import type { ObjectionService } from './objections-service.ts'

const tags = ['objections']
const params = z.object({ secret: LinkSecret })
const Nothing = z.undefined()

/** What somebody without an account can do about what may be said of him here. */
export const objectionRoutes: FastifyPluginAsyncZod<{
  objections: ObjectionService
  rates: RateLimits
}> = async (app, { objections, rates }) => {
  app.post(
    '/objections',
    { config: { access: 'anyone' }, schema: { tags, body: MakeObjection, response: { 202: Nothing } } },
    async (request, reply) => {
      await rates.count('objectionPerAddress', request.ip)
      await objections.make(request.body)
      return reply.code(202).send()
    },
  )
  app.get(
    '/objections/:secret',
    { config: { access: 'anyone' }, schema: { tags, params, response: { 200: ObjectionState } } },
    async (request) => {
      await rates.count('linkPerAddress', request.ip)
      return objections.look(request.params.secret)
    },
  )
  app.post(
    '/objections/:secret/confirm',
    { config: { access: 'anyone' }, schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      await rates.count('linkPerAddress', request.ip)
      reply.code(204)
      return reply.wrote(await objections.confirm(request.params.secret))
    },
  )
  app.post(
    '/objections/:secret/appeal',
    {
      config: { access: 'anyone' },
      schema: { tags, params, body: MakeAppeal, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await rates.count('linkPerAddress', request.ip)
      reply.code(204)
      return reply.wrote(await objections.appeal(request.params.secret, request.body.words))
    },
  )
}
