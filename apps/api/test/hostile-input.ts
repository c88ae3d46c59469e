import fc from 'fast-check'
import { BODIES, FRAGMENTS, HEADERS, PARTS, QUERY_NAMES, QUERY_VALUES } from './hostile-texts.ts'

/** One request, made hostile in one place or several. */
export interface Attack {
  /** What stands in the place of each path parameter; undefined leaves the right one. */
  readonly part: string | undefined
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Spoiling
  /** How many of the same are sent at once. */
  readonly atOnce: number
}

/** What happens to the right body: nothing, one place left out or replaced, a key added, said twice, or all of it replaced. */
export type Spoiling =
  | { readonly how: 'not' }
  | { readonly how: 'leave out'; readonly place: number }
  | { readonly how: 'replace'; readonly place: number; readonly by: string }
  | { readonly how: 'add'; readonly key: string; readonly value: string }
  | { readonly how: 'repeat'; readonly by: string }
  | { readonly how: 'whole'; readonly bytes: Buffer }

const fragment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => JSON.stringify(text)) },
)

function spoiling(foreign: readonly string[]): fc.Arbitrary<Spoiling> {
  const ids = fc.constantFrom(...foreign.map((id) => JSON.stringify(id)))
  const by = fc.oneof({ weight: 6, arbitrary: fragment }, { weight: 1, arbitrary: ids })
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant({ how: 'not' as const }) },
    { weight: 6, arbitrary: fc.record({ how: fc.constant('replace' as const), place: fc.nat(40), by }) },
    { weight: 2, arbitrary: fc.record({ how: fc.constant('leave out' as const), place: fc.nat(40) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        how: fc.constant('add' as const),
        key: fc.constantFrom('__proto__', 'constructor', 'id', 'no', 'author', 'operator', '', '\\u0000'),
        value: fragment,
      }),
    },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('repeat' as const), by: fragment }) },
    {
      weight: 1,
      arbitrary: fc.record({ how: fc.constant('whole' as const), bytes: fc.constantFrom(...BODIES) }),
    },
  )
}

function queryOf(names: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...QUERY_VALUES)), { maxLength: 3 })
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))
}

const headers = fc
  .array(
    fc
      .constantFrom(...Object.keys(HEADERS))
      .chain((name) => fc.constantFrom(...(HEADERS[name] ?? [])).map((value) => [name, value] as const)),
    { maxLength: 2 },
  )
  .map((pairs): Readonly<Record<string, string>> => Object.fromEntries(pairs))

interface Target {
  /** What it reads in its query. */
  readonly names: readonly string[]
  /** Ids that are there and are not what it is asked for. */
  readonly foreign: readonly string[]
}

/** Attacks on a route. */
export function attackOn({ names, foreign }: Target): fc.Arbitrary<Attack> {
  const anything = queryOf(QUERY_NAMES)
  const query = names.length > 0 ? fc.oneof(queryOf(names), queryOf(names), anything) : anything
  const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PARTS) }, fc.constantFrom(...foreign))
  return fc.record({
    part: fc.option(part, { nil: undefined, freq: 2 }),
    query: fc.oneof(fc.constant(''), query, query),
    headers: fc.oneof(fc.constant({}), headers),
    body: spoiling(foreign),
    atOnce: fc.constantFrom(1, 1, 1, 1, 1, 3),
  })
}

/** The right body, spoiled. */
export function spoil(right: unknown, how: Spoiling): Buffer {
  const text = JSON.stringify(right) ?? ''
  switch (how.how) {
    case 'not':
      return Buffer.from(text)
    case 'whole':
      return how.bytes
    case 'add':
      return Buffer.from(text.replace('{', `{"${how.key}":${how.value},`))
    case 'repeat':
      return Buffer.from(text.replace(/^\{("[^"]+"):/, (all, key) => `{${key}:${how.by},${all.slice(1)}`))
    case 'replace':
      return Buffer.from(replaceAt(right, how))
    case 'leave out':
      return Buffer.from(leaveOut(right, how.place))
  }
}

// A field that is undefined is not sent, and neither is a body; of a list it leaves null.
function leaveOut(right: unknown, place: number): string {
  const text = replaceAt(right, { place, by: '"@@gone@@"' })
  const value: unknown = JSON.parse(text === '' ? 'null' : text, (_key, one: unknown) =>
    one === '@@gone@@' ? undefined : one,
  )
  return JSON.stringify(value) ?? ''
}

const MARK = '@@place@@'

function replaceAt(right: unknown, { place, by }: { place: number; by: string }): string {
  const count = { places: 0 }
  walk(right, () => {
    count.places += 1
    return undefined
  })
  let at = 0
  const wanted = place % Math.max(1, count.places)
  const marked = walk(right, () => (at++ === wanted ? MARK : undefined))
  return (JSON.stringify(marked) ?? '').replace(`"${MARK}"`, () => by)
}

/** Visits every value, outside in; what the visitor answers stands in its place. */
function walk(value: unknown, visit: () => string | undefined): unknown {
  const instead = visit()
  if (instead !== undefined) return instead
  if (Array.isArray(value)) return value.map((one) => walk(one, visit))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, visit)]))
}
