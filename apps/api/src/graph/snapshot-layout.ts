import { crc32 } from 'node:zlib'
import { SnapshotRefused, type SnapshotStamp } from './snapshot-stamp.ts'

/**
 * How a snapshot lies in its file; numbers with the lowest byte first:
 *
 *    0  "KITHGRAF"
 *    8  version of the file, 4 bytes
 *   12  checksum of the rest of the header, 4 bytes
 *   16  database, 32 bytes
 *   48  schema, 8 bytes
 *   56  position, 8 bytes
 *   64  how many bytes the graph has, 8 bytes
 *   72  blocks of the graph's bytes, each behind the checksum of all of these bytes up to its end, 4 bytes
 */
export const HEADER_BYTES = 72
export const BLOCK_HEAD_BYTES = 4
/** Every block but the last has so many bytes, so that a reader knows where each begins. */
export const BLOCK_BYTES = 1 << 20

const MAGIC = Buffer.from('KITHGRAF')
const VERSION = 2
const VERSION_AT = 8
const CHECKSUM_AT = 12
const DATABASE_AT = 16
const SCHEMA_AT = 48
const POSITION_AT = 56
const LENGTH_AT = 64

export interface SnapshotHeader extends SnapshotStamp {
  readonly graphBytes: number
}

export function writeHeader({ database, schema, position, graphBytes }: SnapshotHeader): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(bytes)
  bytes.writeUInt32LE(VERSION, VERSION_AT)
  bytes.write(database, DATABASE_AT, 'hex')
  bytes.writeBigUInt64LE(schema, SCHEMA_AT)
  bytes.writeBigUInt64LE(position, POSITION_AT)
  bytes.writeBigUInt64LE(BigInt(graphBytes), LENGTH_AT)
  bytes.writeUInt32LE(crc32(bytes.subarray(DATABASE_AT)), CHECKSUM_AT)
  return bytes
}

/** Throws SnapshotRefused unless these bytes begin a snapshot of this version. */
export function readHeader(bytes: Buffer): SnapshotHeader {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC))
    throw new SnapshotRefused('It is no snapshot of a graph.')
  if (bytes.readUInt32LE(VERSION_AT) !== VERSION)
    throw new SnapshotRefused('It was written by another version of Kith.')
  if (bytes.readUInt32LE(CHECKSUM_AT) !== crc32(bytes.subarray(DATABASE_AT)))
    throw new SnapshotRefused('Its beginning is damaged.')
  return {
    database: bytes.toString('hex', DATABASE_AT, SCHEMA_AT),
    schema: bytes.readBigUInt64LE(SCHEMA_AT),
    position: bytes.readBigUInt64LE(POSITION_AT),
    graphBytes: Number(bytes.readBigUInt64LE(LENGTH_AT)),
  }
}

/** Where in the file the n-th block's head stands, counted from 0. */
export function blockAt(n: number): number {
  return HEADER_BYTES + n * (BLOCK_HEAD_BYTES + BLOCK_BYTES)
}

/** How long the file of a graph of so many bytes is. */
export function fileBytes(graphBytes: number): number {
  return HEADER_BYTES + graphBytes + Math.ceil(graphBytes / BLOCK_BYTES) * BLOCK_HEAD_BYTES
}
