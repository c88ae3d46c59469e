import { createApiClient } from './api-client.ts'
import { isErrorCode } from './error-words.ts'
import { nextTask } from './next-task.ts'
import { createWritePositions, tabStorage } from './write-positions.ts'

/** The positions of this tab's writes, shared by requests and the live connection. */
export const positions = createWritePositions(tabStorage())

/** The one API client of this tab. */
export const api = createApiClient({
  fetch: async (address, sent) => {
    // What a page asks for it asks one by one, and answers presses between; what somebody sends goes at once.
    if (sent?.method === 'GET') await nextTask()
    return globalThis.fetch(address, sent)
  },
  positions,
  isErrorCode,
})

/** A new idempotency key. Works without a secure context, where `crypto.randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
