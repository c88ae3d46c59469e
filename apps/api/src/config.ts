import { z } from 'zod'

const Flag = z.enum(['0', '1']).transform((value) => value === '1')

const Environment = z.object({
  KITH_DATA: z.string().min(1).default('.kith'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/./, { error: 'must begin with postgres://' })
    .optional(),
  KITH_DEMO: Flag.optional(),
  KITH_SIGNUP: z.enum(['invite', 'open']).optional(),
  KITH_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://kith.example.org' })
    .transform((value) => new URL(value).origin)
    .optional(),
  KITH_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, { error: 'must begin with smtp:// or smtps://' })
    .optional(),
  MAIL_FROM: z.string().min(3).default('Kith <kith@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
})

/** Every variable that Kith reads; `.env.example` explains each. */
const NAMES = Object.keys(Environment.shape)

export interface Config {
  /** The data folder: the embedded database, the graph's snapshot, and mail that nobody sends. */
  readonly dataFolder: string
  readonly port: number
  readonly host: string
  /** Undefined: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined
  /** Whether the demo village is seeded into an empty database and offered on the sign-in page. */
  readonly demo: boolean
  readonly signUp: 'invite' | 'open'
  /** The public origin, where it is known; it decides about secure cookies and the links in mails. */
  readonly origin: string | undefined
  /** How many proxies in front may be believed about the client's address. */
  readonly proxies: number
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** The environment has wrong values; the message names every one of them. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the configuration. An empty value counts as absent. Throws a ConfigError that lists every wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(NAMES.map((name) => [name, env[name]?.trim() || undefined]))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`These settings are wrong. ${wrong.join('. ')}.`)
  }
  const value = parsed.data
  const embedded = value.DATABASE_URL === undefined
  return Object.freeze({
    dataFolder: value.KITH_DATA,
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    demo: value.KITH_DEMO ?? embedded,
    signUp: value.KITH_SIGNUP ?? (embedded ? 'open' : 'invite'),
    origin: value.KITH_ORIGIN,
    proxies: value.KITH_PROXIES,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    logLevel: value.LOG_LEVEL ?? (embedded ? 'warn' : 'info'),
  })
}
