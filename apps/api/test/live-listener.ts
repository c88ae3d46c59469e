import { LiveMessage, ReadRecommendation } from '@kith/contract'
import { WebSocket } from 'ws'
import { expectBody, type Person, type World } from './api-world.ts'
import { recommendationOf } from './world-words.ts'

/** Opens the API on a port of its own; answers its address without the protocol. */
export async function listen({ app }: World): Promise<string> {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return address.replace('http://', '')
}

const PING = JSON.stringify({ type: 'ping' })

/** One websocket of somebody: all bytes that it is told, in order, but for the pings that it answers. */
export class Listener {
  readonly texts: string[] = []
  readonly closed: Promise<number>
  /** The post that shows that everything before it was told. */
  #marker: string | undefined
  readonly #socket: WebSocket
  readonly #person: Person
  #look: () => void = () => undefined

  constructor(host: string, person: Person) {
    this.#person = person
    this.#socket = new WebSocket(`ws://${host}/api/live`, { headers: { cookie: person.cookie } })
    this.#socket.on('message', (data: Buffer) => {
      const text = data.toString()
      // As any client: whoever answers no ping is dropped before a slow machine is through with its test.
      if (text === PING) return this.say(JSON.stringify({ type: 'pong' }))
      this.texts.push(text)
      this.#look()
    })
    const { promise, resolve } = Promise.withResolvers<number>()
    this.closed = promise
    this.#socket.on('close', resolve)
    this.#socket.on('error', () => undefined)
  }

  /** Whether a change is no news but the end of it. */
  isMarker(change: unknown): boolean {
    return JSON.stringify(change) === JSON.stringify({ kind: 'post', id: this.#marker })
  }

  async open(): Promise<this> {
    await new Promise((resolve) => this.#socket.once('open', resolve))
    return this
  }

  async hello(): Promise<this> {
    await this.open()
    this.say(JSON.stringify({ type: 'hello', after: null }))
    await this.until(() => this.texts.some((text) => text.includes('"ready"')))
    this.texts.length = 0
    return this
  }

  say(frame: string | Buffer): void {
    this.#socket.send(frame)
  }

  /**
   * Everything that was told until now. A post in the notebook, which nobody else hears of, is said anew: its id comes after
   * whatever happened before it, and comes from nothing else.
   */
  async settled(): Promise<string[]> {
    if (this.#marker === undefined) {
      const made = await this.#person.post('/api/recommendations', recommendationOf({}, { form: 'notebook' }))
      this.#marker = expectBody(ReadRecommendation, made).voice.post
    } else {
      const again = await this.#person.patch(`/api/recommendations/${this.#marker}`, { stillTrue: true })
      expectBody(ReadRecommendation, again)
    }
    const marker = this.#marker
    const at = () => this.texts.findIndex((text) => text.includes(marker))
    await this.until(() => at() >= 0)
    return this.texts.splice(0, at() + 1)
  }

  async until(isTrue: () => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#look = () => {
      if (isTrue()) resolve()
    }
    this.#look()
    await promise
  }

  close(): void {
    this.#socket.terminate()
  }
}

/** The changes that some messages told of, in the exact shape of the contract and nothing beside it. */
export function changesIn(texts: readonly string[]): unknown[] {
  return texts.flatMap((text) => {
    const said: unknown = JSON.parse(text)
    const message = LiveMessage.parse(said)
    if (JSON.stringify(message) !== text)
      throw new Error(`expected nothing but the contract's fields in ${text}`)
    return message.type === 'changes' ? message.changes : []
  })
}
