import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** One person trusts another. Numbers are the file's own. */
export interface TrustLine {
  readonly from: number
  readonly to: number
}

/** One person rated one film, on the file's own scale. */
export interface RatingLine {
  readonly person: number
  readonly film: number
  readonly rating: number
}

/** What a file holds, and the numbers of the lines that could not be read. */
export interface FileContent<T> {
  readonly lines: readonly T[]
  readonly badLines: readonly number[]
}

/** Reads `truster trustee 1`, a line each. A line with weight 0 says nothing; nobody trusts himself. */
export function readTies(file: string): Promise<FileContent<TrustLine>> {
  return readLines(file, ([from, to, weight]) => {
    if (!isId(from) || !isId(to) || from === to || weight !== 1) return undefined
    return { from, to }
  })
}

/** Reads `person film rating`, a line each; ratings above 0 and up to 5. */
export function readRatings(file: string): Promise<FileContent<RatingLine>> {
  return readLines(file, ([person, film, rating]) => {
    if (!isId(person) || !isId(film) || rating === undefined || !(rating > 0 && rating <= 5)) return undefined
    return { person, film, rating }
  })
}

async function readLines<T>(
  file: string,
  parse: (fields: readonly (number | undefined)[]) => T | undefined,
): Promise<FileContent<T>> {
  const lines: T[] = []
  const badLines: number[] = []
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    number += 1
    const text = line.trim()
    if (text === '') continue
    const fields = text.split(/[\s,;]+/)
    const parsed = fields.length === 3 ? parse(fields.map(parseNumber)) : undefined
    if (parsed === undefined) badLines.push(number)
    else lines.push(parsed)
  }
  return { lines, badLines }
}

function parseNumber(field: string): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(field) ? Number(field) : undefined
}

function isId(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value > 0 && value < 2 ** 31
}
