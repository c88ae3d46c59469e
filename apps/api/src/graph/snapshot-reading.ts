import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { BLOCK_BYTES, BLOCK_HEAD_BYTES, HEADER_BYTES, readHeader } from './snapshot-layout.ts'
import { SnapshotRefused, type SnapshotStamp } from './snapshot-stamp.ts'

/** A snapshot that is being read. No byte of the body is handed out before its checksum was found right. */
export class OpenSnapshot {
  readonly stamp: SnapshotStamp
  readonly #handle: FileHandle
  readonly #space = Buffer.alloc(BLOCK_BYTES)
  /** What was read and not handed out yet. */
  #block: Buffer = this.#space.subarray(0, 0)
  #checksum = 0

  private constructor(stamp: SnapshotStamp, handle: FileHandle) {
    this.stamp = stamp
    this.#handle = handle
  }

  /** Throws SnapshotRefused for what is no whole snapshot of this version. Whoever opens it closes it. */
  static async open(file: string): Promise<OpenSnapshot> {
    const handle = await open(file)
    try {
      const header = readHeader(await fill(handle, Buffer.alloc(HEADER_BYTES)))
      const { size } = await handle.stat()
      if (size !== HEADER_BYTES + header.bodyBytes) throw cutShort()
      return new OpenSnapshot(header, handle)
    } catch (cause) {
      await handle.close()
      throw cause
    }
  }

  /** Fills the given bytes with the next ones of the body. Throws SnapshotRefused for damaged ones. */
  async read(into: Uint8Array): Promise<void> {
    for (let filled = 0; filled < into.length; ) {
      if (this.#block.length === 0) this.#block = await this.#readBlock()
      const part = this.#block.subarray(0, into.length - filled)
      into.set(part, filled)
      filled += part.length
      this.#block = this.#block.subarray(part.length)
    }
  }

  close(): Promise<void> {
    return this.#handle.close()
  }

  async #readBlock(): Promise<Buffer> {
    const head = await fill(this.#handle, Buffer.alloc(BLOCK_HEAD_BYTES))
    const length = head.readUInt32LE()
    if (length === 0 || length > BLOCK_BYTES) throw damaged()
    const block = await fill(this.#handle, this.#space.subarray(0, length))
    this.#checksum = crc32(block, this.#checksum)
    if (this.#checksum !== head.readUInt32LE(4)) throw damaged()
    return block
  }
}

async function fill(handle: FileHandle, into: Buffer): Promise<Buffer> {
  for (let filled = 0; filled < into.length; ) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled)
    if (bytesRead === 0) throw cutShort()
    filled += bytesRead
  }
  return into
}

function cutShort(): SnapshotRefused {
  return new SnapshotRefused('It is not as long as it should be.')
}

function damaged(): SnapshotRefused {
  return new SnapshotRefused('Its bytes are damaged.')
}
