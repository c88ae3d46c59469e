import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ServerJob, ServerWord } from './bench-server.ts'

export interface Usage {
  readonly cpuUs: number
  readonly rssBytes: number
}

/** An API process that was started for a bench. */
export class Served {
  readonly host: string
  readonly port: number
  readonly #process: ChildProcess

  private constructor(child: ChildProcess, host: string, port: number) {
    this.#process = child
    this.host = host
    this.port = port
  }

  /** Starts the n-th process, with a data folder of its own below the given one; resolves when it answers. */
  static async start(n: number, job: ServerJob): Promise<Served> {
    const dataFolder = join(job.dataFolder, `process-${n}`)
    await mkdir(dataFolder, { recursive: true })
    const child = fork(join(import.meta.dirname, 'bench-server.ts'))
    child.send({ ...job, dataFolder })
    const word = await wordOf(child)
    if (word.said !== 'ready') throw new Error('A server said something else than that it is ready.')
    return new Served(child, word.host, word.port)
  }

  async usage(): Promise<Usage> {
    const heard = wordOf(this.#process)
    this.#process.send('usage')
    const word = await heard
    if (word.said !== 'usage') throw new Error('A server did not say what it has used.')
    return word
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit')
    this.#process.disconnect()
    await gone
  }
}

/** What all of them have used together. */
export async function usageOf(servers: readonly Served[]): Promise<Usage> {
  const usages = await Promise.all(servers.map((server) => server.usage()))
  return {
    cpuUs: usages.reduce((sum, { cpuUs }) => sum + cpuUs, 0),
    rssBytes: usages.reduce((sum, { rssBytes }) => sum + rssBytes, 0),
  }
}

async function wordOf(child: ChildProcess): Promise<ServerWord> {
  const { promise, resolve, reject } = Promise.withResolvers<ServerWord>()
  const died = () => reject(new Error('A server ended before it answered.'))
  child.once('exit', died)
  child.once('message', (word: ServerWord) => resolve(word))
  try {
    return await promise
  } finally {
    child.off('exit', died)
  }
}
