import { KINDS } from '@kith/trust-graph'
import type { DrawnPosts } from '@kith/trust-graph/bench/drawn-posts'
import { GENERATED_LEVELS, type SideGraph } from '@kith/trust-graph/bench/graph-file'
import { Xorshift } from '@kith/trust-graph/bench/xorshift'
import { DrawnWords } from './drawn-words.ts'

/**
 * The rows of a generated network as the product's tables have them, in the text form of COPY. Persons, posts, subjects and
 * circles have the numbers of the generated ones plus one. A side that the generated graph lacks is the weakest that there
 * is, so that every tie has two. Half of the sides are in one of their owner's six circles.
 */

// What a generated level is as closeness 1 to 5; its strengths are not those of closeness.
const CLOSENESS = new Map(GENERATED_LEVELS.map((cost, level) => [cost, [5, 4, 3, 3, 2, 1][level] ?? 1]))
const CIRCLES = 6
const WORDS_SEED = 7
const A_MOMENT = '2026-01-01T00:00:00Z'

export function* personRows(people: number): Generator<string> {
  for (let no = 1; no <= people; no++) {
    yield `${uuidOf(1, no)}\t${no}\tPerson ${no}\tperson${no}\tperson${no}@bench.invalid\n`
  }
}

/** One for each pair, whichever sides the graph has. */
export function* tieRows(graph: SideGraph): Generator<string> {
  yield* pairs(graph, (low, high) => `${tieId(low, high)}\t${low}\t${high}\t${A_MOMENT}\n`)
}

export function* sideRows(graph: SideGraph): Generator<string> {
  yield* pairs(graph, (low, high, there, back) => {
    const id = tieId(low, high)
    return `${low}\t${high}\t${id}\t${closeness(there)}\n${high}\t${low}\t${id}\t${closeness(back)}\n`
  })
}

/** Everybody's circles: id, number, owner, slot, position, kind, whether ready-made, name. */
export function* circleRows(graph: SideGraph): Generator<string> {
  for (let person = 0; person < graph.people; person++) {
    let rows = ''
    for (let slot = 0; slot < CIRCLES; slot++) {
      const no = circleNo(person, slot)
      rows += `${uuidOf(5, no)}\t${no}\t${person + 1}\t${slot}\t${slot}\tfriends\tf\tCircle ${slot}\n`
    }
    yield rows
  }
}

/** Circle, owner, other. */
export function* placeRows(graph: SideGraph, seed: number): Generator<string> {
  const random = new Xorshift(seed)
  for (let person = 0; person < graph.people; person++) {
    let rows = ''
    for (let side = graph.offsets[person]!; side < graph.offsets[person + 1]!; side++) {
      if (random.unit() < 0.5)
        rows += `${circleNo(person, random.below(CIRCLES))}\t${person + 1}\t${graph.targets[side]! + 1}\n`
    }
    yield rows
  }
}

export function* subjectRows(posts: DrawnPosts): Generator<string> {
  const kinds = new Map<number, number>()
  for (let post = 0; post < posts.count; post++) kinds.set(posts.subjects[post]!, posts.kinds[post]!)
  for (const [subject, kind] of kinds)
    yield `${uuidOf(3, subject + 1)}\t${subject + 1}\t${KINDS[kind] ?? 'other'}\n`
}

export function* postRows(posts: DrawnPosts): Generator<string> {
  for (let post = 0; post < posts.count; post++) {
    const since = new Date(1000 * posts.since[post]!).toISOString()
    const all = posts.circles[post] === 0
    yield `${uuidOf(4, post + 1)}\t${post + 1}\t${posts.authors[post]! + 1}\tties\t${all}\t${posts.onward[post]!}\t${since}\t${since}\t\\N\n`
  }
}

/** Asks to all ties and one ring on, drawn evenly over people and the month before `now`; their posts come behind those of `posts`. */
export interface DrawnAsks {
  readonly count: number
  readonly people: number
  readonly seed: number
  /** Seconds since 1970. */
  readonly now: number
}

