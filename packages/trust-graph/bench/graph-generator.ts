import { writeGraphFile } from './graph-file.ts'
import { Xorshift } from './xorshift.ts'

/** What a generated graph is drawn from. */
export interface GraphRecipe {
  readonly people: number
  readonly degree: number
  readonly seed: number
}

/** How often each of the six levels comes up within a community and outside. */
const CLOSE = [0.08, 0.15, 0.22, 0.25, 0.18, 0.12]
const DISTANT = [0.01, 0.04, 0.1, 0.2, 0.3, 0.35]

const LIVE = 0x80

interface Sides {
  count: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly levels: Uint8Array
  readonly circles: Uint8Array
}

/**
 * Draws the graph of yardstick/gen.c into a file, draw by draw: for computers without a C compiler. The files are equal
 * as far as both sides' logarithms and exponentials are.
 */
export function drawGraph(path: string, recipe: GraphRecipe): void {
  const random = new Xorshift(recipe.seed)
  const stubs = drawStubs(recipe, random)
  const communities = drawCommunities(recipe, random)
  const names = drawNames(recipe.people, random)
  writeSides(path, recipe.people, drawSides(stubs, communities, names, random))
}

/** One stub for every side that somebody begins, in order of persons; heavy-tailed. */
function drawStubs({ people, degree }: GraphRecipe, random: Xorshift) {
  const mu = Math.log(degree / 1.4) - 0.5
  const most = Math.min(5000, Math.floor(people / 20))
  const offsets = new Int32Array(people + 1)
  for (let person = 0; person < people; person++) {
    const drawn = Math.min(most, Math.max(1, Math.exp(mu + random.normal())))
    offsets[person + 1] = offsets[person]! + Math.floor(drawn + random.unit())
  }
  const owners = new Int32Array(offsets[people]!)
  for (let person = 0; person < people; person++) {
    owners.fill(person, offsets[person]!, offsets[person + 1]!)
  }
  return { offsets, owners }
}

/** Neighbours in number; the first and one past the last of everybody's community. */
function drawCommunities({ people, degree }: GraphRecipe, random: Xorshift) {
  const begins = new Int32Array(people)
  const ends = new Int32Array(people)
  for (let begin = 0; begin < people; ) {
    const size = Math.max(20, Math.trunc(Math.exp(Math.log(degree * 4) - 0.32 + 0.8 * random.normal())))
    const end = Math.min(people, begin + size)
    begins.fill(begin, begin, end)
    ends.fill(end, begin, end)
    begin = end
  }
  return { begins, ends }
}

/** The numbers that people get at last, so that communities do not lie together. */
function drawNames(people: number, random: Xorshift): Int32Array {
  const names = Int32Array.from({ length: people }, (_, i) => i)
  for (let i = people - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const name = names[i]!
    names[i] = names[j]!
    names[j] = name
  }
  return names
}

function drawSides(
  { offsets, owners }: ReturnType<typeof drawStubs>,
  { begins, ends }: ReturnType<typeof drawCommunities>,
  names: Int32Array,
  random: Xorshift,
): Sides {
  const people = names.length
  const sides: Sides = {
    count: 0,
    from: new Int32Array(2 * owners.length),
    to: new Int32Array(2 * owners.length),
    levels: new Uint8Array(2 * owners.length),
    circles: new Uint8Array(2 * owners.length),
  }
  const farthest = Math.log(people / 2)
  for (const person of owners) {
    const where = random.unit()
    let other: number
    if (where < 0.55) {
      const first = offsets[begins[person]!]!
      other = owners[first + random.below(offsets[ends[person]!]! - first)]!
    } else if (where < 0.8) {
      const distance = Math.trunc(Math.exp(random.unit() * farthest) + 1)
      const signed = random.below(2) === 1 ? distance : -distance
      other = (((person + signed) % people) + people) % people
    } else other = owners[random.below(owners.length)]!
    if (other === person) continue
    const odds = where < 0.55 ? CLOSE : DISTANT
    const mutual = random.unit() < 0.5
    addSide(sides, names[person]!, names[other]!, drawLevel(odds, random), mutual ? drawCircles(random) : 0)
    if (mutual) addSide(sides, names[other]!, names[person]!, drawLevel(odds, random), drawCircles(random))
  }
  return sides
}

function drawLevel(odds: readonly number[], random: Xorshift): number {
  let left = random.unit()
  for (let level = 0; level < 5; level++) {
    if (left < odds[level]!) return level
    left -= odds[level]!
  }
  return 5
}

function drawCircles(random: Xorshift): number {
  const circle = 1 << random.below(6)
  return random.unit() < 0.35 ? circle | (1 << random.below(6)) : circle
}

function addSide(sides: Sides, from: number, to: number, level: number, circles: number): void {
  const side = sides.count++
  sides.from[side] = from
  sides.to[side] = to
  sides.levels[side] = level
  sides.circles[side] = LIVE | circles
}

/** Doubled sides fall together: the first one's level, the circles of all. */
function writeSides(path: string, people: number, sides: Sides): void {
  const { starts, order } = orderBySource(people, sides)
  const offsets = new Int32Array(people + 1)
  const targets = new Int32Array(sides.count)
  const levels = new Uint8Array(sides.count)
  const circles = new Uint8Array(sides.count)
  let end = 0
  for (let person = 0; person < people; person++) {
    for (const side of mergedSides(sides, order.subarray(starts[person]!, starts[person + 1]!))) {
      targets[end] = sides.to[side]!
      levels[end] = sides.levels[side]!
      circles[end++] = sides.circles[side]!
    }
    offsets[person + 1] = end
  }
  writeGraphFile(path, {
    people,
    offsets,
    targets: targets.subarray(0, end),
    levels: levels.subarray(0, end),
    circles: circles.subarray(0, end),
    levelCount: CLOSE.length,
  })
}

/** The sides of everybody, in the order in which they were drawn. */
function orderBySource(people: number, { count, from }: Sides) {
  const starts = new Int32Array(people + 1)
  for (let side = 0; side < count; side++) starts[from[side]! + 1]!++
  for (let person = 0; person < people; person++) starts[person + 1]! += starts[person]!
  const order = new Int32Array(count)
  const next = starts.slice()
  for (let side = 0; side < count; side++) order[next[from[side]!]!++] = side
  return { starts, order }
}

/** By level, then by person; of doubled sides the first. */
function mergedSides({ to, levels, circles }: Sides, drawn: Int32Array): number[] {
  const firsts = new Map<number, number>()
  for (const side of drawn) {
    const first = firsts.get(to[side]!)
    if (first === undefined) firsts.set(to[side]!, side)
    else circles[first]! |= circles[side]!
  }
  return [...firsts.values()].sort((one, other) => levels[one]! - levels[other]! || to[one]! - to[other]!)
}
