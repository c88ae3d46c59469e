import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './errors.ts'

const YEAR_MS = 31_536_000_000
const POLICY = 'content-security-policy'
const INLINE = /<script(?![^>]* src=)[^>]*>(?<code>[^]+?)<\/script>/g
const ROBOTS = 'User-agent: *\nDisallow: /api/\nAllow: /\n'
// Pages whose address is a secret that somebody was sent.
const UNLISTED = /^\/(?:invitations?|ask|first|reset|unsubscribe)(?:\/|\?|$)/

export interface WebAppOptions {
  /** Where the built app lies. */
  readonly folder: string | undefined
  /** The cookie that a session stands in. */
  readonly cookieName: string
}

/**
 * Serves the built web app: hashed files for ever, the page itself fresh every time, and the page for every address of
 * the app's own, never for the API. Without a built app only robots.txt is there. The page says of whoever asks for it
 * whether he comes with a session, and nothing else: then it asks the API ahead of its scripts.
 */
export async function installWebApp(
  app: FastifyInstance,
  { folder, cookieName }: WebAppOptions,
): Promise<void> {
  app.get('/robots.txt', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/plain').send(ROBOTS),
  )
  if (folder === undefined) return
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const signedIn = page.replace('<html', '<html data-signed-in')
  const scripts = ["'self'", ...hashesOf(page)].join(' ')
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
    const policy = String(reply.getHeader(POLICY)).replace("script-src 'self'", `script-src ${scripts}`)
    return reply
      .headers({ [POLICY]: policy, 'cache-control': 'no-cache', vary: 'Cookie' })
      .type('text/html; charset=utf-8')
      .send(request.cookies[cookieName] === undefined ? page : signedIn)
  })
}

/** By which a browser knows the scripts that stand in the page itself: it runs these and no others. */
function hashesOf(page: string): string[] {
  return [...page.matchAll(INLINE)].map(({ groups }) => {
    const hash = createHash('sha256').update(groups?.['code'] ?? '')
    return `'sha256-${hash.digest('base64')}'`
  })
}

// A missing file is missing: answering the page for it would only look like a broken script.
function isForProgram(url: string): boolean {
  const path = url.split('?', 1)[0] ?? url
  return /^\/(?:api|health|metrics|assets)(?:\/|$)/.test(path) || /\.[a-z0-9]{1,5}$/i.test(path)
}
