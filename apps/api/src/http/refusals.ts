import type { ErrorCode } from '@kith/contract'

export interface RefusalDetails {
  readonly fields?: readonly { path: string; message: string }[]
  readonly retryAfterSeconds?: number
  readonly cause?: unknown
}

/** A refusal that the client is told by its code; every other error is a bug and stays ours. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly fields: readonly { path: string; message: string }[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(code, { cause: details.cause })
    this.code = code
    this.fields = details.fields
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

/** What may not be seen does not exist. */
export function notFound(): AppError {
  return new AppError('not_found')
}

/** Answers the value, or refuses as if it had never been there. */
export function orNotFound<T>(value: T | undefined): T {
  if (value === undefined) throw notFound()
  return value
}
