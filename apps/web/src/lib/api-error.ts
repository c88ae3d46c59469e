import type { ErrorCode, Problem } from '@kith/contract'

/** The API's closed list, and the one code that only a client can give: no answer came. */
export type ClientErrorCode = ErrorCode | 'unreachable'

/** A refusal of the API, or no answer at all. `fields` names what was refused in a form. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ClientErrorCode
  readonly fields: NonNullable<Problem['fields']>
  readonly retryAfterSeconds: number | null

  constructor(code: ClientErrorCode, more: { problem?: Problem; cause?: unknown } = {}) {
    super(code, { cause: more.cause })
    this.code = code
    this.fields = more.problem?.fields ?? []
    this.retryAfterSeconds = more.problem?.retryAfterSeconds ?? null
  }
}

/** The code of anything that was thrown; what is no refusal counts as a fault of ours. */
export function codeOf(error: unknown): ClientErrorCode {
  if (error instanceof ApiError) return error.code
  // A part of the program that cannot be fetched without a network is no fault of ours.
  return navigator.onLine ? 'internal' : 'unreachable'
}

/** Why what a query asks for is not shown: what was there before stays as long as the failure passes by itself. */
export function failureOf<Failure>({ data, error }: { data: unknown; error: Failure }): Failure | null {
  return data !== undefined && passesByItself(error) ? null : error
}

/** Whether the same request may well succeed a moment later. */
export function passesByItself(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'unreachable' || code === 'unavailable'
}
