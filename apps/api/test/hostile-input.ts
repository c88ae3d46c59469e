import fc from 'fast-check'

/*
 * What somebody might send who means harm, or whose program is broken. JSON values are kept as text, since much of it
 * cannot be said in values.
 */

const DEEP = `${'['.repeat(2_000)}${']'.repeat(2_000)}`

/** JSON texts that no field expects. */
export const FRAGMENTS = [
  'null',
  'true',
  '0',
  '-1',
  '-0',
  '1.5',
  '2147483648',
  '-2147483649',
  '9007199254740993',
  '1e308',
  '1e999',
  '[]',
  '{}',
  '[null]',
  '{"$ne":null}',
  '{"__proto__":{"operator":true}}',
  '{"constructor":{"prototype":{"operator":true}}}',
  '{"toString":1}',
  '""',
  '" "',
  '"%"',
  '"_"',
  '"%%%____"',
  '"\\\\"',
  '"\'; drop table person; --"',
  '"\\" or 1=1 --"',
  '"$1"',
  '"{1,2}"',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"a\\udc00b"',
  '"\\u202e\\u2066"',
  '"\\ufeff"',
  '"e\\u0301\\u0301\\u0301"',
  '"\u{1f469}\u200d\u{1f469}\u200d\u{1f467}"',
  '"<script>alert(1)</script>"',
  '"javascript:alert(1)"',
  '"http://127.0.0.1:5432/"',
  '"../../../etc/passwd"',
  '"__proto__"',
  '"constructor"',
  '"2026-13-45T99:99:99Z"',
  '"00000000-0000-0000-0000-000000000000"',
  '"ffffffff-ffff-ffff-ffff-ffffffffffff"',
  `"${'a'.repeat(5_000)}"`,
  `"${'\u00e9'.repeat(1_001)}"`,
  `[${'0,'.repeat(3_000)}0]`,
  `[${'"00000000-0000-4000-8000-000000000000",'.repeat(250)}"00000000-0000-4000-8000-000000000000"]`,
  DEEP,
  '{"a":'.repeat(500) + '1' + '}'.repeat(500),
] as const

/** Bodies that are no document of ours at all. */
const BODIES: readonly Buffer[] = [
  '',
  ' ',
  '{',
  '}',
  'null',
  '[]',
  '"x"',
  '1e999',
  'undefined',
  '{"a":1,}',
  "{'a':1}",
  '{"a":1}{"a":2}',
  '\u0000',
  '\ufeff{}',
  '[['.repeat(20_000),
  `{"a":"${'x'.repeat(70_000)}"}`,
  'a=1&b=2',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
]
  .map((text) => Buffer.from(text))
  .concat(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), Buffer.from([0xc0, 0x80]))

/** Parts of an address that no id and no word would have. */
const PARTS = [
  '%',
  '%%',
  '%ff',
  '%00',
  'a%00b',
  '%c0%80',
  '%2e%2e',
  '%2f',
  '%5c',
  '..%2f..%2fetc%2fpasswd',
  '_',
  '%25',
  "'%20or%201=1--",
  '%F0%9F%92%A5',
  '%ed%a0%80',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '2147483648',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF',
  'a'.repeat(199),
  'a'.repeat(3_000),
  '*',
  ';a=b',
  '%20',
] as const

const QUERY_NAMES = ['cursor', 'q', '__proto__', 'a[]']

const QUERY_VALUES = [
  ...PARTS,
  '',
  'newest',
  'ranked',
  'offers',
  'film',
  'film,film',
  ',',
  'true',
  'craftsman,,',
  'a'.repeat(700),
] as const

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'kith-after': ['', ',', 'x', 'x,'.repeat(200), 'a'.repeat(4_000), '\u00ff', 'AAAA.BBBB', '0', 'null'],
  'idempotency-key': ['', 'x', '00000000-0000-4000-8000-000000000001', "'; --", 'a'.repeat(4_000), '\u00ff'],
  cookie: [
    '',
    '=',
    ';;;',
    'better-auth.session_token=',
    'better-auth.session_token=x',
    'better-auth.session_token=x.y',
    'better-auth.session_token=%ff.%00',
    'better-auth.session_token=..',
    `better-auth.session_token=${'a'.repeat(3_000)}.b`,
    'better-auth.session_token=a; better-auth.session_token=b',
    '__proto__=1',
  ],
  origin: ['null', '', 'https://elsewhere.example', 'http://', 'x', 'file://', 'http://localhost:80'],
  'sec-fetch-site': ['cross-site', 'same-site', 'x'],
  'content-type': [
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/json; charset=x',
    'application/xml',
    'application/json;;;',
    'APPLICATION/JSON',
    '\u00ff/\u00ff',
    'a'.repeat(2_000),
  ],
  'accept-encoding': ['*', 'x', 'gzip;q=2', 'br;q=0,*;q=0', 'identity;q=0', ','],
  accept: ['text/html', '*/*;q=0', ','],
  'if-none-match': ['*', '"x"'],
  range: ['bytes=0-0', 'bytes=-1'],
  'x-forwarded-for': ['1.2.3.4', 'x', "'"],
  'x-http-method-override': ['DELETE'],
  'content-encoding': ['gzip', 'x'],
  expect: ['100-continue', 'x'],
}

/** One request, made hostile in one place or several. */
export interface Attack {
  /** What stands in the place of each path parameter; undefined leaves the right one. */
  readonly part: string | undefined
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Spoiling
}

/** What happens to the right body: nothing, one place replaced, a key added, said twice, or all of it replaced. */
export type Spoiling =
  | { readonly how: 'not' }
  | { readonly how: 'replace'; readonly place: number; readonly by: string }
  | { readonly how: 'add'; readonly key: string; readonly value: string }
  | { readonly how: 'repeat'; readonly by: string }
  | { readonly how: 'whole'; readonly bytes: Buffer }

const fragment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => JSON.stringify(text)) },
)

const spoiling: fc.Arbitrary<Spoiling> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ how: 'not' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({ how: fc.constant('replace' as const), place: fc.nat(40), by: fragment }),
  },
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

/** Attacks on a route that takes these names in its query, or none. */
export function attackOn(names: readonly string[] = []): fc.Arbitrary<Attack> {
  const anything = queryOf(QUERY_NAMES)
  const query = names.length > 0 ? fc.oneof(queryOf(names), queryOf(names), anything) : anything
  return fc.record({
    part: fc.option(fc.constantFrom(...PARTS), { nil: undefined, freq: 2 }),
    query: fc.oneof(fc.constant(''), query, query),
    headers: fc.oneof(fc.constant({}), headers),
    body: spoiling,
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
  }
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
