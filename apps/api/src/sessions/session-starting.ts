import { signToken } from '../http/sessions.ts'
import type { Auth } from './auth-library.ts'

/** Begins a session of somebody who has shown in another way than by a password who he is; answers its cookie. */
export async function startSession(auth: Auth, personId: string, device: string): Promise<string> {
  const context = await auth.$context
  const session = await context.internalAdapter.createSession(personId, false, { userAgent: device })
  const { name, attributes } = context.authCookies.sessionToken
  const value = encodeURIComponent(`${session.token}.${signToken(session.token, context.secret)}`)
  const cookie = [
    `${name}=${value}`,
    `Max-Age=${attributes.maxAge ?? 0}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
  ]
  if (attributes.secure) cookie.push('Secure')
  return cookie.join('; ')
}
