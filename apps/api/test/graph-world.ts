import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Basis, type MakeAsk, type MakeRecommendation, type TiesAudience } from '@kith/contract'
import { testDatabase } from '@kith/testkit/database'
import { asking, PLAIN_WORDS, plainFacts } from '@kith/testkit/plain-post'
import { vi } from 'vitest'
import { createAskRooms } from '../src/app-asks.ts'
import type { Position } from '../src/changes/change-log.ts'
import { readChanges } from '../src/changes/change-reader.ts'
import { createWriter } from '../src/changes/change-writer.ts'
import { createSeal } from '../src/changes/sealed-value.ts'
import { openDatabase, type Sql } from '../src/database/client.ts'
import { migrateDatabase } from '../src/database/migrate.ts'
import { newIds } from '../src/database/new-ids.ts'
import { createFeed } from '../src/feed/feed-service.ts'
import { createGraph, type Graph, type GraphDeps } from '../src/graph/graph-follower.ts'
import { createAskReader, createVoiceReader } from '../src/graph/voice-reader.ts'
import { createLikeness } from '../src/likeness/likeness-service.ts'
import { notify } from '../src/notifications/notify.ts'
import { createPlaces } from '../src/places/places-service.ts'
import { createSeePerson } from '../src/recommendations/person-voices.ts'
import { createReading } from '../src/recommendations/recommendation-reading.ts'
import { createRecommendations } from '../src/recommendations/recommendation-service.ts'
import { createSearch } from '../src/search/search-service.ts'
import { createSubjects } from '../src/subjects/subjects-service.ts'
import { lockTieWith } from '../src/ties/ties-store.ts'
import { type Asked, createAskWrites } from './ask-writes.ts'
import { openLog } from './heard-log.ts'
import { createWorldWrites, type Recommended, type Somebody, type Write } from './world-writes.ts'

export type World = Awaited<ReturnType<typeof openWorld>>

const FIRST = new Date('2026-03-01T08:00:00.000Z')

/**
 * A small world in a real database, with the rooms that read it over an engine that is told of changes only when the test
 * says so: until `catchUp` it is frozen.
 */
export async function openWorld() {
  const rows = await testDatabase({ migrate: migrateDatabase })
  const database = openDatabase(rows.connection)
  const { db, sql } = database
  const writer = createWriter({ db, announcer: { announce: () => undefined } })
  const write: Write = async (work) => (await writer.write(work)).value

  let clock = FIRST
  const now = () => clock
  const folder = await mkdtemp(join(tmpdir(), 'kith-graph-'))
  const newGraph = (more: Partial<GraphDeps> = {}) =>
    createGraph({
      sql,
      log: openLog(),
      now,
      say: () => undefined,
      stopping: new AbortController().signal,
      snapshotFile: join(folder, 'graph.snapshot'),
      ...more,
    })
  const graph = newGraph()
  let position: Position = await graph.rebuild()
  const catchUp = async () => {
    position = await follow(sql, graph, position)
  }

  const rooms = (over: Graph, caughtUp: () => Promise<boolean>) => {
    const readers = { sql, graph: over, tail: { caughtUp }, now }
    const voices = createVoiceReader(readers)
    const asks = createAskReader(readers)
    const seal = createSeal(Buffer.alloc(32, 7))
    const deps = { db, sql, graph: over, voices, asks, seal, now, ids: newIds, changes: writer }
    const reading = createReading(deps)
    const asking = createAskRooms({ ...deps, notify, lockTieWith })
    return {
      reading,
      ...asking,
      recommendations: createRecommendations({
        ...deps,
        reading,
        notify,
        lockTieWith,
        answers: asking.answers,
      }),
      feed: createFeed({ ...deps, viewTie: async () => undefined }),
      subjects: createSubjects({ ...deps, mostVoices: 24 }),
      likeness: createLikeness(deps),
      search: createSearch({ ...deps, few: 2_000 }),
      /** The same, over the words of those alone who may be heard. */
      searchAmongHeard: createSearch({ ...deps, few: -1 }),
      places: createPlaces(sql),
      seePerson: createSeePerson(deps),
    }
  }
  const frozen: Graph = {
    get engine() {
      return graph.engine
    },
    repair: async () => undefined,
    listen: () => undefined,
    open: async () => position,
    rebuild: async () => position,
    apply: async () => undefined,
  }

  const said = (wish: Wish): MakeRecommendation => ({
    about: null,
    subject: plainFacts('craftsman', wish.title),
    verdict: wish.verdict ?? 'recommend',
    interest: wish.interest ?? 'none',
    words: {
      ...PLAIN_WORDS,
      why: `why ${wish.title}`,
      basis: wish.basis ?? 'own',
      interestWords: wish.interest && wish.interest !== 'none' ? 'I have a part in it' : null,
    },
    audience: wish.audience ?? { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
    onward: wish.onward ?? 1,
    language: 'en',
    ...(wish.about ? { about: wish.about } : {}),
    ...(wish.words ? { words: wish.words } : {}),
    ...(wish.subject ? { subject: wish.subject } : {}),
  })

  const live = rooms(graph, async () => {
    await catchUp()
    return true
  })

  return {
    database,
    sql,
    write,
    /** What somebody who recommends something sends. */
    said,
    graph,
    /** A graph of its own over the same rows, not opened yet. */
    newGraph,
    /** The same engine, for readers who must neither repair it nor be told by it. */
    frozenGraph: frozen,
    catchUp,
    /** Rooms whose engine follows as soon as they wait for it. */
    live,
    /** Rooms whose engine never follows and is never repaired. */
    frozen: rooms(frozen, async () => false),
    /** Rooms whose engine never follows but may be repaired. */
    repairing: rooms(graph, async () => false),
    now,
    setTime: (moment: Date) => {
      clock = moment
    },
    close: async () => {
      await database.close()
      await rows.drop()
      await rm(folder, { recursive: true, force: true })
    },

    ...createWorldWrites(write, now),
    ...createAskWrites(write, now),

    recommend: async (author: Somebody, wish: Wish): Promise<Recommended> => {
      const { value } = await live.recommendations.make(author, said(wish), undefined)
      const [row] = await sql<{ no: number }[]>`select no from post where id = ${value.voice.post}`
      return { id: value.voice.post, no: row?.no ?? 0, subject: value.voice.subject.id }
    },

    ask: async (author: Somebody, wish: Partial<MakeAsk> = {}): Promise<Asked> => {
      const { value } = await live.ownAsks.make(author, asking(wish, now()), undefined)
      const [row] = await sql<{ no: number }[]>`select no from post where id = ${value.ask.post}`
      return { id: value.ask.post, no: row?.no ?? 0, author }
    },
  }
}

type Wish = Partial<MakeRecommendation> & { title: string; basis?: Basis }

export function forTies(parts: Partial<TiesAudience>): TiesAudience {
  return { form: 'ties', all: false, circles: [], singles: [], excepted: [], ...parts }
}

/**
 * Tells the graph everything that was committed before the call and answers how far it is then. Transactions of tests that
 * run beside this one hold the horizon back: the log is read until it is there.
 */
export async function follow(sql: Sql, graph: Graph, from: Position): Promise<Position> {
  const [row] = await sql<{ next: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`
  const target = BigInt(row?.next ?? '0')
  let position = from
  await vi.waitUntil(
    async () => {
      const batch = await readChanges(sql, position)
      if (batch.kind === 'behind') throw new Error('expected the log to be whole')
      if (batch.changes.length > 0) await graph.apply(batch.changes, batch.position)
      position = batch.position
      return position >= target
    },
    { timeout: 20_000, interval: 5 },
  )
  return position
}
