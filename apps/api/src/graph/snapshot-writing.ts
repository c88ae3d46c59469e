import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { BLOCK_BYTES, BLOCK_HEAD_BYTES, HEADER_BYTES, writeHeader } from './snapshot-layout.ts'
import type { SnapshotStamp } from './snapshot-stamp.ts'

/** A snapshot that is being written beside its place. It takes the place whole or not at all. */
export class UnfinishedSnapshot {
  readonly #file: string
  readonly #beside: string
  readonly #handle: FileHandle
  #graphBytes = 0
  #checksum = 0

  private constructor(file: string, beside: string, handle: FileHandle) {
    this.#file = file
    this.#beside = beside
    this.#handle = handle
  }

  /** Nobody else may read it: it holds everybody's ties. */
  static async begin(file: string): Promise<UnfinishedSnapshot> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const beside = `${file}.${randomBytes(4).toString('hex')}.tmp`
    return new UnfinishedSnapshot(file, beside, await open(beside, 'wx', 0o600))
  }

  /** Writes the graph's bytes; others get their turn all the while, and a piece is only looked at before the next is taken. */
  async write(pieces: Iterable<Uint8Array>, signal: AbortSignal): Promise<void> {
    // The header has its room; what belongs there is known at the end.
    await this.#handle.writeFile(Buffer.alloc(HEADER_BYTES))
    for (const part of this.#blocks(pieces)) await this.#handle.writeFile(part, { signal })
  }

  /** Puts it into its place, safe from a loss of power. */
  async finish(stamp: SnapshotStamp): Promise<void> {
    const header = writeHeader({ ...stamp, graphBytes: this.#graphBytes })
    await this.#handle.write(header, 0, HEADER_BYTES, 0)
    await this.#handle.sync()
    await this.#handle.close()
    await rename(this.#beside, this.#file)
    await syncFolder(dirname(this.#file))
  }

  /** Leaves what stands in its place as it was. */
  async discard(): Promise<void> {
    await this.#handle.close()
    await rm(this.#beside, { force: true })
  }

  *#blocks(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
    for (const block of inBlocks(pieces)) {
      this.#checksum = crc32(block, this.#checksum)
      this.#graphBytes += block.length
      const head = Buffer.alloc(BLOCK_HEAD_BYTES)
      head.writeUInt32LE(this.#checksum)
      yield head
      yield block
    }
  }
}

/** The same bytes, all blocks but the last of full length. A block is only good until the next one is taken. */
function* inBlocks(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const block = Buffer.alloc(BLOCK_BYTES)
  let filled = 0
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + BLOCK_BYTES - filled)
      block.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < BLOCK_BYTES) continue
      yield block
      filled = 0
    }
  }
  if (filled > 0) yield block.subarray(0, filled)
}

/** Removes what a killed process left beside the file. */
export async function removeUnfinished(file: string): Promise<void> {
  const folder = dirname(file)
  for (const name of await readdir(folder)) {
    const isUnfinished = name.startsWith(`${basename(file)}.`) && name.endsWith('.tmp')
    if (isUnfinished) await rm(join(folder, name), { force: true })
  }
}

// A rename is safe once the folder that holds the name is.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
