import type { PersonId, SessionId } from '@kith/contract'
import type { FastifyRequest } from 'fastify'
import type { Written } from '../changes/change-writer.ts'
import type { Claim } from './idempotency.ts'
import { AppError } from './refusals.ts'

/** Who asks. */
export interface Viewer {
  readonly id: PersonId
  readonly no: number
  readonly session: SessionId
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route at all; a session is needed unless it says so. */
    access?: 'anyone'
    /** The route creates something and takes an Idempotency-Key. */
    creates?: boolean
  }
  interface FastifyRequest {
    viewer: Viewer | undefined
    /** Undefined when the client sent no Idempotency-Key. */
    claim: Claim | undefined
  }
  interface FastifyReply {
    /** Sets the position of a write on the answer and gives its value back. */
    wrote<T>(written: Written<T>): T
  }
}

/** The viewer of a route that needs a session. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.viewer) throw new AppError('signed_out')
  return request.viewer
}
