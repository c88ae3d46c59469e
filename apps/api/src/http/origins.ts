import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from './refusals.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests that another site made a browser send: every method that may change something, and the websocket.
 * Without an Origin header the caller is no browser and carries no cookies that are not his own.
 */
export function installOrigins(app: FastifyInstance, publicOrigin: string | undefined): void {
  app.addHook('onRequest', async (request) => {
    const upgrade = request.headers.upgrade !== undefined
    if (SAFE.has(request.method) && !upgrade) return
    if (!isOwnOrigin(request, publicOrigin)) throw new AppError('origin_refused')
  })
}

function isOwnOrigin(request: FastifyRequest, publicOrigin: string | undefined): boolean {
  const { origin } = request.headers
  if (origin === undefined) return !isCrossSite(request.headers['sec-fetch-site'])
  if (publicOrigin !== undefined && origin === publicOrigin) return true
  // Where no public address is set, the page must have come from the very host that it now writes to.
  return publicOrigin === undefined && hostOf(origin) === request.headers.host
}

function isCrossSite(site: string | string[] | undefined): boolean {
  return site === 'cross-site' || site === 'same-site'
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
