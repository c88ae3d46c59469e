import { type Answer, type Client, isRecord } from './api-world.ts'
import type { Probe } from './world-probes.ts'
import { FIRST_NUMBER } from './world-scene.ts'

const PUBLIC = new Set([
  'GET /api/entry',
  'GET /api/me',
  'POST /api/auth/sign-up',
  'POST /api/auth/sign-in',
  'POST /api/auth/passkey-sign-in/begin',
  'POST /api/auth/passkey-sign-in',
  'POST /api/auth/look-around',
  'POST /api/auth/sign-out',
  'POST /api/auth/reset-request',
  'POST /api/auth/reset',
  'GET /api/auth/verify',
  'GET /api/invitations/by-link/{secret}',
  'GET /api/ask-links/{secret}',
  'POST /api/ask-links/{secret}/answers',
  'POST /api/objections',
  'GET /api/objections/{secret}',
  'POST /api/objections/{secret}/confirm',
  'POST /api/objections/{secret}/appeal',
  'GET /api/unsubscribe/{token}',
  'POST /api/unsubscribe/{token}',
])
/** Whether a route answers somebody without a session. */
export function isPublic(route: string): boolean {
  return PUBLIC.has(route)
}

/** Asks one question. */
export function send(
  client: Client,
  { method, url, body }: Probe,
  headers: Record<string, string>,
): Promise<Answer> {
  return client.send(method, url, body, headers)
}

/** Everything of an answer but what tells one request from the next. */
export function comparable({ status, text, headers }: Answer) {
  const { 'x-request-id': _id, date: _date, 'kith-position': _position, ...same } = headers
  return { status, text, headers: same }
}

/** Numbers of rows, which never leave the server. */
export function rowNumbersIn(value: unknown): number[] {
  if (typeof value === 'number') return value >= FIRST_NUMBER && value < FIRST_NUMBER + 1_000 ? [value] : []
  if (!isRecord(value)) return []
  return Object.values(value).flatMap(rowNumbersIn)
}
