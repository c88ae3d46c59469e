import { type FastifyBaseLogger, fastify } from 'fastify'
import type { Config } from '../config.ts'

/** The log of a process: lines of JSON on its standard output, never with cookies, bodies or secrets of links. */
export function createLog(level: Config['logLevel']): FastifyBaseLogger {
  return fastify({ logger: { level, redact: ['req.headers', '*.password', '*.token'] } }).log
}
