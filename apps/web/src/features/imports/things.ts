import { type ImportedThing, type ImportSource, LIMITS } from '@kith/contract'

/** Why a row stays out; each has a sentence of its own. */
export type RowFault = 'noName' | 'longName' | 'longWords'

/** What a file holds. */
export interface ReadFile {
  readonly source: ImportSource
  /** What I know myself, and what I only want to. */
  readonly things: readonly ImportedThing[]
  /** What cannot come as it is, by name; `longWords` comes, without the words. */
  readonly left: readonly { readonly name: string; readonly fault: RowFault }[]
  /** How many were rated: there are no ratings here. */
  readonly rated: number
}

/** One row, in the words that all files have in common. */
export interface Row {
  readonly key: string
  readonly kind: 'film' | 'book'
  readonly title: string
  readonly creator: string | null
  readonly year: string
  readonly basis: 'own' | 'heard'
  readonly why: string
  readonly when: string
}

/** A row as a thing, or why it stays out. */
function thingOf(row: Row): { thing: ImportedThing | null; fault: RowFault | null } {
  const title = row.title.trim().replaceAll(/\s+/g, ' ')
  if (title === '') return { thing: null, fault: 'noName' }
  if (title.length > LIMITS.title || row.key.length > LIMITS.importKey) {
    return { thing: null, fault: 'longName' }
  }
  const why = row.why.trim()
  const isLong = why.length > LIMITS.why
  const year = Number(row.year)
  const creator = row.creator?.trim().replaceAll(/\s+/g, ' ').slice(0, LIMITS.creator) ?? ''
  return {
    thing: {
      key: row.key,
      subject: {
        kind: row.kind,
        title,
        creator: creator === '' ? null : creator,
        year: Number.isInteger(year) && year >= 1000 && year <= 2100 ? year : null,
      },
      basis: row.basis,
      why: why === '' || isLong ? null : why,
      when: row.when.trim() === '' ? null : row.when.trim().slice(0, LIMITS.detail),
    },
    fault: isLong ? 'longWords' : null,
  }
}

/** All rows of a file: the same key once, what was said first before what was said later. */
export function gather(source: ImportSource, rows: readonly Row[], rated: number): ReadFile {
  const things = new Map<string, ImportedThing>()
  const left: { name: string; fault: RowFault }[] = []
  for (const row of rows) {
    const { thing, fault } = thingOf(row)
    if (fault !== null) left.push({ name: row.title.trim(), fault })
    if (thing !== null && !things.has(thing.key)) things.set(thing.key, thing)
  }
  return { source, things: [...things.values()], left, rated }
}
