import { gather, type ReadFile } from './things.ts'

export interface GoodreadsRow {
  readonly 'Book Id'?: string
  readonly Title?: string
  readonly Author?: string
  readonly 'Year Published'?: string
  readonly 'Original Publication Year'?: string
  readonly 'My Rating'?: string
  readonly 'My Review'?: string
  readonly 'Date Read'?: string
  readonly 'Exclusive Shelf'?: string
}

/** One row a book; what stands on no shelf but "read" is only wanted. Reviews hold a little HTML. */
export function readGoodreads(rows: readonly GoodreadsRow[]): ReadFile {
  const books = rows.map((row) => ({
    key: row['Book Id']?.trim() ?? '',
    kind: 'book' as const,
    title: row.Title ?? '',
    creator: row.Author ?? null,
    year: row['Original Publication Year'] || row['Year Published'] || '',
    basis: row['Exclusive Shelf'] === 'read' ? ('own' as const) : ('heard' as const),
    why: plain(row['My Review'] ?? ''),
    when: row['Date Read']?.replaceAll('/', '-') ?? '',
  }))
  const rated = rows.filter((row) => Number(row['My Rating'] ?? 0) > 0).length
  return gather('goodreads', books, rated)
}

// Nothing of it is ever set as HTML: this is for the reader's eyes.
function plain(html: string): string {
  const breaks = html.replaceAll(/<br\s*\/?>/gi, '\n')
  const text = new DOMParser().parseFromString(breaks, 'text/html').body.textContent
  return text.trim()
}
