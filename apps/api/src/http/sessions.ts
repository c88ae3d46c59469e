import { createHmac, timingSafeEqual } from 'node:crypto'
import { PersonId, SessionId } from '@kith/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Sql } from '../database/client.ts'
import type { Viewer } from './context.ts'
import { AppError } from './refusals.ts'

/** How long a session lasts, and after how long its end is moved on. */
export const SESSION_SECONDS = 30 * 86_400
export const REFRESH_SECONDS = 86_400

export interface SessionCheck {
  /** The viewer that a cookie stands for; undefined when it is forged, ended or stands for nobody. */
  find(cookie: string | undefined): Promise<FoundSession | undefined>
}

export interface FoundSession {
  readonly viewer: Viewer
  /** Whether its end should be moved on now. */
  readonly refreshDue: boolean
}

interface SessionRow {
  session: string
  id: string
  no: number
  due: boolean
}

/**
 * Our own check of the auth library's cookie: one HMAC and one prepared statement, where the library's own costs more
 * than all the rest of a request. An ended session ends at once, since nothing is kept in memory.
 */
export function createSessionCheck(deps: { sql: Sql; secret: string }): SessionCheck {
  const longestRestSeconds = SESSION_SECONDS - REFRESH_SECONDS
  return {
    find: async (cookie) => {
      const token = openCookie(cookie, deps.secret)
      if (token === undefined) return undefined
      const [row] = await deps.sql<SessionRow[]>`
        select s.id as session, p.id, p.no,
               s.expires_at < now() + ${longestRestSeconds}::int * interval '1 second' as due
        from session s join person p on p.id = s.person_id
        where s.token = ${token} and s.expires_at > now()`
      if (!row) return undefined
      const viewer = { id: PersonId.parse(row.id), no: row.no, session: SessionId.parse(row.session) }
      return { viewer, refreshDue: row.due }
    },
  }
}

/** The token of a signed cookie, or undefined when the signature is not ours. */
function openCookie(cookie: string | undefined, secret: string): string | undefined {
  const dot = cookie?.lastIndexOf('.') ?? -1
  if (cookie === undefined || dot < 1 || cookie.length > 400) return undefined
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1))
  const wanted = Buffer.from(signToken(token, secret))
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : undefined
}

/** The signature that the auth library puts behind a token. */
export function signToken(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64')
}

export interface SessionHookOptions {
  readonly check: SessionCheck
  readonly cookieName: string
  /** Moves a session's end on; answers the cookies to set. */
  refresh(cookieHeader: string): Promise<readonly string[]>
}

/** Reads the viewer of every request; routes that do not say `access: 'anyone'` need one. */
export function installSessions(api: FastifyInstance, options: SessionHookOptions): void {
  api.decorateRequest('viewer')
  api.addHook('onRequest', async (request, reply) => {
    const found = await options.check.find(readCookie(request, options.cookieName))
    request.viewer = found?.viewer
    if (!found && request.routeOptions.config.access !== 'anyone') throw new AppError('signed_out')
    if (!found?.refreshDue || request.method !== 'GET') return
    const cookies = await options.refresh(request.headers.cookie ?? '')
    if (cookies.length > 0) reply.header('set-cookie', [...cookies])
  })
}

function readCookie(request: FastifyRequest, name: string): string | undefined {
  return request.cookies[name]
}
