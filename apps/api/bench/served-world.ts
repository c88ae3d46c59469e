import { drawPosts } from '@kith/trust-graph/bench/drawn-posts'
import { readGraphFile } from '@kith/trust-graph/bench/graph-file'
import { generatedGraph } from '@kith/trust-graph/bench/reach-graphs'
import { cached } from '@kith/trust-graph/bench/yardstick'
import { type BenchDatabase, openServedDatabase } from './bench-database.ts'
import { Served } from './served.ts'
import { type SignedIn, signIn } from './signed-in.ts'

// The posts end here, whenever the world is drawn; those that a bench writes come later.
const END = Date.UTC(2026, 10, 1) / 1_000
// Somebody in twenty asks for something just now.
const PEOPLE_PER_ASK = 20

export interface WorldSize {
  readonly people: number
  readonly degree: number
  readonly posts: number
  readonly seed: number
}

/** A drawn world that is served over HTTP, and people of it who are signed in. */
export interface ServedWorld {
  readonly opened: BenchDatabase
  readonly servers: readonly Served[]
  readonly viewers: readonly SignedIn[]
  stop(): Promise<void>
}

/** Opens the world of this size, drawn once and kept, and serves it by so many processes. */
export async function openServedWorld(
  size: WorldSize,
  { processes, viewers }: { processes: number; viewers: number },
): Promise<ServedWorld> {
  const { people, degree, posts, seed } = size
  const name = `served-${people}-${degree}-${posts}-${seed}-asks`
  const folder = await cached(name)
  const opened = await openServedDatabase(folder, async () => ({
    graph: readGraphFile(await generatedGraph({ people, degree, seed })),
    posts: drawPosts({ people, count: posts, seed, now: END }),
    asks: { count: Math.ceil(people / PEOPLE_PER_ASK), people, seed, now: END },
  }))
  const servers: Served[] = []
  const stop = async () => {
    for (const server of servers) await server.stop()
    await opened.stop()
  }
  try {
    const signedIn = await signIn(opened.database, { people, count: viewers, seed })
    const job = {
      connection: opened.connection,
      dataFolder: await cached(`${name}.data`),
    }
    for (let n = 0; n < processes; n++) servers.push(await Served.start(n, job))
    return { opened, servers, viewers: signedIn, stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}
