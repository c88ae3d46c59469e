import { expect, it } from 'vitest'
import { drawPosts } from '../bench/drawn-posts.ts'
import { packed } from '../bench/edge-list.ts'
import { loadTies } from '../bench/engine-ties.ts'
import { type ChangeKind, SideChanges } from '../bench/side-changes.ts'

/** Thirty people in a ring. */
const ring = packed(
  30,
  Array.from({ length: 30 }, (_, i) => i),
  Array.from({ length: 30 }, (_, i) => ((i + 1) % 30) * 4096 + 100),
)

function changed(seed: number) {
  const ties = loadTies(ring)
  const changes = new SideChanges(ring, seed, 100)
  const kinds: ChangeKind[] = ['insert', 'insert', 'reweight', 'remove']
  const made = Array.from({ length: 200 }, (_, i) => {
    const kind = kinds[i % kinds.length]!
    const change = changes.draw(kind)
    ties[kind](change)
    return [kind, change] as const
  })
  return { ties, graph: changes.graph(), made }
}

it('changes a graph in place as if it had been built so', () => {
  const { ties, graph } = changed(1)
  expect(graph.targets.length).toBe(80)
  const fresh = loadTies(graph)
  for (let viewer = 0; viewer < 30; viewer++) expect(ties.search(viewer)).toBe(fresh.search(viewer))
})

it('draws the same changes by the same seed, and no side twice', () => {
  const { made } = changed(2)
  expect(changed(2).made).toEqual(made)
  const inserted = made.flatMap(([kind, { from, to }]) => (kind === 'insert' ? `${from} ${to}` : []))
  expect(new Set(inserted).size).toBe(100)
  for (const pair of inserted) {
    const [from, to] = pair.split(' ').map(Number)
    expect(to).not.toBe(from)
    expect(to).not.toBe((from! + 1) % 30)
  }
})

it('draws posts by seed, spread over 24 months, with subjects of a heavy tail', () => {
  const recipe = { people: 1000, count: 20_000, seed: 3, now: 1_800_000_000 }
  const posts = drawPosts(recipe)
  expect(drawPosts(recipe)).toEqual(posts)
  const share = (holds: (post: number) => boolean) =>
    Array.from({ length: posts.count }, (_, post) => post).filter(holds).length / posts.count
  const oldest = recipe.now - 730 * 86_400
  expect(posts.since.every((since) => since > oldest && since <= recipe.now)).toBe(true)
  expect(share((post) => posts.since[post]! < (oldest + recipe.now) / 2)).toBeCloseTo(0.5, 1)
  expect(share((post) => posts.subjects[post]! === 0)).toBeCloseTo(0.1, 1)
  expect(share((post) => posts.subjects[post]! >= 500)).toBeCloseTo(0.2, 1)
  expect(share((post) => posts.circles[post] === 0)).toBeCloseTo(0.8, 1)
  expect(share((post) => posts.onward[post] === 1)).toBeCloseTo(0.75, 1)
})
