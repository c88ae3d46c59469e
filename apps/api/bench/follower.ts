import { LiveMessage } from '@kith/contract'
import { WebSocket } from 'ws'
import type { Place } from './load.ts'
import type { SignedIn } from './signed-in.ts'

/** One tab of somebody: when it was told of which post. */
export class Follower {
  readonly viewer: SignedIn
  /** By post: the moment of the first message about it, as `performance.now()` counts. */
  readonly heard = new Map<string, number>()
  readonly #socket: WebSocket

  private constructor(viewer: SignedIn, socket: WebSocket) {
    this.viewer = viewer
    this.#socket = socket
  }

  /** Resolves when the server has greeted. */
  static async connect({ host, port }: Place, viewer: SignedIn): Promise<Follower> {
    const socket = new WebSocket(`ws://${host}:${port}/api/live`, { headers: { cookie: viewer.cookie } })
    const follower = new Follower(viewer, socket)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', after: null })))
    socket.on('message', (data: Buffer) =>
      follower.#hear(LiveMessage.parse(JSON.parse(data.toString())), resolve),
    )
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`A server closed a websocket with ${code}.`)))
    await promise
    return follower
  }

  close(): void {
    this.#socket.terminate()
  }

  #hear(message: LiveMessage, greeted: () => void): void {
    if (message.type === 'ready') greeted()
    if (message.type === 'ping') this.#socket.send(JSON.stringify({ type: 'pong' }))
    if (message.type === 'refetch') throw new Error('A follower was told to fetch everything again.')
    if (message.type !== 'changes') return
    for (const change of message.changes) {
      if (change.kind === 'post' && !this.heard.has(change.id)) this.heard.set(change.id, performance.now())
    }
  }
}
