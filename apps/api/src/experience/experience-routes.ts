import {
  LessOfKind,
  Move,
  MoveId,
  Moves,
  MyOutcome,
  PostId,
  SayOutcome,
  Sentences,
  TakeMoveBack,
  TieId,
} from '@kith/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { viewerOf } from '../http/context.ts'
import type { MovesService } from './moves-service.ts'
import type { OutcomesService } from './outcomes-service.ts'

const Nothing = z.undefined()
const ofPost = z.object({ id: PostId })
const ofPage = z.strictObject({ cursor: z.string().max(600).optional() })
const ofTie = z.object({ id: TieId })
const ofMove = ofTie.extend({ move: MoveId })

/** What became of recommendations that somebody followed. */
export const outcomeRoutes: FastifyPluginAsyncZod<{ outcomes: OutcomesService }> = async (
  app,
  { outcomes },
) => {
  const tags = ['outcomes']
  app.get(
    '/recommendations/:id/outcome',
    { schema: { tags, params: ofPost, response: { 200: MyOutcome } } },
    (request) => outcomes.read(viewerOf(request), request.params.id),
  )
  app.put(
    '/recommendations/:id/outcome',
    { schema: { tags, params: ofPost, body: SayOutcome, response: { 200: MyOutcome } } },
    async (request, reply) =>
      reply.wrote(await outcomes.say(viewerOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/recommendations/:id/outcome',
    { schema: { tags, params: ofPost, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      return reply.wrote(await outcomes.takeBack(viewerOf(request), request.params.id))
    },
  )
  app.get(
    '/recommendations/:id/sentences',
    { schema: { tags, params: ofPost, querystring: ofPage, response: { 200: Sentences } } },
    (request) => outcomes.sentences(viewerOf(request), request.params.id, request.query.cursor),
  )
}

/** What moved one's own side of a tie. */
export const moveRoutes: FastifyPluginAsyncZod<{ moves: MovesService }> = async (app, { moves }) => {
  const tags = ['moves']
  app.get(
    '/ties/:id/moves',
    {
      schema: {
        tags,
        params: ofTie,
        querystring: ofPage,
        response: { 200: Moves },
      },
    },
    (request) => moves.list(viewerOf(request), request.params.id, request.query.cursor),
  )
  app.put(
    '/ties/:id/moves/:move/undo',
    { schema: { tags, params: ofMove, body: TakeMoveBack, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      const { id, move } = request.params
      return reply.wrote(await moves.takeBack(viewerOf(request), id, move, request.body))
    },
  )
  app.delete(
    '/ties/:id/moves/:move/undo',
    { schema: { tags, params: ofMove, response: { 204: Nothing } } },
    async (request, reply) => {
      reply.code(204)
      const { id, move } = request.params
      return reply.wrote(await moves.restore(viewerOf(request), id, move))
    },
  )
  app.post(
    '/ties/:id/less',
    { schema: { tags, params: ofTie, body: LessOfKind, response: { 201: Move } } },
    async (request, reply) => {
      reply.code(201)
      return reply.wrote(await moves.less(viewerOf(request), request.params.id, request.body))
    },
  )
}
