import { once } from 'node:events'
import { isRunning, type Launch, startServer, stopServer } from './server-process.ts'

const LONG_ENOUGH_MS = 5_000
const HASTY_DEATHS = 20

/** A server that is started again when it dies. */
export type SupervisedServer = {
  /** Resolves with the reason when the server died and could not be started again; never rejects. */
  lost: Promise<Error>
  stop(): Promise<void>
}

/** Starts a server and keeps it running until it is stopped; gives up when it keeps dying within seconds. */
export async function superviseServer(
  launch: Launch,
  log: (sentence: string) => void,
): Promise<SupervisedServer> {
  const lost = Promise.withResolvers<Error>()
  let stopping = false
  let child = await startServer(launch)
  let startedAt = performance.now()
  let hastyDeaths = 0

  async function keepRunning(): Promise<void> {
    for (;;) {
      if (isRunning(child)) await once(child, 'exit')
      if (stopping) return
      hastyDeaths = performance.now() - startedAt < LONG_ENOUGH_MS ? hastyDeaths + 1 : 0
      if (hastyDeaths === HASTY_DEATHS) throw new Error('PostgreSQL died again and again within seconds')
      log('PostgreSQL ended unexpectedly; it is started again.')
      child = await startServer(launch)
      startedAt = performance.now()
      if (stopping) return stopServer(child)
    }
  }

  const running = keepRunning().catch((error: unknown) =>
    lost.resolve(error instanceof Error ? error : new Error('PostgreSQL was lost', { cause: error })),
  )
  return {
    lost: lost.promise,
    async stop() {
      stopping = true
      await stopServer(child)
      await running
    },
  }
}
