import { readFileSync } from 'node:fs'

/** A public trust network in FilmTrust's format: `truster trustee 1` a line, and `person film rating` a line. */
export interface TrustNetwork {
  /** Who trusts whom. */
  readonly trusts: ReadonlyMap<number, ReadonlySet<number>>
  /** What everybody rated, and how. */
  readonly ratings: ReadonlyMap<number, ReadonlyMap<number, number>>
  readonly people: ReadonlySet<number>
}

/** Reads both files. A line that is not three numbers is told to `refuse` and left out. */
export function readTrustNetwork(
  tiesFile: string,
  ratingsFile: string,
  refuse: (file: string, line: number) => void,
): TrustNetwork {
  const trusts = new Map<number, Set<number>>()
  const ratings = new Map<number, Map<number, number>>()
  const people = new Set<number>()
  for (const [truster, trustee, value] of triples(tiesFile, refuse)) {
    if (truster === trustee || value <= 0) continue
    people.add(truster).add(trustee)
    entry(trusts, truster, () => new Set()).add(trustee)
  }
  for (const [person, film, rating] of triples(ratingsFile, refuse)) {
    people.add(person)
    entry(ratings, person, () => new Map()).set(film, rating)
  }
  return { trusts, ratings, people }
}

function* triples(
  file: string,
  refuse: (file: string, line: number) => void,
): Generator<[number, number, number]> {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/)
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const [first, second, third, ...rest] = line
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const numbers = isNumber(first) && isNumber(second) && third !== undefined && Number.isFinite(third)
    if (numbers && rest.length === 0) yield [first, second, third]
    else refuse(file, i + 1)
  }
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value > 0 && value < 2 ** 31
}

/** The value of a key, made when it is first asked for. */
export function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
