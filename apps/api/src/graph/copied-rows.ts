import { finished } from 'node:stream/promises'
import type { SqlReader } from '../database/client.ts'
import { type NumberRow, NumberRows } from './number-rows.ts'

/**
 * Tells every row of a query, in any order, by COPY; its columns are whole numbers from 0, null, or lists of them. `noted`
 * hears from time to time how many rows there were so far. Memory: what the connection holds at a time, however many rows
 * there are, and the event loop goes round between its pieces. Throws when the connection is lost.
 */
export async function tellCopied(
  tx: SqlReader,
  query: string,
  tell: (row: NumberRow) => void,
  noted: (rows: number) => void,
): Promise<void> {
  const rows = new NumberRows(tell)
  const stream = await tx.unsafe(`copy (${query}) to stdout`).readable()
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false })) {
      rows.take(bytesOf(piece))
      noted(rows.count)
    }
  } finally {
    // Until the last row was taken off it the connection serves nobody, not even a rollback.
    stream.resume()
    await finished(stream)
  }
}

function bytesOf(piece: unknown): Uint8Array {
  if (piece instanceof Uint8Array) return piece
  throw new Error('expected a COPY to answer bytes')
}