const MONTH_S = 30 * 86_400
// They are open whenever the bench runs.
const ASK_LAST_DAY = '2099-12-31'

/** Their posts: as `postRows`. */
export function* askPostRows({ count: before }: DrawnPosts, asks: DrawnAsks): Generator<string> {
  for (const { at, author, since } of drawnAsks(asks)) {
    const no = before + at + 1
    yield `${uuidOf(4, no)}\t${no}\t${author}\tties\ttrue\t1\t${since}\t${since}\t${ASK_LAST_DAY}T00:00:00Z\n`
  }
}

/** Post, author, kind, title, last day, language. */
export function* askRows({ count: before }: DrawnPosts, asks: DrawnAsks): Generator<string> {
  const words = new DrawnWords(WORDS_SEED)
  for (const { at, author } of drawnAsks(asks))
    yield `${before + at + 1}\t${author}\tcraftsman\t${words.word()} ${words.word()}?\t${ASK_LAST_DAY}\tde\n`
}

function* drawnAsks({ count, people, seed, now }: DrawnAsks) {
  const random = new Xorshift(seed)
  for (let at = 0; at < count; at++) {
    const author = random.below(people) + 1
    yield { at, author, since: new Date(1000 * (now - random.below(MONTH_S))).toISOString() }
  }
}

export function* recommendationRows(posts: DrawnPosts): Generator<string> {
  const words = new DrawnWords(WORDS_SEED)
  for (let post = 0; post < posts.count; post++) {
    const verdict = posts.against[post] === 1 ? 'against' : 'recommend'
    const subject = posts.subjects[post]! + 1
    yield `${post + 1}\t${posts.authors[post]! + 1}\t${subject}\t${verdict}\tnone\t${words.title(subject)}\t${words.why()}\town\tde\n`
  }
}

/** Post, author, circle. */
export function* audienceRows(posts: DrawnPosts): Generator<string> {
  for (let post = 0; post < posts.count; post++) {
    const author = posts.authors[post]!
    for (const circle of circlesOf(posts, post)) yield `${post + 1}\t${author + 1}\t${circle}\n`
  }
}

/** The circles of a drawn post's audience; none for all ties. */
export function circlesOf({ authors, circles }: DrawnPosts, post: number): number[] {
  return Array.from({ length: CIRCLES }, (_, circle) => circle)
    .filter((circle) => ((circles[post]! >> circle) & 1) === 1)
    .map((circle) => circleNo(authors[post]!, circle))
}

function circleNo(person: number, circle: number): number {
  return person * CIRCLES + circle + 1
}

/** Each pair once, with the costs of its two sides; undefined where the graph lacks one. */
function* pairs(
  graph: SideGraph,
  row: (low: number, high: number, there: number | undefined, back: number | undefined) => string,
): Generator<string> {
  const { people, offsets, targets, costs } = graph
  for (let person = 0; person < people; person++) {
    let rows = ''
    for (let side = offsets[person]!; side < offsets[person + 1]!; side++) {
      const other = targets[side]!
      const back = costOf(graph, other, person)
      if (person < other) rows += row(person + 1, other + 1, costs[side], back)
      else if (back === undefined) rows += row(other + 1, person + 1, undefined, costs[side])
    }
    yield rows
  }
}

function costOf({ offsets, targets, costs }: SideGraph, from: number, to: number): number | undefined {
  for (let side = offsets[from]!; side < offsets[from + 1]!; side++)
    if (targets[side] === to) return costs[side]
  return undefined
}

function closeness(cost: number | undefined): number {
  return (cost === undefined ? undefined : CLOSENESS.get(cost)) ?? 1
}

function tieId(low: number, high: number): string {
  return uuidOf(2, low, high)
}

function uuidOf(kind: number, first: number, second = 0): string {
  const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0')
  const digits = `${hex(kind, 8)}000040008${hex(first, 8)}${hex(second, 7)}`
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`
}
