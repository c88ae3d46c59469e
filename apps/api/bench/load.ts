import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'

/** One request to be made. */
export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly cookie: string
  readonly body?: unknown
  /** The position that the answer must not be behind. */
  readonly after?: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface Place {
  readonly host: string
  readonly port: number
}

/** What a run measured. */
export interface Run {
  readonly seconds: number
  /** Of every answer, from the moment at which it should have been asked. */
  readonly ms: readonly number[]
  /** The share of one core that asking took. */
  readonly clientCores: number
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

/** Asks once. Rejects when the connection breaks. */
export async function ask(
  { host, port }: Place,
  { method, path, cookie, body, after: position }: Ask,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    cookie,
    ...(position === undefined ? {} : { 'kith-after': position }),
    ...(sent === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
    ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
  }
  const asked = request({ agent, host, port, method, path, headers }, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: Buffer.concat(parts).toString(),
      }),
    )
    response.on('error', reject)
  })
  asked.on('error', reject)
  asked.end(sent)
  return promise
}

export interface Load {
  readonly places: readonly Place[]
  readonly seconds: number
  readonly next: () => Ask
}

/** As fast as the servers answer: so many requests are open at any time, in turn to each place. */
export async function fullLoad(load: Load & { open: number }): Promise<Run> {
  return measured(async (ms) => {
    const end = performance.now() + 1_000 * load.seconds
    const turn = async (n: number): Promise<void> => {
      while (performance.now() < end) {
        const start = performance.now()
        expectSuccess(await ask(placeFor(load, n), load.next()))
        ms.push(performance.now() - start)
      }
    }
    await Promise.all(Array.from({ length: load.open }, (_, n) => turn(n)))
  })
}

/** So many requests a second, evenly, whether earlier ones were answered or not. */
export async function evenLoad(load: Load & { perSecond: number }): Promise<Run> {
  return measured(async (ms) => {
    const begin = performance.now()
    const count = Math.round(load.seconds * load.perSecond)
    const turn = async (n: number): Promise<void> => {
      const due = begin + (1_000 * n) / load.perSecond
      await after(Math.max(0, due - performance.now()))
      expectSuccess(await ask(placeFor(load, n), load.next()))
      ms.push(performance.now() - due)
    }
    await Promise.all(Array.from({ length: count }, (_, n) => turn(n)))
  })
}

function placeFor({ places }: Load, n: number): Place {
  const place = places[n % places.length]
  if (place === undefined) throw new Error('There is nobody to ask.')
  return place
}

export function expectSuccess(answer: Answer): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer
  throw new Error(`A request was answered with ${answer.status}: ${answer.text.slice(0, 200)}`)
}

async function measured(work: (ms: number[]) => Promise<void>): Promise<Run> {
  const ms: number[] = []
  const used = process.cpuUsage()
  const start = performance.now()
  await work(ms)
  const seconds = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(used)
  return { seconds, ms, clientCores: (user + system) / 1e6 / seconds }
}
