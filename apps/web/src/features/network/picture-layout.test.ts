import {
  type Circle,
  CircleId,
  type DrawnTie,
  type NamedPerson,
  PersonId,
  TieId,
  type TieView,
} from '@kith/contract'
import { expect, it } from 'vitest'
import { layOut } from './picture-layout.ts'

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`

function circle(at: number): Circle {
  return {
    id: CircleId.parse(idOf(at)),
    name: null,
    kind: 'friends',
    readyMade: true,
    position: at,
    rhythm: null,
    count: 0,
  }
}

function tie(at: number, circles: readonly Circle[]): TieView {
  return {
    id: TieId.parse(idOf(at)),
    person: {
      shown: 'tie',
      id: PersonId.parse(idOf(at)),
      handle: `p${at}`,
      name: `P ${at}`,
      closeness: null,
      ring: 'unsorted',
    },
    circles: circles.map(({ id }) => id),
    paused: false,
    since: '2026-01-01T00:00:00Z',
    awaitsConfirmation: false,
    offers: null,
  }
}

const named = (at: number): NamedPerson => ({
  shown: 'named',
  id: PersonId.parse(idOf(at)),
  handle: `p${at}`,
  name: `P ${at}`,
})

const drawnOf = (ties: readonly TieView[], beyond: readonly NamedPerson[] = []): DrawnTie[] =>
  ties.map(({ person }) => ({ person: person.id, beyond: [...beyond], more: false }))

const CIRCLES = [circle(1), circle(2)]

it('places everybody once, by circle, the closest first and the unsorted last', () => {
  const [both, second, none, alsoFirst] = [
    tie(11, CIRCLES),
    tie(12, CIRCLES.slice(1)),
    tie(13, []),
    tie(14, CIRCLES),
  ]
  const ties = [both, second, none, alsoFirst]
  const layout = layOut(ties, CIRCLES, drawnOf([alsoFirst, none, second, both]), false)
  expect(layout.ties.map((one) => one.tie)).toEqual([alsoFirst, both, second, none])
  expect(layout.rest).toEqual([])
  // Me in the middle, the first one straight above.
  expect(layout.ties[0]?.x).toBeCloseTo(0)
  expect(layout.ties[0]?.y).toBeCloseTo(-150)
})

it('counts at the end of each circle who is not drawn', () => {
  const ties = [tie(11, CIRCLES), tie(12, CIRCLES), tie(13, []), tie(14, [])]
  const { rest } = layOut(ties, CIRCLES, drawnOf(ties.slice(0, 1)), true)
  expect(rest.map((one) => [one.circle?.id, one.count])).toEqual([
    [CIRCLES[0]?.id, 1],
    [undefined, 2],
  ])
})

it('however many there are, nobody stands on somebody else', () => {
  for (const count of [1, 2, 14, 28, 29, 150]) {
    const ties = Array.from({ length: count }, (_, at) => tie(at + 100, []))
    const layout = layOut(ties, CIRCLES, drawnOf(ties), count % 2 === 0)
    expect(layout.ties).toHaveLength(count)
    for (const [at, one] of layout.ties.entries()) {
      for (const other of layout.ties.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(40)
      }
    }
  }
})

it('whoever stands behind a tie stands beyond all orbits, around that tie’s own direction', () => {
  const one = tie(11, [])
  const layout = layOut([one], [], drawnOf([one], [named(21), named(22), named(23)]), true)
  const beyond = layout.ties[0]?.beyond ?? []
  expect(beyond.map(({ person }) => person.handle)).toEqual(['p21', 'p22', 'p23'])
  for (const { x, y } of beyond) expect(Math.hypot(x, y)).toBeCloseTo(layout.outer)
  expect(beyond[1]?.x).toBeCloseTo(0)
})

it('a picture of nobody is me alone', () => {
  expect(layOut([], CIRCLES, [], true)).toMatchObject({ ties: [], rest: [], orbits: [150] })
})
