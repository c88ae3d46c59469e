import {
  AddPasskey,
  BeginPasskey,
  Passkey,
  PasskeyCreation,
  PasskeyId,
  PasskeyRequest,
  PasskeySignIn,
  Passkeys,
  RenamePasskey,
  SignedIn,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import { callerOf, enter } from './entering.ts'
import type { PasskeysService } from './passkeys-service.ts'

const tags = ['sessions']
const config = { access: 'anyone' } as const
const params = z.object({ id: PasskeyId })

export const passkeyRoutes: FastifyPluginAsyncZod<{ passkeys: PasskeysService }> = async (
  app,
  { passkeys },
) => {
  app.get('/auth/passkeys', { schema: { tags, response: { 200: Passkeys } } }, (request) =>
    passkeys.list(viewerOf(request)),
  )
  app.post(
    '/auth/passkeys/begin',
    { schema: { tags, body: BeginPasskey, response: { 200: PasskeyCreation } } },
    (request) => passkeys.begin(viewerOf(request), request.body, callerOf(request)),
  )
  app.post(
    '/auth/passkeys',
    { schema: { tags, body: AddPasskey, response: { 201: Passkey } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await passkeys.add(viewerOf(request), request.body, callerOf(request)))
    },
  )
  app.patch(
    '/auth/passkeys/:id',
    { schema: { tags, params, body: RenamePasskey, response: { 200: Passkey } } },
    async (request, reply) =>
      reply.wrote(await passkeys.rename(viewerOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/auth/passkeys/:id',
    { schema: { tags, params, response: { 204: z.undefined() } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await passkeys.remove(viewerOf(request), request.params.id))
    },
  )
}

export const passkeySignInRoutes: FastifyPluginAsyncZod<{ passkeys: PasskeysService }> = async (
  app,
  { passkeys },
) => {
  app.post(
    '/auth/passkey-sign-in/begin',
    { config, schema: { tags, response: { 200: PasskeyRequest } } },
    (request) => passkeys.beginSignIn(callerOf(request)),
  )
  app.post(
    '/auth/passkey-sign-in',
    { config, schema: { tags, body: PasskeySignIn, response: { 200: SignedIn } } },
    async (request, reply) => enter(reply, 200, await passkeys.signIn(request.body, callerOf(request))),
  )
}
