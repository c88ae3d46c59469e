import { LIMITS } from '@kith/contract'
import { type GoodreadsRow, readGoodreads } from './goodreads.ts'
import { type LetterboxdFiles, type LetterboxdRow, readLetterboxd } from './letterboxd.ts'
import type { ReadFile } from './things.ts'

/** Why a file cannot be read; each has a sentence of its own. */
export type FileFault = 'tooLarge' | 'tooMany' | 'unknown' | 'broken'

/** A file that cannot be read at all. */
export class FileError extends Error {
  override name = 'FileError'
  readonly fault: FileFault

  constructor(fault: FileFault, cause?: unknown) {
    super(fault, { cause })
    this.fault = fault
  }
}

const LETTERBOXD_FILES = ['watched', 'watchlist', 'ratings', 'diary', 'reviews'] as const

/** Reads what Letterboxd or Goodreads lets one take along, on this device; throws a FileError for anything else. */
export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > LIMITS.importBytes) throw new FileError('tooLarge')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = isZip(bytes) ? await readZip(bytes) : await readSheet(file.name, textOf(bytes))
  if (read.things.length > LIMITS.importRows) throw new FileError('tooMany')
  return read
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

async function readZip(bytes: Uint8Array): Promise<ReadFile> {
  const { unzip } = await import('fflate')
  const names = new Set(LETTERBOXD_FILES.map((name) => `${name}.csv`))
  let size = 0
  const entries = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
      // Folders hold what was deleted, and lists.
      if (!names.has(name)) return false
      size += originalSize
      return size <= LIMITS.importBytes
    }
    unzip(bytes, { filter }, (error, unzipped) =>
      error === null ? resolve(unzipped) : reject(new FileError('broken', error)),
    )
  })
  if (size > LIMITS.importBytes) throw new FileError('tooLarge')
  const files: LetterboxdFiles = {}
  for (const name of LETTERBOXD_FILES) {
    const entry = entries[`${name}.csv`]
    if (entry !== undefined) files[name] = await rowsOf<LetterboxdRow>(textOf(entry))
  }
  if (Object.keys(files).length === 0) throw new FileError('unknown')
  return readLetterboxd(files)
}

async function readSheet(name: string, text: string): Promise<ReadFile> {
  const rows = await rowsOf<LetterboxdRow & GoodreadsRow>(text)
  const [first] = rows
  if (first?.['Letterboxd URI'] !== undefined) {
    const which = LETTERBOXD_FILES.find((one) => name.toLowerCase().includes(one)) ?? 'watched'
    return readLetterboxd({ [which]: rows })
  }
  if (first?.['Book Id'] !== undefined) return readGoodreads(rows)
  throw new FileError('unknown')
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileError('broken')
  }
}

async function rowsOf<Row>(text: string): Promise<Row[]> {
  const { default: papa } = await import('papaparse')
  return papa.parse<Row>(text, { header: true, skipEmptyLines: 'greedy' }).data
}
