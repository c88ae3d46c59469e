import { AFTER_HEADER, LIMITS, POSITION_HEADER } from '@kith/contract'
import type { FastifyInstance } from 'fastify'
import type { Position } from '../changes/change-log.ts'
import { openPositions, sealPosition } from '../changes/sealed-position.ts'
import type { Seal } from '../changes/sealed-value.ts'

const WAIT_MS = 500

/**
 * Read your writes, also on another process: a write answers its sealed position, and a request that brings positions waits
 * until this process has followed the log past the highest of them, 500 ms at most, and is answered anyway. A write waits
 * like a read: what one may answer, thank for or pass on is what the engine has heard of.
 */
export function installPositions(
  api: FastifyInstance,
  deps: { seal: Seal; caughtUp: (target: Position, waitMs: number) => Promise<boolean> },
): void {
  api.decorateReply('wrote', function wrote(written) {
    this.header(POSITION_HEADER, sealPosition(deps.seal, written.position))
    return written.value
  })
  api.addHook('preHandler', async (request) => {
    const header = request.headers[AFTER_HEADER]
    if (typeof header !== 'string') return
    const sealed = header.split(',', LIMITS.positions).map((one) => one.trim())
    const target = openPositions(deps.seal, sealed)
    if (target !== undefined) await deps.caughtUp(target, WAIT_MS)
  })
}
