import type { CloseReason, LiveSocket } from './live-socket.ts'

/** The connections of this process, by person. */
export class LiveSockets {
  readonly #byPerson = new Map<number, Set<LiveSocket>>()

  add(socket: LiveSocket): void {
    const { no } = socket.viewer
    const known = this.#byPerson.get(no)
    if (known) known.add(socket)
    else this.#byPerson.set(no, new Set([socket]))
  }

  remove(socket: LiveSocket): void {
    const { no } = socket.viewer
    const known = this.#byPerson.get(no)
    known?.delete(socket)
    if (known?.size === 0) this.#byPerson.delete(no)
  }

  isEmpty(): boolean {
    return this.#byPerson.size === 0
  }

  /** Everybody who is connected here. */
  people(): IterableIterator<number> {
    return this.#byPerson.keys()
  }

  of(person: number): Iterable<LiveSocket> {
    return this.#byPerson.get(person) ?? []
  }

  all(): LiveSocket[] {
    return [...this.#byPerson.values()].flatMap((sockets) => [...sockets])
  }

  closeAll(reason: CloseReason): void {
    for (const socket of this.all()) socket.close(reason)
  }
}
