// What the client library says when no connection is to be had.
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  // What PostgreSQL says when it goes down, comes up, is full or only a standby.
  '25006',
  '53100',
  '53200',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  // A statement took longer than any may: there is too much to do.
  '57014',
])

/** Whether an error, or what caused it, says that PostgreSQL cannot be had right now. */
export function isDatabaseAway(error: unknown): boolean {
  return causes(error).some((one) => {
    const code = readText(one, 'code')
    if (code === 'ENOENT') return readText(one, 'syscall') === 'connect'
    return code !== undefined && (AWAY.has(code) || code.startsWith('08'))
  })
}

/** Whether PostgreSQL refused a text that it cannot keep, such as one with a NUL. */
export function isTextRefused(error: unknown): boolean {
  return causes(error).some((one) => ['22021', '22P05'].includes(readText(one, 'code') ?? ''))
}

function causes(error: unknown): readonly object[] {
  const found: object[] = []
  let one = error
  while (typeof one === 'object' && one !== null && found.length < 5) {
    found.push(one)
    one = 'cause' in one ? one.cause : undefined
  }
  return found
}

function readText(from: object, name: 'code' | 'syscall'): string | undefined {
  const value: unknown = Reflect.get(from, name)
  return typeof value === 'string' ? value : undefined
}
