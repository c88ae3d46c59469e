import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import {
  Logger,
  makeWorkerUtils,
  parseCronItems,
  type Runner,
  type RunnerOptions,
  run,
  type WorkerEvents,
} from 'graphile-worker'
import pg from 'pg'
import type { Connection } from '../database/client.ts'

// One listens for new jobs, the others do them.
const CONNECTIONS = 3
const AT_ONCE = 2
const AGAIN_MS = 5_000
const EVERY_TEN_MINUTES = '*/10 * * * *'

/** What is done for somebody, by his number and nothing else. */
export type PersonJob = (person: number) => Promise<void>

export interface JobsDeps {
  readonly connection: Connection
  readonly log: FastifyBaseLogger
  /** Every ten minutes, in one process of all: names those for whom `perPerson` is to be done. */
  readonly round: () => Promise<readonly number[]>
  readonly perPerson: PersonJob
  /** Every ten minutes, in one process of all: removes what has run out. */
  readonly housekeeping: () => Promise<void>
}

export interface Jobs {
  start(): void
  /** Resolves once what is being done has been done or given up. */
  stop(): Promise<void>
}

/**
 * Does in one of all processes what nobody waits for. Jobs lie in PostgreSQL, in a schema of the library's own, which it
 * makes at the start; a person has one at a time.
 */
export function createJobs(deps: JobsDeps): Jobs {
  const ending = new AbortController()
  let runner: Runner | undefined
  let ended = Promise.resolve()
  const runOnce = async (pool: pg.Pool): Promise<void> => {
    await forgetAbandoned(pool)
    const begun = await run(optionsOf(deps, pool))
    runner = begun
    if (ending.signal.aborted) await begun.stop()
    else {
      // What was due while nobody ran is not left until the next round. Whether that can be said or not, its end is waited
      // for from now on: were it to fail with nobody waiting, it would end the process.
      begun
        .addJob('round', {}, { jobKey: 'round', maxAttempts: 1 })
        .catch((err: unknown) => deps.log.warn({ err }, 'what is due waits for the next round'))
    }
    await begun.promise
  }
  // The library gives up when the database is away for long.
  const keepRunning = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      // Each run has its own, since a connection of the one before would say that it still runs.
      const pool = openPool(deps)
      await runOnce(pool).catch((err: unknown) => deps.log.error({ err }, 'jobs are not done for a while'))
      await pool.end()
      await pause(AGAIN_MS, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }
  return {
    start: () => {
      ended = keepRunning()
    },
    stop: async () => {
      ending.abort()
      await runner?.stop().catch(() => undefined)
      await ended
    },
  }
}

function optionsOf({ log, round, perPerson, housekeeping }: JobsDeps, pgPool: pg.Pool): RunnerOptions {
  return {
    pgPool,
    events: signed(log),
    noHandleSignals: true,
    concurrency: AT_ONCE,
    logger: quietLogger(log),
    parsedCronItems: parseCronItems(
      ['round', 'housekeeping'].map((task) => ({
        ...{ task, match: EVERY_TEN_MINUTES, identifier: task },
        options: { jobKey: task, maxAttempts: 1 },
      })),
    ),
    taskList: {
      round: async (_payload, { addJob }) => {
        for (const person of await round()) {
          await addJob('person', { person }, { jobKey: `person-${person}`, maxAttempts: 1 })
        }
      },
      person: async (payload) => perPerson(personOf(payload)),
      housekeeping: async () => {
        await forgetAbandoned(pgPool)
        await housekeeping()
      },
    },
  }
}

/** Whoever does jobs says so by the name of the connection on which it listens, which is gone when it is. */
function signed(log: FastifyBaseLogger): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:listen:success', ({ workerPool, client }) => {
    // A connection is asked one thing at a time, and this one is about to be told to listen.
    client.once('drain', () => {
      client
        .query(`select set_config('application_name', $1, false)`, [workerPool.id])
        .catch((err: unknown) => log.debug({ err }, 'a connection for jobs was lost right away'))
    })
  })
  return events
}

/** Removes what is held by processes that are gone. Whoever was not told is named by the next round. */
async function forgetAbandoned(pgPool: pg.Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool })
  await utils.migrate()
  const { rows } = await pgPool.query<{ holder: string }>(`
    select locked_by as holder from graphile_worker.jobs where locked_by is not null
    except select application_name from pg_stat_activity`)
  await utils.forceUnlockWorkers(rows.map(({ holder }) => holder))
  await utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] })
  await utils.release()
}

function personOf(payload: unknown): number {
  const known = typeof payload === 'object' && payload !== null && 'person' in payload
  const person = known ? payload.person : undefined
  if (typeof person !== 'number') throw new Error('expected a job to name a person')
  return person
}

function openPool({ connection, log }: JobsDeps): pg.Pool {
  const usual = { max: CONNECTIONS, application_name: 'kith-jobs' }
  const pool = new pg.Pool(
    typeof connection === 'string'
      ? { connectionString: connection, ...usual }
      : { ...socketOf(connection), ...usual },
  )
  // Without listeners a lost connection would end the process; the library takes another one.
  pool.on('error', (err) => log.warn({ err }, 'a connection for jobs was lost'))
  pool.on('connect', (client) => {
    client.on('error', (err) => log.debug({ err }, 'a connection for jobs was lost while in use'))
  })
  return pool
}

function socketOf({
  host,
  port,
  username,
  user,
  database,
  password,
}: Exclude<Connection, string>): pg.PoolConfig {
  return {
    ...(typeof host === 'string' ? { host } : {}),
    ...(typeof port === 'number' ? { port } : {}),
    ...(database === undefined ? {} : { database }),
    ...(username === undefined && user === undefined ? {} : { user: username ?? user }),
    ...(typeof password === 'string' ? { password } : {}),
  }
}

function quietLogger(log: FastifyBaseLogger): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ meta }, message)
    else if (level === 'warning') log.warn({ meta }, message)
    else log.debug({ meta }, message)
  })
}
