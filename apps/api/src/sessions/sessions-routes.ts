import {
  ChangePassword,
  Entry,
  LookAround,
  MailSent,
  RequestReset,
  ResetPassword,
  SessionId,
  Sessions,
  SignedIn,
  SignIn,
  SignUp,
} from '@kith/contract'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import { callerOf, enter } from './entering.ts'
import type { SessionsService } from './sessions-service.ts'
import type { Entered } from './sign-up.ts'

const config = { access: 'anyone' } as const
const Nothing = z.undefined()
const tags = ['sessions']

interface SessionRouteOptions {
  readonly sessions: SessionsService
  /** The name of the session's cookie, to take it away again. */
  readonly cookieName: string
}

export const entryRoutes: FastifyPluginAsyncZod<SessionRouteOptions> = async (
  app,
  { sessions, cookieName },
) => {
  app.get('/entry', { config, schema: { tags, response: { 200: Entry } } }, () => sessions.entry())
  app.post(
    '/auth/sign-up',
    { config, schema: { tags, body: SignUp, response: { 201: SignedIn, 202: MailSent } } },
    async (request, reply) =>
      enterOrWait(reply, 201, reply.wrote(await sessions.signUp(request.body, callerOf(request)))),
  )
  app.post(
    '/auth/sign-in',
    { config, schema: { tags, body: SignIn, response: { 200: SignedIn, 202: MailSent } } },
    async (request, reply) => enterOrWait(reply, 200, await sessions.signIn(request.body, callerOf(request))),
  )
  app.post(
    '/auth/look-around',
    { config, schema: { tags, body: LookAround, response: { 200: SignedIn } } },
    async (request, reply) => enter(reply, 200, await sessions.lookAround(request.body, callerOf(request))),
  )
  app.post(
    '/auth/sign-out',
    { config, schema: { tags, response: { 204: Nothing } } },
    async (request, reply) => {
      if (request.viewer) await sessions.signOut(request.viewer)
      return reply.clearCookie(cookieName, { path: '/' }).code(204).send()
    },
  )
}

export const resetRoutes: FastifyPluginAsyncZod<SessionRouteOptions> = async (app, { sessions }) => {
  app.post(
    '/auth/reset-request',
    { config, schema: { tags, body: RequestReset, response: { 204: Nothing } } },
    async (request, reply) => {
      await sessions.requestReset(request.body, callerOf(request))
      return reply.code(204).send()
    },
  )
  app.post(
    '/auth/reset',
    { config, schema: { tags, body: ResetPassword, response: { 204: Nothing } } },
    async (request, reply) => {
      await sessions.reset(request.body, callerOf(request))
      return reply.code(204).send()
    },
  )
  app.get(
    '/auth/verify',
    { config, schema: { tags, querystring: z.object({ token: z.string().max(2_000) }) } },
    async (request, reply) => {
      const cookies = await sessions.verify(request.query.token)
      return reply.header('set-cookie', [...cookies]).redirect('/')
    },
  )
}

export const sessionRoutes: FastifyPluginAsyncZod<SessionRouteOptions> = async (
  app,
  { sessions, cookieName },
) => {
  app.get('/auth/sessions', { schema: { tags, response: { 200: Sessions } } }, (request) =>
    sessions.list(viewerOf(request)),
  )
  app.delete(
    '/auth/sessions/:id',
    { schema: { tags, params: z.object({ id: SessionId }), response: { 204: Nothing } } },
    async (request, reply) => {
      await sessions.end(viewerOf(request), request.params.id)
      return reply.code(204).send()
    },
  )
  app.put(
    '/auth/password',
    { schema: { tags, body: ChangePassword, response: { 204: Nothing } } },
    async (request, reply) => {
      await sessions.changePassword(viewerOf(request), request.body)
      return reply.code(204).send()
    },
  )
  app.delete('/auth/sessions', { schema: { tags, response: { 204: Nothing } } }, async (request, reply) => {
    await sessions.endAll(viewerOf(request))
    return reply.clearCookie(cookieName, { path: '/' }).code(204).send()
  })
}

function enterOrWait(reply: FastifyReply, status: 200 | 201, entered: Entered | undefined) {
  return entered ? enter(reply, status, entered) : reply.code(202).send({ mailSent: true })
}
