import type { Circle, DrawnTie, NamedPerson, TieView } from '@kith/contract'

/** So many stand on one orbit before a further one is drawn. */
const MOST_ON_ORBIT = 28
/** Between two who stand beside each other: with room for a name, and without. */
const APART_NAMED = 78
const APART = 52
const ORBIT_STEP = 58
const SMALLEST_ORBIT = 150
const BEYOND_STEP_NAMED = 84
const BEYOND_STEP = 62
/** Two behind one tie are at most so far from each other, in radians. */
const WIDEST_FAN = 0.17

interface Point {
  x: number
  y: number
}

/** One of my ties in the picture. */
export interface PlacedTie extends Point {
  tie: TieView
  more: boolean
  beyond: readonly (Point & { person: NamedPerson })[]
}

/** Those of a circle who are not drawn one by one. */
export interface PlacedRest extends Point {
  /** Null: the unsorted. */
  circle: Circle | null
  count: number
}

/** The picture around (0, 0), where I stand. */
export interface PictureLayout {
  ties: readonly PlacedTie[]
  rest: readonly PlacedRest[]
  orbits: readonly number[]
  /** Where those beyond my ties stand. */
  outer: number
  /** Whether there is room for those beyond without one's asking. */
  roomy: boolean
}

/**
 * Places my ties around me by circle, the closest of a circle first, each once: where I sorted him first. Whoever is not
 * drawn is counted at the end of his circle. With `names` there is room for them where one orbit holds all. O(ties · circles).
 */
export function layOut(
  ties: readonly TieView[],
  circles: readonly Circle[],
  drawn: readonly DrawnTie[],
  names: boolean,
): PictureLayout {
  const items = [...circles, null].flatMap((circle) => itemsOf(circle, ties, drawn))
  const orbitCount = Math.max(1, Math.ceil(items.length / MOST_ON_ORBIT))
  const onOrbit = Math.ceil(items.length / orbitCount)
  const roomy = orbitCount === 1
  const first = Math.max(SMALLEST_ORBIT, (onOrbit * (roomy && names ? APART_NAMED : APART)) / (2 * Math.PI))
  const orbits = Array.from({ length: orbitCount }, (_, at) => first + at * ORBIT_STEP)
  const outer = (orbits.at(-1) ?? first) + (names ? BEYOND_STEP_NAMED : BEYOND_STEP)
  const placed = items.map((item, at) => {
    // As many directions as fill the orbits, so that the last one and the first keep their distance.
    const angle = (at / (onOrbit * orbitCount)) * 2 * Math.PI - Math.PI / 2
    return { item, angle, ...pointAt(angle, orbits[at % orbitCount] ?? first) }
  })
  const fan = Math.min(WIDEST_FAN, (2 * Math.PI) / Math.max(1, items.length) / 3)
  return {
    ties: placed.flatMap(({ item, angle, x, y }) =>
      'tie' in item
        ? [{ tie: item.tie, more: item.more, x, y, beyond: fanOut(item.beyond, angle, outer, fan) }]
        : [],
    ),
    rest: placed.flatMap(({ item, x, y }) => ('count' in item ? [{ ...item, x, y }] : [])),
    orbits,
    outer,
    roomy,
  }
}

type Item =
  | { tie: TieView; more: boolean; beyond: readonly NamedPerson[] }
  | { circle: Circle | null; count: number }

function itemsOf(circle: Circle | null, ties: readonly TieView[], drawn: readonly DrawnTie[]): Item[] {
  const here = new Map(
    ties
      .filter((tie) => (tie.circles[0] ?? null) === (circle?.id ?? null))
      .map((tie) => [tie.person.id, tie]),
  )
  // In the order in which they were drawn: the closest first.
  const shown = drawn.flatMap(({ person, more, beyond }) => {
    const tie = here.get(person)
    return tie ? [{ tie, more, beyond }] : []
  })
  const count = here.size - shown.length
  return count === 0 ? shown : [...shown, { circle, count }]
}

function fanOut(persons: readonly NamedPerson[], angle: number, radius: number, fan: number) {
  return persons.map((person, at) => ({
    person,
    ...pointAt(angle + (at - (persons.length - 1) / 2) * fan, radius),
  }))
}

function pointAt(angle: number, radius: number): Point {
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}
