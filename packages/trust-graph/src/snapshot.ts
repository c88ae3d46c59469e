import { type BlockArena, MARGIN } from './block-arena.ts'
import { GraphFacts } from './graph-facts.ts'
import type { GrowingWords } from './growing.ts'
import { tablesOf } from './snapshot-tables.ts'

/**
 * A graph as a sequence of 32-bit words, in the order of the machine:
 *
 *   magic | version | today | highest post
 *   four arenas: free lists, heads, data          each array as its length and its words
 *   authors of posts                               the same
 *   tables                                         pieces of rows {length, words}, each piece with its length, then 0
 *
 * Arenas are written as they lie, so that reading one back is copying it.
 */

const MAGIC = 0x4b746731
const VERSION = 3
/** Words that are handed over at a time. */
const PIECE = 1 << 20

/** The bytes are not those of a graph that this version of the engine wrote. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
}

/** Fills the given bytes with the next ones of a snapshot. */
export type ReadBytes = (into: Uint8Array) => Promise<void>

/** The graph as bytes, piece by piece. A piece is only good until the next one is taken. */
export function* saveFacts(facts: GraphFacts): Generator<Uint8Array> {
  const { posts, experience } = facts
  yield bytesOf(Int32Array.of(MAGIC, VERSION, experience.today, posts.highest))
  for (const arena of arenasOf(facts)) {
    for (const words of arena.state()) yield* saveWords(words)
  }
  yield* saveWords(posts.authors)
  for (const table of tablesOf(facts)) yield* saveRows(table.rows())
  yield bytesOf(Int32Array.of(MAGIC))
}

/** The facts whose bytes `read` gives. Throws a SnapshotError if they are not what `saveFacts` of this version made. */
export async function readFacts(read: ReadBytes): Promise<GraphFacts> {
  const [magic, version, today, highest] = await readWords(read, 4)
  if (magic !== MAGIC) throw new SnapshotError('These are not the bytes of a graph.')
  if (version !== VERSION)
    throw new SnapshotError(`The graph was written by version ${version} of the engine; this is ${VERSION}.`)
  const facts = new GraphFacts(today!)
  for (const arena of arenasOf(facts)) {
    const free = await readArray(read)
    await readInto(read, arena.headWords)
    arena.revive(free, await readInto(read, arena.dataWords, MARGIN))
  }
  facts.posts.highest = highest!
  facts.posts.authors = await readArray(read)
  for (const table of tablesOf(facts)) for await (const row of readRows(read)) table.add(row)
  const [end] = await readWords(read, 1)
  if (end !== MAGIC) throw new SnapshotError('The bytes of the graph do not end where they should.')
  return facts
}

function arenasOf({ ties, posts, circles }: GraphFacts): readonly BlockArena[] {
  return [ties.from, ties.into, posts.byAuthor, circles.lists]
}

function bytesOf(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
}

function* saveWords(words: Int32Array): Generator<Uint8Array> {
  yield bytesOf(Int32Array.of(words.length))
  for (let at = 0; at < words.length; at += PIECE) yield bytesOf(words.subarray(at, at + PIECE))
}

function* saveRows(rows: Iterable<readonly number[]>): Generator<Uint8Array> {
  let piece: number[] = []
  for (const row of rows) {
    piece.push(row.length, ...row)
    if (piece.length < PIECE / 16) continue
    yield* saveWords(Int32Array.from(piece))
    piece = []
  }
  if (piece.length > 0) yield* saveWords(Int32Array.from(piece))
  yield bytesOf(Int32Array.of(0))
}

async function readWords(read: ReadBytes, count: number): Promise<Int32Array<ArrayBuffer>> {
  const words = new Int32Array(count)
  await read(bytesOf(words))
  return words
}

async function readLength(read: ReadBytes): Promise<number> {
  const [length] = await readWords(read, 1)
  if (length === undefined || length < 0)
    throw new SnapshotError('The bytes of the graph name an impossible length.')
  return length
}

async function readArray(read: ReadBytes): Promise<Int32Array<ArrayBuffer>> {
  return readWords(read, await readLength(read))
}

/** Reads an array to where it is to lie, with a margin behind it, and answers its length. */
async function readInto(read: ReadBytes, place: GrowingWords, margin = 0): Promise<number> {
  const length = await readLength(read)
  place.reach(length + margin)
  await read(bytesOf(place.words.subarray(0, length)))
  return length
}

async function* readRows(read: ReadBytes): AsyncGenerator<readonly number[]> {
  for (let piece = await readArray(read); piece.length > 0; piece = await readArray(read)) {
    for (let at = 0; at < piece.length; at += 1 + piece[at]!) {
      yield [...piece.subarray(at + 1, at + 1 + piece[at]!)]
    }
  }
}
