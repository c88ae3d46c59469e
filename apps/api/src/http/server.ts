import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import websocket from '@fastify/websocket'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import { installBodyParsing } from './body-parsing.ts'
import { answerClientError, answerError, installErrors } from './errors.ts'
import { installHeaders } from './headers.ts'
import { installKnownRoutes } from './known-routes.ts'
import { installOrigins } from './origins.ts'

const BODY_BYTES = 64 * 1_024
const REQUEST_MS = 30_000
// The longest thing that a client may say on the websocket.
const LIVE_BYTES = 16 * 1_024
// Brotli's best is far too slow for answers that are made anew every time.
const BROTLI_QUALITY = 4
const BROTLI_PARAM_QUALITY = 1

export interface ServerOptions {
  readonly log: FastifyBaseLogger
  readonly origin: string | undefined
  /** How many proxies in front are believed about the client's address. */
  readonly proxies: number
  readonly newId: () => string
}

/** A server without routes that answers every error, known or not, as a problem document. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    trustProxy: options.proxies > 0 ? (_address, hop) => hop < options.proxies : false,
    genReqId: () => options.newId(),
    frameworkErrors: (error, request, reply) => {
      answerError(error, request, reply)
    },
    clientErrorHandler: answerClientError,
    // Reading the graph of a large network takes longer than the framework waits for a plugin.
    pluginTimeout: 0,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 200 },
  })
  installErrors(app)
  installKnownRoutes(app)
  installBodyParsing(app)
  // Before every hook that may refuse: else the connection of a refused websocket stays open. Whoever serves the sockets
  // says goodbye to them.
  await app.register(websocket, { options: { maxPayload: LIVE_BYTES }, preClose: (done) => done() })
  await installHeaders(app, { secure: options.origin?.startsWith('https:') ?? false })
  installOrigins(app, options.origin)
  await app.register(cookie)
  await app.register(compress, {
    threshold: 1_024,
    brotliOptions: { params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  })
  return app
}
