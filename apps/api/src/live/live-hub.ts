import type { LiveChange } from '@kith/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { Change } from '../changes/change-kinds.ts'
import type { Position } from '../changes/change-log.ts'
import { sealPosition } from '../changes/sealed-position.ts'
import type { Seal } from '../changes/sealed-value.ts'
import type { Sql } from '../database/client.ts'
import type { Graph, GraphListener } from '../graph/graph-follower.ts'
import { seconds } from '../graph/voice-reader.ts'
import { readLivingSessions } from './live-check.ts'
import { addNews, type News, noNews, note } from './live-news.ts'
import { findNotified } from './live-notified.ts'
import { findPostNews } from './live-posts.ts'
import type { LiveSocket } from './live-socket.ts'
import { LiveSockets } from './live-sockets.ts'

const PING_MS = 25_000
const RETRY_MS = 1_000
// So many posts at once come from an import: everybody fetches again, instead of one search for each.
const MOST_POSTS = 200

export interface HubDeps {
  readonly sql: Sql
  readonly graph: Graph
  readonly seal: Seal
  readonly now: () => Date
  readonly log: FastifyBaseLogger
}

/** What has to be told, gathered while the last telling is under way. */
interface Pending {
  readonly news: News
  /** By post, who of the connected heard it before it changed. */
  readonly heardBefore: Map<number, Set<number>>
  position: Position
  everything: boolean
}

/** Tells the connected what changed for them, in the order of the change log and checked by the database. */
export class LiveHub implements GraphListener {
  readonly sockets = new LiveSockets()
  readonly #deps: HubDeps
  #pending: Pending | undefined
  #telling = false
  #told: Position = 0n
  #pinging: NodeJS.Timeout | undefined

  constructor(deps: HubDeps) {
    this.#deps = deps
    deps.graph.listen(this)
  }

  start(): void {
    this.#pinging = setInterval(() => {
      this.#ping().catch((err: unknown) => this.#deps.log.error({ err }, 'could not look after the sockets'))
    }, PING_MS)
    this.#pinging.unref()
  }

  stop(): void {
    clearInterval(this.#pinging)
    this.sockets.closeAll('going_down')
  }

  before(changes: readonly Change[]): void {
    const { engine } = this.#deps.graph
    const now = seconds(this.#deps.now())
    const posts = changes.filter(({ kind }) => kind === 'post')
    if (this.sockets.isEmpty() || posts.length > MOST_POSTS) return
    for (const change of posts) {
      for (const viewer of engine.whoHears(change.a, this.sockets.people(), now)) {
        note(this.#gather().heardBefore, change.a, viewer)
      }
    }
  }

  after(changes: readonly Change[], position: Position): void {
    const pending = this.#gather()
    addNews(pending.news, changes)
    if (pending.news.posts.size > MOST_POSTS) pending.everything = true
    pending.position = position
    this.#wake()
  }

  rebuilt(position: Position): void {
    const pending = this.#gather()
    pending.everything = true
    pending.position = position
    this.#wake()
  }

  #gather(): Pending {
    this.#pending ??= { news: noNews(), heardBefore: new Map(), position: this.#told, everything: false }
    return this.#pending
  }

  #wake(): void {
    if (this.#telling) return
    this.#telling = true
    void this.#tellAll()
  }

  async #tellAll(): Promise<void> {
    while (this.#pending) {
      const pending = this.#pending
      this.#pending = undefined
      try {
        await this.#tell(pending)
        this.#told = pending.position
      } catch (err) {
        this.#deps.log.error({ err }, 'could not tell what changed, everybody will fetch again')
        const again = this.#gather()
        again.everything = true
        if (again.position < pending.position) again.position = pending.position
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref())
      }
    }
    // At once, and not when somebody hears that this is over: what comes in between would be gathered and never told.
    this.#telling = false
  }

  async #tell(pending: Pending): Promise<void> {
    if (pending.everything) {
      for (const socket of await this.#signedIn(this.sockets.all())) {
        socket.say({ type: 'refetch', position: this.#seal(pending.position) })
      }
      return
    }
    const changes = await this.#changesFor(pending)
    const concerned = new Set([...changes.keys(), ...pending.news.sessions])
    const sockets = [...concerned].flatMap((person) => [...this.sockets.of(person)])
    for (const socket of await this.#signedIn(sockets)) {
      const news = changes.get(socket.viewer.no)
      if (news) socket.tell(this.#seal(pending.position), news)
    }
  }

  async #changesFor({ news, heardBefore }: Pending): Promise<ReadonlyMap<number, readonly LiveChange[]>> {
    const changes = new Map<number, LiveChange[]>()
    const tell = (person: number, change: LiveChange) => {
      const known = changes.get(person)
      if (known) known.push(change)
      else changes.set(person, [change])
    }
    const connected = new Set(this.sockets.people())
    for (const [person, lists] of news.lists) {
      if (connected.has(person)) for (const kind of lists) tell(person, { kind })
    }
    for (const { viewer, change } of await findPostNews(this.#deps, { news, heardBefore, connected })) {
      tell(viewer, change)
    }
    for (const viewer of await findNotified(this.#deps, news.notified, connected)) {
      tell(viewer, { kind: 'notifications' })
    }
    return changes
  }

  /** Of these sockets those whose session lives; the others are closed before they are told anything. */
  async #signedIn(sockets: readonly LiveSocket[]): Promise<readonly LiveSocket[]> {
    if (sockets.length === 0) return []
    const sessions = [...new Set(sockets.map(({ viewer }) => viewer.session))]
    const living = await readLivingSessions(this.#deps.sql, sessions)
    return sockets.filter((socket) => {
      if (living.has(socket.viewer.session)) return true
      socket.close('signed_out')
      return false
    })
  }

  // A new position now and then, whether or not anything was told, so that whoever comes back is not too far behind.
  async #ping(): Promise<void> {
    for (const socket of await this.#signedIn(this.sockets.all())) {
      socket.ping()
      if (this.#told > 0n) socket.tell(this.#seal(this.#told), [])
    }
  }

  #seal(position: Position): string {
    return sealPosition(this.#deps.seal, position)
  }
}
