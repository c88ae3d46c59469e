import {
  AnswerableAsks,
  AnswersToMe,
  AskResult,
  ChangeAsk,
  MakeAsk,
  OwnAsks,
  PersonId,
  PostId,
  ReadAsk,
  WhoCouldKnow,
  Why,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Viewer, viewerOf } from '../http/context.ts'
import type { AnswerService } from './answers-service.ts'
import type { AskingDirectly } from './asking-directly.ts'
import type { AskReading } from './asks-reading.ts'
import type { AskService } from './asks-service.ts'

const Nothing = z.undefined()
const tags = ['asks']
const params = z.object({ id: PostId })
const answerParams = z.object({ id: PostId, post: PostId })
const tieParams = z.object({ id: PostId, person: PersonId })
const MineQuery = z.strictObject({ cursor: z.string().max(600).optional() })

export const askRoutes: FastifyPluginAsyncZod<{
  ownAsks: AskService
  askReading: AskReading
  answers: AnswerService
}> = async (app, { ownAsks, askReading, answers }) => {
  app.post(
    '/asks',
    { config: { creates: true }, schema: { tags, body: MakeAsk, response: { 201: ReadAsk } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await ownAsks.make(viewerOf(request), request.body, request.claim))
    },
  )
  app.get('/asks', { schema: { tags, querystring: MineQuery, response: { 200: OwnAsks } } }, (request) =>
    askReading.listMine(viewerOf(request), request.query.cursor),
  )
  app.get('/asks/:id', { schema: { tags, params, response: { 200: ReadAsk } } }, (request) =>
    askReading.read(viewerOf(request), request.params.id),
  )
  app.patch(
    '/asks/:id',
    { schema: { tags, params, body: ChangeAsk, response: { 200: ReadAsk } } },
    async (request, reply) =>
      reply.wrote(await ownAsks.change(viewerOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/asks/:id',
    { schema: { tags, params, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await ownAsks.remove(viewerOf(request), request.params.id))
    },
  )
  app.put(
    '/asks/:id/result',
    { schema: { tags, params, body: AskResult, response: { 200: ReadAsk } } },
    async (request, reply) =>
      reply.wrote(await ownAsks.close(viewerOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/asks/:id/result',
    { schema: { tags, params, response: { 200: ReadAsk } } },
    async (request, reply) => reply.wrote(await ownAsks.reopen(viewerOf(request), request.params.id)),
  )
  app.get('/asks/:id/why', { schema: { tags, params, response: { 200: Why } } }, (request) =>
    askReading.why(viewerOf(request), request.params.id),
  )
  app.get('/asks/:id/answers', { schema: { tags, params, response: { 200: AnswersToMe } } }, (request) =>
    answers.list(viewerOf(request), request.params.id),
  )
  app.put(
    '/asks/:id/answers/:post',
    { schema: { tags, params: answerParams, response: { 200: ReadAsk } } },
    async (request, reply) => {
      const { id, post } = request.params
      return reply.wrote(await answers.give(viewerOf(request), id, post))
    },
  )
  app.delete(
    '/asks/:id/answers/:post',
    { schema: { tags, params: answerParams, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      const { id, post } = request.params
      return reply.wrote(await answers.withdraw(viewerOf(request), id, post))
    },
  )
  const shown = { schema: { tags, params: answerParams, response: { 204: Nothing } } }
  app.put('/asks/:id/answers/:post/shown', shown, async (request, reply) => {
    reply.code(204)
    const { id, post } = request.params
    return reply.wrote(await answers.show(viewerOf(request), id, post, true))
  })
  app.delete('/asks/:id/answers/:post/shown', shown, async (request, reply) => {
    reply.code(204)
    const { id, post } = request.params
    return reply.wrote(await answers.show(viewerOf(request), id, post, false))
  })
}

/** Whom whoever asks could turn to, and does; and what somebody could answer. */
export const knowingRoutes: FastifyPluginAsyncZod<{
  knowing: (viewer: Viewer, ask: string) => Promise<WhoCouldKnow>
  answerable: (viewer: Viewer) => Promise<AnswerableAsks>
  askingDirectly: AskingDirectly
}> = async (app, { knowing, answerable, askingDirectly }) => {
  app.get('/asks/answerable', { schema: { tags, response: { 200: AnswerableAsks } } }, (request) =>
    answerable(viewerOf(request)),
  )
  app.get('/asks/:id/knowing', { schema: { tags, params, response: { 200: WhoCouldKnow } } }, (request) =>
    knowing(viewerOf(request), request.params.id),
  )
  const asked = { schema: { tags, params: tieParams, response: { 204: Nothing } } }
  app.put('/asks/:id/asked/:person', asked, async (request, reply) => {
    reply.code(204)
    const { id, person } = request.params
    return reply.wrote(await askingDirectly.ask(viewerOf(request), id, person))
  })
  app.delete('/asks/:id/asked/:person', asked, async (request, reply) => {
    reply.code(204)
    const { id, person } = request.params
    return reply.wrote(await askingDirectly.takeBack(viewerOf(request), id, person))
  })
}
