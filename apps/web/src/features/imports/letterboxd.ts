import { gather, type ReadFile, type Row } from './things.ts'

/** A row of any of the files; each has some of these. */
export interface LetterboxdRow {
  readonly Date?: string
  readonly Name?: string
  readonly Year?: string
  readonly 'Letterboxd URI'?: string
  readonly Rating?: string
  readonly Review?: string
  readonly 'Watched Date'?: string
}

export interface LetterboxdFiles {
  watched?: readonly LetterboxdRow[]
  watchlist?: readonly LetterboxdRow[]
  ratings?: readonly LetterboxdRow[]
  diary?: readonly LetterboxdRow[]
  reviews?: readonly LetterboxdRow[]
}

/**
 * The files overlap: what was seen is in up to four of them, under addresses of its own in diary and reviews. A film is
 * therefore its name and year. The newest review and the last day on which it was seen count.
 */
export function readLetterboxd({
  watched = [],
  watchlist = [],
  ratings = [],
  diary = [],
  reviews = [],
}: LetterboxdFiles): ReadFile {
  const review = lastOf(reviews, ({ Review }) => Review)
  const seen = lastOf([...diary, ...reviews], (row) => row['Watched Date'])
  const own = [...watched, ...ratings, ...diary, ...reviews].map((row) =>
    rowOf(row, { basis: 'own', why: review.get(keyOf(row)) ?? '', when: seen.get(keyOf(row)) ?? '' }),
  )
  const wanted = watchlist.map((row) => rowOf(row, { basis: 'heard', why: '', when: '' }))
  const rated = new Set([...ratings, ...diary].filter(({ Rating = '' }) => Rating !== '').map(keyOf))
  return gather('letterboxd', [...own, ...wanted], rated.size)
}

function keyOf({ Name = '', Year = '' }: LetterboxdRow): string {
  return `${Name.trim()} (${Year.trim()})`
}

function rowOf(row: LetterboxdRow, said: Pick<Row, 'basis' | 'why' | 'when'>): Row {
  return {
    key: keyOf(row),
    kind: 'film',
    title: row.Name ?? '',
    creator: null,
    year: row.Year ?? '',
    ...said,
  }
}

/** Of each film what was said of it latest. */
function lastOf(
  rows: readonly LetterboxdRow[],
  said: (row: LetterboxdRow) => string | undefined,
): Map<string, string> {
  const byDay = rows.toSorted((one, other) => (one.Date ?? '').localeCompare(other.Date ?? ''))
  return new Map(
    byDay.flatMap((row) => {
      const words = said(row)?.trim() ?? ''
      return words === '' ? [] : [[keyOf(row), words] as const]
    }),
  )
}
