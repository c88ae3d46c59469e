import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const MOST_BYTES = 512 * 1_024
const HEAD_BYTES = 2_048

const UNPACKERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

/** How a page says that it is written. */
export interface PageForm {
  readonly type: string
  readonly encoding: string | undefined
}

/** The beginning of a page as text: at most 512 kB after unpacking, and not a byte more is unpacked or waited for. */
export async function readPageText(body: Readable, { type, encoding }: PageForm): Promise<string> {
  const bytes = await readBeginning(unpack(body, encoding))
  return decode(bytes, charsetIn(type) ?? charsetIn(bytes.toString('latin1', 0, HEAD_BYTES)) ?? 'utf-8')
}

function unpack(body: Readable, encoding: string | undefined): Readable {
  const name = encoding?.trim().toLowerCase() ?? 'identity'
  if (name === '' || name === 'identity') return body
  if (name === 'gzip' || name === 'x-gzip' || name === 'deflate' || name === 'br') {
    // Its failure is the failure of what is read at its end.
    return pipeline(body, UNPACKERS[name](), () => undefined)
  }
  body.destroy()
  throw new Error(`expected a known content encoding, got ${name}`)
}

async function readBeginning(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  const parts: AsyncIterable<Buffer> = stream
  // Leaving the loop destroys the stream, and with it the connection.
  for await (const bytes of parts) {
    chunks.push(bytes)
    size += bytes.length
    if (size >= MOST_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES)
}

function charsetIn(text: string): string | undefined {
  return text.match(/charset\s*=\s*["']?([\w-]+)/i)?.[1]
}

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    // A charset that nobody knows: most of it is readable all the same.
    return new TextDecoder().decode(bytes)
  }
}
