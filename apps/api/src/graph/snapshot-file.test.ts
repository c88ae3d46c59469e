import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { BLOCK_BYTES, blockAt } from './snapshot-layout.ts'
import { OpenSnapshot } from './snapshot-reading.ts'
import { SnapshotRefused, type SnapshotStamp } from './snapshot-stamp.ts'
import { removeUnfinished, UnfinishedSnapshot } from './snapshot-writing.ts'

const STAMP: SnapshotStamp = { database: 'ab'.repeat(32), schema: 1_700_000_000_000n, position: 2n ** 40n }
const NEVER = new AbortController().signal

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-snapshot-'))
  file = join(folder, 'below', 'graph.snapshot')
})

beforeEach(() => rm(join(folder, 'below'), { recursive: true, force: true }))

afterAll(() => rm(folder, { recursive: true, force: true }))

async function write(pieces: Iterable<Uint8Array>, stamp = STAMP): Promise<void> {
  const unfinished = await UnfinishedSnapshot.begin(file)
  await unfinished.write(pieces, NEVER)
  await unfinished.finish(stamp)
}

/** Bytes that differ from place to place. */
function bytes(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (at * 31) & 255))
}

async function read(lengths: readonly number[]): Promise<{ stamp: SnapshotStamp; parts: Uint8Array[] }> {
  const snapshot = await OpenSnapshot.open(file)
  try {
    const parts = lengths.map((length) => new Uint8Array(length))
    for (const part of parts) await snapshot.read(part)
    return { stamp: snapshot.stamp, parts }
  } finally {
    await snapshot.close()
  }
}

it('gives back what was written, in whatever portions, and lets nobody else read it', async () => {
  const large = Buffer.alloc(9 * BLOCK_BYTES + 5, bytes(251))
  await write([bytes(3), large, new Uint8Array(0), bytes(7)])
  const portions = [0, 1, BLOCK_BYTES + 4, BLOCK_BYTES - 5, 7 * BLOCK_BYTES + 12, 3]
  const { stamp, parts } = await read(portions)
  expect(stamp).toMatchObject(STAMP)
  expect(Buffer.concat(parts).equals(Buffer.concat([bytes(3), large, bytes(7)]))).toBe(true)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, 'below'))).toEqual(['graph.snapshot'])
})

it('refuses every file with one wrong bit, and every one that is cut short or goes on', async () => {
  await write([bytes(20), bytes(40)])
  const whole = await readFile(file)
  expect(await read([60])).toBeDefined()
  for (let at = 0; at < whole.length; at++) {
    const flipped = Buffer.from(whole)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    for (const wrong of [flipped, whole.subarray(0, at)]) {
      await writeFile(file, wrong)
      await expect(read([60]), `byte ${at}`).rejects.toThrow(SnapshotRefused)
    }
  }
  await writeFile(file, Buffer.concat([whole, Buffer.alloc(1)]))
  await expect(read([60])).rejects.toThrow('not as long as it should be')
})

it('refuses blocks in another order', async () => {
  await write([Buffer.alloc(BLOCK_BYTES, 1), Buffer.alloc(BLOCK_BYTES, 2)])
  const whole = await readFile(file)
  const [header, first, second] = [
    whole.subarray(0, blockAt(0)),
    whole.subarray(blockAt(0), blockAt(1)),
    whole.subarray(blockAt(1)),
  ]
  await writeFile(file, Buffer.concat([header, second, first]))
  await expect(read([2 * BLOCK_BYTES])).rejects.toThrow('damaged')
})

it('leaves the earlier file as it is until it is whole', async () => {
  await write([bytes(9)])
  const ending = new AbortController()
  const unfinished = await UnfinishedSnapshot.begin(file)
  const endless = function* () {
    for (let piece = 0; ; piece++) {
      if (piece === 10) ending.abort()
      yield bytes(16)
    }
  }
  await expect(unfinished.write(endless(), ending.signal)).rejects.toThrow('aborted')
  expect((await read([9])).stamp).toMatchObject(STAMP)
  await unfinished.discard()
  expect(await readdir(join(folder, 'below'))).toEqual(['graph.snapshot'])
})

it('a later one takes its place, and what was left beside it goes', async () => {
  await write([bytes(9)])
  await write([bytes(5)], { ...STAMP, position: 7n })
  expect((await read([5])).stamp.position).toBe(7n)
  const left = await UnfinishedSnapshot.begin(file)
  await writeFile(join(folder, 'below', 'graph.snapshot.txt'), '')
  await removeUnfinished(file)
  expect((await readdir(join(folder, 'below'))).toSorted()).toEqual(['graph.snapshot', 'graph.snapshot.txt'])
  await left.discard()
})
