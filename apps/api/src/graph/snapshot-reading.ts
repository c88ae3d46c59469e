import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import {
  BLOCK_BYTES,
  BLOCK_HEAD_BYTES,
  blockAt,
  fileBytes,
  HEADER_BYTES,
  readHeader,
  type SnapshotHeader,
} from './snapshot-layout.ts'
import { SnapshotRefused, type SnapshotStamp } from './snapshot-stamp.ts'

/** So many blocks are on their way from the disk while one is looked at. */
const BLOCKS_AHEAD = 4

/** A snapshot that is being read. No byte of the graph is handed out before its checksum was found right. */
export class OpenSnapshot {
  readonly stamp: SnapshotStamp
  readonly #handle: FileHandle
  readonly #graphBytes: number
  /** How many blocks were read. */
  #blocks = 0
  /** What was read and not handed out yet. */
  #begun: Uint8Array = new Uint8Array(0)
  #checksum = 0

  private constructor({ graphBytes, ...stamp }: SnapshotHeader, handle: FileHandle) {
    this.stamp = stamp
    this.#graphBytes = graphBytes
    this.#handle = handle
  }

  /** Throws SnapshotRefused for what is no whole snapshot of this version. Whoever opens it closes it. */
  static async open(file: string): Promise<OpenSnapshot> {
    const handle = await open(file)
    try {
      const header = Buffer.alloc(HEADER_BYTES)
      await fill(handle, 0, header)
      const { size } = await handle.stat()
      const snapshot = new OpenSnapshot(readHeader(header), handle)
      if (size !== fileBytes(snapshot.#graphBytes)) throw cutShort()
      return snapshot
    } catch (cause) {
      await handle.close()
      throw cause
    }
  }

  /** Fills the given bytes with the next ones of the graph. Throws SnapshotRefused for damaged ones; they count for nothing. */
  async read(into: Uint8Array): Promise<void> {
    for (let filled = 0; filled < into.length; ) {
      const left = this.#graphBytes - this.#blocks * BLOCK_BYTES
      const whole = this.#begun.length > 0 ? 0 : wholeBlocks(Math.min(left, into.length - filled))
      await this.#readBlocks(into.subarray(filled, filled + whole))
      filled += whole
      if (this.#begun.length === 0 && filled < into.length) await this.#begin(left - whole)
      const part = this.#begun.subarray(0, into.length - filled)
      into.set(part, filled)
      filled += part.length
      this.#begun = this.#begun.subarray(part.length)
    }
  }

  close(): Promise<void> {
    return this.#handle.close()
  }

  async #begin(left: number): Promise<void> {
    if (left <= 0) throw cutShort()
    const block = new Uint8Array(Math.min(BLOCK_BYTES, left))
    await this.#readBlocks(block)
    this.#begun = block
  }

  /** Fills the bytes with the next blocks, straight from the file, and judges each while later ones are on their way. */
  async #readBlocks(into: Uint8Array): Promise<void> {
    const count = Math.ceil(into.length / BLOCK_BYTES)
    const reading: Promise<Block>[] = []
    try {
      for (let i = 0; i < count; i++) {
        while (reading.length < Math.min(count, i + BLOCKS_AHEAD)) {
          const at = reading.length * BLOCK_BYTES
          reading.push(
            readBlock(this.#handle, this.#blocks + reading.length, into.subarray(at, at + BLOCK_BYTES)),
          )
        }
        const block = await reading[i]
        if (block !== undefined) this.#judge(block)
      }
      this.#blocks += count
    } finally {
      await Promise.allSettled(reading)
    }
  }

  #judge({ bytes, checksum }: Block): void {
    this.#checksum = crc32(bytes, this.#checksum)
    if (this.#checksum !== checksum) throw new SnapshotRefused('Its bytes are damaged.')
  }
}

interface Block {
  readonly bytes: Uint8Array
  /** Of all bytes up to its end, as the file has it. */
  readonly checksum: number
}

async function readBlock(handle: FileHandle, number: number, into: Uint8Array): Promise<Block> {
  const head = Buffer.alloc(BLOCK_HEAD_BYTES)
  await fill(handle, blockAt(number), head)
  await fill(handle, blockAt(number) + BLOCK_HEAD_BYTES, into)
  return { bytes: into, checksum: head.readUInt32LE() }
}

async function fill(handle: FileHandle, at: number, into: Uint8Array): Promise<void> {
  for (let filled = 0; filled < into.length; ) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, at + filled)
    if (bytesRead === 0) throw cutShort()
    filled += bytesRead
  }
}

function wholeBlocks(bytes: number): number {
  return Math.floor(bytes / BLOCK_BYTES) * BLOCK_BYTES
}

function cutShort(): SnapshotRefused {
  return new SnapshotRefused('It is not as long as it should be.')
}
