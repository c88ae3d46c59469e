import { randomUUID } from 'node:crypto'
import { AFTER_HEADER, LIMITS, POSITION_HEADER } from '@kith/contract'
import type { APIResponse, Page } from '@playwright/test'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Asks the API with the cookies of a page. A write is over only once the engine has followed it, so that whoever reads or
 * acts next, in whatever browser, comes after it.
 */
export async function ask(
  { request }: Pick<Page, 'request'>,
  method: Method,
  path: string,
  data?: unknown,
): Promise<APIResponse> {
  const headers = method === 'POST' ? { 'idempotency-key': randomUUID() } : {}
  const answer = await request.fetch(path, { method, headers, data })
  const position = answer.headers()[POSITION_HEADER]
  if (position !== undefined) await followed({ request }, [position])
  return answer
}

/** Waits until the engine has followed writes: what another browser fetches cannot carry their positions. */
export async function followed({ request }: Pick<Page, 'request'>, positions: string[]): Promise<void> {
  await request.get('/api/entry', { headers: { [AFTER_HEADER]: positions.slice(-LIMITS.positions).join() } })
}
