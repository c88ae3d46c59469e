import type { WebSocket } from '@fastify/websocket'
import { LiveRequest } from '@kith/contract'
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify'
import { viewerOf } from '../http/context.ts'
import type { LiveHub } from './live-hub.ts'
import { greet, type ResumeDeps } from './live-resume.ts'
import { LiveSocket } from './live-socket.ts'

export interface LiveRouteOptions {
  readonly hub: LiveHub
  readonly resume: ResumeDeps
}

/** The websocket. Whether its origin is ours and its session lives was checked before it is one. */
export const liveRoutes: FastifyPluginAsync<LiveRouteOptions> = async (app, options) => {
  app.get('/live', { websocket: true, schema: { hide: true } }, (socket, request) => {
    serveSocket(socket, new LiveSocket(socket, viewerOf(request)), options, request.log)
  })
}

function serveSocket(
  socket: WebSocket,
  live: LiveSocket,
  { hub, resume }: LiveRouteOptions,
  log: FastifyBaseLogger,
): void {
  let isGreeted = false
  // From now on, held back until the greeting: nothing falls between the two.
  hub.sockets.add(live)
  socket.on('close', () => hub.sockets.remove(live))
  socket.on('error', (err) => log.debug({ err }, 'a live connection failed'))
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? undefined : readRequest(textOf(data))
    if (!message || (message.type === 'hello' && isGreeted)) return live.close('message_unknown')
    live.heard()
    if (message.type === 'pong') return
    isGreeted = true
    const { after, writes = [] } = message
    greet(resume, live.viewer.no, { after, writes }).then(
      (words) => live.greet(...words),
      (err: unknown) => {
        log.error({ err }, 'could not greet a live connection')
        live.close('going_down')
      },
    )
  })
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  return new TextDecoder().decode(Array.isArray(data) ? Buffer.concat(data) : data)
}

function readRequest(text: string): LiveRequest | undefined {
  try {
    return LiveRequest.safeParse(JSON.parse(text)).data
  } catch {
    // Not even JSON: the caller closes with a named reason.
    return undefined
  }
}
