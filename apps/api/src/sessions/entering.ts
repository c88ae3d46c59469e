import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from './sessions-service.ts'
import type { Entered } from './sign-up.ts'

/** Where a request came from. */
export function callerOf(request: FastifyRequest): Caller {
  const { origin, 'user-agent': device = '' } = request.headers
  return { address: request.ip, device: device.slice(0, 200), origin }
}

/** Answers who came in, with the cookies of the new session. */
export function enter(reply: FastifyReply, status: 200 | 201, { me, cookies }: Entered) {
  return reply
    .code(status)
    .header('set-cookie', [...cookies])
    .send({ me })
}
