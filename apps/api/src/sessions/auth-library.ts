import { LIMITS } from '@kith/contract'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Db } from '../database/client.ts'
import { account, person, session, verification } from '../database/tables/person-tables.ts'
import { REFRESH_SECONDS, SESSION_SECONDS } from '../http/sessions.ts'

const RESET_SECONDS = 3_600
/** How dear Argon2id makes each try of a password: KiB of memory, passes over it, threads. */
export interface PasswordCost {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

/** As OWASP recommends it. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A token that must reach a person by mail. */
export interface MailedToken {
  readonly purpose: 'reset' | 'verify' | 'taken'
  readonly person: {
    readonly email: string
    readonly name: string
    readonly language?: string | null | undefined
  }
  readonly token: string
}

export interface AuthOptions {
  readonly db: Db
  readonly secret: string
  readonly origin: string
  /** Whether an address must be confirmed before its person can sign in. */
  readonly verifies: boolean
  readonly newId: () => string
  readonly passwordCost: PasswordCost
  mailed(token: MailedToken): void
}

/**
 * The auth library over our tables; `person` is its user. It hashes, keeps sessions and mails tokens; whether a request
 * is signed in is our own check, and who may call is our own routes'.
 */
export function openAuth(options: AuthOptions) {
  return betterAuth({
    baseURL: options.origin,
    basePath: '/api/auth',
    secret: options.secret,
    database: drizzleAdapter(options.db, {
      provider: 'pg',
      schema: { person, session, account, verification },
      transaction: true,
    }),
    user: {
      modelName: 'person',
      additionalFields: {
        handle: { type: 'string', required: true },
        language: { type: 'string', required: false },
        timeZone: { type: 'string', required: false },
        operator: { type: 'boolean', required: false },
      },
    },
    session: {
      fields: { userId: 'personId' },
      expiresIn: SESSION_SECONDS,
      updateAge: REFRESH_SECONDS,
      cookieCache: { enabled: false },
    },
    verification: { storeIdentifier: 'hashed' },
    account: { fields: { userId: 'personId' } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: LIMITS.password.min,
      maxPasswordLength: LIMITS.password.max,
      requireEmailVerification: options.verifies,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: (password) => hash(password, options.passwordCost),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
      sendResetPassword: async ({ user, token }) => options.mailed({ purpose: 'reset', person: user, token }),
      onExistingUserSignUp: async ({ user }) => options.mailed({ purpose: 'taken', person: user, token: '' }),
    },
    emailVerification: {
      sendOnSignIn: options.verifies,
      sendVerificationEmail: async ({ user, token }) =>
        options.mailed({ purpose: 'verify', person: user, token }),
      autoSignInAfterVerification: true,
    },
    advanced: {
      database: { generateId: () => options.newId() },
      ipAddress: { disableIpTracking: true },
      // Our own hook refused foreign origins before the library was called.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      useSecureCookies: options.origin.startsWith('https:'),
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type Auth = ReturnType<typeof openAuth>
