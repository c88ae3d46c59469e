import type { Socket } from 'node:net'
import type { ErrorCode } from '@kith/contract'
import type { ConnectionError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isDatabaseAway, isTextRefused } from './database-errors.ts'
import { type ProblemExtras, problemOf } from './problems.ts'
import { AppError } from './refusals.ts'

// What Fastify itself refuses, by its codes.
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_input',
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_INVALID_URL: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_VALIDATION: 'invalid_input',
}

/** Installs the handler that turns every refusal and every bug into a problem document. Before the first route. */
export function installErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply))
}

/** Answers bytes that are no HTTP at all; there is no request yet that could carry more. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const body = JSON.stringify(problemOf('invalid_input'))
  socket.end(
    'HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

/** Answers an error: refusals by their code, everything else as 500 with the request's id and nothing else. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof AppError) {
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', error.retryAfterSeconds)
    return sendProblem(reply, error.code, {
      fields: error.fields,
      retryAfterSeconds: error.retryAfterSeconds,
    })
  }
  if (hasZodFastifySchemaValidationErrors(error)) return answerInvalid(error, reply)
  const known = FASTIFY_CODES[readCode(error) ?? '']
  if (known) return sendProblem(reply, known)
  if (isDatabaseAway(error)) {
    request.log.error({ err: error }, 'database was away')
    reply.header('retry-after', 1)
    return sendProblem(reply, 'unavailable', { requestId: request.id })
  }
  if (readStatus(error) < 500 || isTextRefused(error)) return sendProblem(reply, 'invalid_input')
  request.log.error({ err: error }, 'request failed')
  return sendProblem(reply, 'internal', { requestId: request.id })
}

/** Answers a problem document; 404s of one kind are the same bytes whatever was asked for. */
export function sendProblem(reply: FastifyReply, code: ErrorCode, extras: ProblemExtras = {}): FastifyReply {
  const problem = problemOf(code, extras)
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .serializer(JSON.stringify)
    .send(problem)
}

interface Invalid {
  readonly validation: readonly { instancePath: string; message?: string }[]
  readonly validationContext?: string | undefined
}

// A path that no id could have is a path where nothing is.
function answerInvalid(error: Invalid, reply: FastifyReply): FastifyReply {
  if (error.validationContext === 'params') return sendProblem(reply, 'not_found')
  const fields = error.validation.slice(0, 20).map((issue) => ({
    path: issue.instancePath.slice(1, 200).replaceAll('/', '.'),
    message: (issue.message ?? 'not as it should be').slice(0, 200),
  }))
  return sendProblem(reply, 'invalid_input', { fields })
}

function readCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function readStatus(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500
}
