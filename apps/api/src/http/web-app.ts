import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './errors.ts'

const YEAR_MS = 31_536_000_000
const ROBOTS = 'User-agent: *\nDisallow: /api/\nAllow: /\n'
// Pages whose address is a secret that somebody was sent.
const UNLISTED = /^\/(?:invitations?|ask|first|reset|unsubscribe)(?:\/|\?|$)/

/**
 * Serves the built web app: hashed files for ever, the page itself fresh every time, and the page for every address of
 * the app's own, never for the API. Without a built app only robots.txt is there.
 */
export async function installWebApp(app: FastifyInstance, folder: string | undefined): Promise<void> {
  app.get('/robots.txt', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/plain').send(ROBOTS),
  )
  if (folder === undefined) return
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['index.html', 'robots.txt'],
    cacheControl: false,
    // The build puts a brotli copy beside each file.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, 'assets'))
      const policy = hashed ? `public, max-age=${YEAR_MS / 1_000}, immutable` : 'no-cache'
      reply.header('cache-control', policy)
    },
  })
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (isForProgram(request.url)) return sendProblem(reply, 'not_found')
    if (UNLISTED.test(request.url)) reply.header('x-robots-tag', 'noindex')
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}

// A missing file is missing: answering the page for it would only look like a broken script.
function isForProgram(url: string): boolean {
  const path = url.split('?', 1)[0] ?? url
  return /^\/(?:api|health|metrics|assets)(?:\/|$)/.test(path) || /\.[a-z0-9]{1,5}$/i.test(path)
}
