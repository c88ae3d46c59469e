import { type FastifyBaseLogger, fastify } from 'fastify'

/** A line of the log: what happened, how grave it is (40 is a warning), and its fields. */
export interface LogLine {
  readonly msg: string
  readonly level: number
  readonly [field: string]: unknown
}

/** A log that is heard line by line, or a silent one. */
export function openLog(hear?: (line: LogLine) => void): FastifyBaseLogger {
  if (!hear) return fastify({ logger: { level: 'silent' } }).log
  const stream = { write: (line: string) => hear(JSON.parse(line)) }
  return fastify({ logger: { level: 'info', stream } }).log
}
