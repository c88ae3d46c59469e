import { z } from 'zod'

const Flag = z.enum(['0', '1']).transform((value) => value === '1')

interface Explanation {
  /** What the variable does, as a sentence of a table. */
  readonly what: string
  /** What holds where it is not set. */
  readonly otherwise: string
  /** A value to begin with, where it has no default. */
  readonly example?: string
}

const explanations = z.registry<Explanation>()

const Environment = z.object({
  KITH_DATA: z.string().min(1).default('.kith').register(explanations, {
    what: 'The data folder: the embedded database, and mail that no server sends. With a database of your own it holds the graph’s snapshot and unsent mail alone.',
    otherwise: '`.kith`',
  }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400).register(explanations, {
    what: 'The port on which Kith listens.',
    otherwise: '`4400`',
  }),
  HOST: z.string().min(1).default('127.0.0.1').register(explanations, {
    what: 'The address on which Kith listens; `0.0.0.0` opens it to the network.',
    otherwise: '`127.0.0.1`',
  }),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/./, { error: 'must begin with postgres://' })
    .optional()
    .register(explanations, {
      what: 'A PostgreSQL (15 to 18) of your own; then none is embedded.',
      otherwise: 'none',
      example: 'postgres://kith:secret@localhost:5432/kith',
    }),
  KITH_DEMO: Flag.optional().register(explanations, {
    what: '`1`: an empty database gets the demo village, and the sign-in page offers to look around as one of its people. `0`: neither.',
    otherwise: '`1` embedded, `0` with `DATABASE_URL`',
    example: '1',
  }),
  KITH_SIGNUP: z.enum(['invite', 'open']).optional().register(explanations, {
    what: 'Who may sign up: `open`, anybody; `invite`, whoever was invited.',
    otherwise: '`open` embedded, `invite` with `DATABASE_URL`',
    example: 'invite',
  }),
  KITH_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://kith.example.org' })
    .transform((value) => new URL(value).origin)
    .optional()
    .register(explanations, {
      what: 'The public address; it decides about secure cookies, passkeys and the links in mails.',
      otherwise: 'the listening address',
      example: 'https://kith.example.org',
    }),
  KITH_PROXIES: z.coerce.number().int().min(0).max(10).default(0).register(explanations, {
    what: 'How many proxies in front may be believed about the client’s address (hops of X-Forwarded-For).',
    otherwise: '`0`',
  }),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, { error: 'must begin with smtp:// or smtps://' })
    .optional()
    .register(explanations, {
      what: 'The mail server. Without it mail is written into the data folder, and addresses are not confirmed.',
      otherwise: 'none',
      example: 'smtps://user:secret@mail.example.org:465',
    }),
  MAIL_FROM: z.string().min(3).default('Kith <kith@localhost>').register(explanations, {
    what: 'Whom mail comes from.',
    otherwise: '`Kith <kith@localhost>`',
  }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .optional()
    .register(explanations, {
      what: 'How much is logged: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.',
      otherwise: '`warn` embedded, `info` with `DATABASE_URL`',
      example: 'info',
    }),
})

/** Every variable that Kith reads. */
const NAMES = Object.keys(Environment.shape)

/** Every variable with what it does, for the README and `.env.example`, which are written from it. */
export function explainSettings(): (Explanation & { readonly name: string })[] {
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const explanation = explanations.get(schema)
    if (explanation === undefined) throw new Error(`${name} is not explained`)
    return { name, ...explanation }
  })
}

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
