import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse, request as sendOn } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { freePort } from '@kith/testkit/free-port'
import type { BrowserContextOptions } from '@playwright/test'

// What names the build: its page begins with another script, and its service worker keeps that one.
const NAMING_BUILD = /^\/(?:service-worker\.js)?$/
const FIRST_SCRIPT = /\/assets\/index-[\w-]+\.js/g
const PLAIN_AND_WHOLE = { 'accept-encoding': 'identity', 'if-none-match': '', 'if-modified-since': '' }

/** The server as it is until `release`, and as a newer build would be afterwards. */
export interface Releasing {
  /** How a browser comes to it. */
  readonly way: BrowserContextOptions
  release(): void
  close(): Promise<void>
}

/** Stands before the server of the run. A browser's look for a newer service worker cannot be answered from a test otherwise. */
export async function startReleasing(): Promise<Releasing> {
  const behind = { host: '127.0.0.1', port: Number(process.env['KITH_E2E_PORT']) }
  let isReleased = false
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const { url: path, method, headers } = request
    const asked = sendOn({ ...behind, path, method, headers: { ...headers, ...PLAIN_AND_WHOLE } })
    asked.on('response', (answer) => {
      if (isReleased && NAMING_BUILD.test(path ?? '')) void answerNewer(answer, response)
      else answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers))
    })
    asked.on('error', () => response.destroy())
    request.pipe(asked)
  })
  server.on('connection', (socket) => sockets.add(socket))
  server.on('upgrade', ({ url, rawHeaders }, socket) => {
    const lines = rawHeaders.map((word, at) => (at % 2 === 0 ? `\r\n${word}: ` : word))
    const live = connect(behind, () => live.write(`GET ${url} HTTP/1.1${lines.join('')}\r\n\r\n`))
    for (const end of [live, socket]) end.on('error', () => {})
    live.pipe(socket).pipe(live)
  })
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    way: { baseURL: `http://127.0.0.1:${port}` },
    release: () => {
      isReleased = true
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answerNewer(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const newer = (await text(answer)).replaceAll(FIRST_SCRIPT, '$&?newer')
  const { 'content-length': _, ...headers } = answer.headers
  response.writeHead(answer.statusCode ?? 502, headers).end(newer)
}
