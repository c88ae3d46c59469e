import { createHash } from 'node:crypto'

/**
 * A public id that is always the same for the same row of the file (UUID version 8), so that an import that is run again
 * finds what it made before, whatever became of it since.
 */
export function importedId(kind: 'person' | 'tie' | 'subject' | 'post', row: string): string {
  const bytes = createHash('sha256').update(`trust network ${kind} ${row}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
