import type { WebSocket } from '@fastify/websocket'
import { LIVE_CLOSE, type LiveChange, type LiveMessage } from '@kith/contract'
import type { Viewer } from '../http/context.ts'

// What may wait in memory for a slow reader, and how many changes are told one by one.
const MOST_BYTES = 64 * 1_024
const MOST_CHANGES = 100
const PATIENCE_MS = 5_000

export type CloseReason = keyof typeof LIVE_CLOSE

/** What of a websocket is needed to speak. */
export type Wire = Pick<WebSocket, 'send' | 'close' | 'terminate' | 'readyState' | 'OPEN' | 'bufferedAmount'>

/** One connection of one person. It holds back what it is given until it has been greeted. */
export class LiveSocket {
  readonly viewer: Viewer
  readonly #socket: Wire
  #held: LiveMessage[] | undefined = []
  #answeredPing = true

  constructor(socket: Wire, viewer: Viewer) {
    this.#socket = socket
    this.viewer = viewer
  }

  /** Says what changed; too much at once becomes "fetch everything again". */
  tell(position: string, changes: readonly LiveChange[]): void {
    if (changes.length > MOST_CHANGES) this.say({ type: 'refetch', position })
    else this.say({ type: 'changes', position, changes: [...changes] })
  }

  /** Says something, after the greeting. A reader who leaves too much unread is cut off. */
  say(message: LiveMessage): void {
    if (!this.#held) return this.#send(message)
    this.#held.push(message)
    if (this.#held.length > MOST_CHANGES) this.close('consumer_too_slow')
  }

  /** The first words on this connection, and everything that was held back meanwhile. */
  greet(...messages: readonly LiveMessage[]): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const message of [...messages, ...held]) this.#send(message)
  }

  /** Asks whether anybody is there; whoever did not answer the last time is gone. */
  ping(): void {
    if (!this.#answeredPing) return this.#socket.terminate()
    this.#answeredPing = false
    if (!this.#held) this.#send({ type: 'ping' })
  }

  /** The other side has shown that it is there. */
  heard(): void {
    this.#answeredPing = true
  }

  close(reason: CloseReason): void {
    this.#socket.close(LIVE_CLOSE[reason], reason)
    setTimeout(() => this.#socket.terminate(), PATIENCE_MS).unref()
  }

  #send(message: LiveMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > MOST_BYTES) return this.close('consumer_too_slow')
    this.#socket.send(JSON.stringify(message))
  }
}
