import { DeviceTelling, Telling, ToldDevice, Unsubscribed } from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { TellingService } from './telling-service.ts'

const tags = ['notifications']
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data']

export const tellingRoutes: FastifyPluginAsyncZod<{ telling: TellingService }> = async (app, { telling }) => {
  app.get('/telling', { schema: { tags, response: { 200: Telling } } }, (request) =>
    telling.read(viewerOf(request)),
  )
  app.put(
    '/telling',
    { schema: { tags, body: Telling, response: { 200: Telling } } },
    async (request, reply) => reply.wrote(await telling.change(viewerOf(request), request.body)),
  )
  app.get('/telling/device', { schema: { tags, response: { 200: DeviceTelling } } }, (request) =>
    telling.readDevice(viewerOf(request)),
  )
  app.put(
    '/telling/device',
    { schema: { tags, body: ToldDevice, response: { 200: DeviceTelling } } },
    async (request, reply) => reply.wrote(await telling.addDevice(viewerOf(request), request.body)),
  )
  app.delete(
    '/telling/device',
    { schema: { tags, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await telling.removeDevice(viewerOf(request)))
    },
  )
}

/** What mail programs call by one click (RFC 8058), and the page that the mail leads to: nobody is signed in there. */
export const unsubscribeRoutes: FastifyPluginAsyncZod<{ telling: TellingService }> = async (
  app,
  { telling },
) => {
  // A mail program sends a form that says what the address says already.
  for (const form of FORMS) {
    app.addContentTypeParser(form, { parseAs: 'string' }, (_request, _body, done) => done(null, undefined))
  }
  const params = z.object({ token: z.string().min(1).max(200) })
  const config = { access: 'anyone' } as const
  app.post(
    '/unsubscribe/:token',
    { config, schema: { tags, params, response: { 200: Unsubscribed } } },
    async (request) => {
      await telling.unsubscribe(request.params.token)
      return { mail: false as const }
    },
  )
  // Looking changes nothing: older mail programs open the address instead, and virus scanners follow it.
  app.get(
    '/unsubscribe/:token',
    { config, schema: { tags, params, response: { 302: z.undefined() } } },
    (request, reply) => reply.redirect(`/unsubscribe/${encodeURIComponent(request.params.token)}`),
  )
}
