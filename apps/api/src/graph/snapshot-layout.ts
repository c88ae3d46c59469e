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
 *   64  how many bytes follow the header, 8 bytes
 *   72  blocks of the graph's bytes, each behind its length and the checksum of all of these bytes up to its end, 4 bytes each
 */
export const HEADER_BYTES = 72
export const BLOCK_HEAD_BYTES = 8
/** No block is longer: so much stands between two checksums. */
export const BLOCK_BYTES = 1 << 20

const MAGIC = Buffer.from('KITHGRAF')
const VERSION = 1
const VERSION_AT = 8
const CHECKSUM_AT = 12
const DATABASE_AT = 16
const SCHEMA_AT = 48
const POSITION_AT = 56
const LENGTH_AT = 64

export interface SnapshotHeader extends SnapshotStamp {
  /** How many bytes follow. */
  readonly bodyBytes: number
}

export function writeHeader({ database, schema, position, bodyBytes }: SnapshotHeader): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(bytes)
  bytes.writeUInt32LE(VERSION, VERSION_AT)
  bytes.write(database, DATABASE_AT, 'hex')
  bytes.writeBigUInt64LE(schema, SCHEMA_AT)
  bytes.writeBigUInt64LE(position, POSITION_AT)
  bytes.writeBigUInt64LE(BigInt(bodyBytes), LENGTH_AT)
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
    bodyBytes: Number(bytes.readBigUInt64LE(LENGTH_AT)),
  }
}
