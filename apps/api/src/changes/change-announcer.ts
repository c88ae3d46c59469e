import type { FastifyBaseLogger } from 'fastify'
import type { Sql } from '../database/client.ts'
import { CHANNEL } from './change-tail.ts'

const COALESCE_MS = 3

export interface ChangeAnnouncer {
  /** Tells every process soon that the log has grown. Call after the commit; many calls make one NOTIFY. */
  announce(): void
}

/**
 * NOTIFY outside the writing transaction: inside it would serialise commits. A notification that fails or is lost costs
 * the followers one poll.
 */
export function createAnnouncer(sql: Sql, log: FastifyBaseLogger): ChangeAnnouncer {
  let pending = false
  const send = (): void => {
    pending = false
    sql.notify(CHANNEL, '').catch((cause: unknown) => log.debug({ cause }, 'a notification was lost'))
  }
  return {
    announce: () => {
      if (pending) return
      pending = true
      setTimeout(send, COALESCE_MS).unref()
    },
  }
}
