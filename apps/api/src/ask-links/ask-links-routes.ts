import {
  AskByLink,
  AskLink,
  ClaimedAnswer,
  ClaimGuestAnswer,
  GiveGuestAnswer,
  GuestAnswerId,
  GuestAnswers,
  GuestClaim,
  LinkSecret,
  OwnAskLink,
  PostId,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { AskLinkService } from './ask-links-service.ts'
import type { GuestAnswerService } from './guest-answers-service.ts'

const Nothing = z.undefined()
const tags = ['asks']
const params = z.object({ id: PostId })
const answerParams = z.object({ id: PostId, answer: GuestAnswerId })
const byLink = z.object({ secret: LinkSecret })

/** What the bearer of a link asks, with or without an account. */
export const byAskLinkRoutes: FastifyPluginAsyncZod<{
  askLinks: AskLinkService
  rates: RateLimits
}> = async (app, { askLinks, rates }) => {
  app.get(
    '/ask-links/:secret',
    { config: { access: 'anyone' }, schema: { tags, params: byLink, response: { 200: AskByLink } } },
    async (request) => {
      await rates.count('linkPerAddress', request.ip)
      return askLinks.look(request.viewer, request.params.secret)
    },
  )
  app.post(
    '/ask-links/:secret/answers',
    {
      config: { access: 'anyone' },
      schema: { tags, params: byLink, body: GiveGuestAnswer, response: { 201: GuestClaim } },
    },
    async (request, reply) => {
      await rates.count('guestAnswerPerAddress', request.ip)
      reply.code(201)
      return reply.wrote(await askLinks.answer(request.params.secret, request.body))
    },
  )
}

/** What whoever asks does with the link of his ask, and with what came by it. */
export const askLinkRoutes: FastifyPluginAsyncZod<{
  askLinks: AskLinkService
  guestAnswers: GuestAnswerService
  rates: RateLimits
}> = async (app, { askLinks, guestAnswers, rates }) => {
  app.get('/asks/:id/link', { schema: { tags, params, response: { 200: OwnAskLink } } }, (request) =>
    askLinks.show(viewerOf(request), request.params.id),
  )
  app.post(
    '/asks/:id/link',
    { config: { creates: true }, schema: { tags, params, response: { 201: AskLink } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await askLinks.make(viewerOf(request), request.params.id, request.claim))
    },
  )
  app.delete(
    '/asks/:id/link',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await askLinks.revoke(viewerOf(request), request.params.id))
    },
  )
  app.get(
    '/asks/:id/guest-answers',
    { schema: { tags, params, response: { 200: GuestAnswers } } },
    (request) => guestAnswers.list(viewerOf(request), request.params.id),
  )
  app.delete(
    '/asks/:id/guest-answers/:answer',
    { schema: { tags, params: answerParams, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      const { id, answer } = request.params
      return reply.wrote(await guestAnswers.remove(viewerOf(request), id, answer))
    },
  )
  app.post(
    '/guest-answers/claims',
    {
      config: { creates: true },
      schema: { tags, body: ClaimGuestAnswer, response: { 201: ClaimedAnswer } },
    },
    async (request, reply) => {
      await rates.count('linkPerAddress', request.ip)
      reply.code(201)
      return reply.wrote(await guestAnswers.claim(viewerOf(request), request.body.claim, request.claim))
    },
  )
}
