import fc from 'fast-check'
import type { PostFacts } from '../src/index.ts'
import { anyChange, anyOther, postFacts, rarely, type Shape, shapes, tieFacts } from './arbitrary-facts.ts'
import type { Telling } from './world-facts.ts'

export interface RandomWorld {
  readonly shape: Shape
  readonly mostTrusted: number
  readonly tellings: readonly Telling[]
}

/** K, small often enough for its cut to matter. */
const limits = fc.constantFrom(5000, 5000, 5000, 1, 2, 3, 4, 5)

function everybody({ people, mild }: Shape): fc.Arbitrary<Telling[]> {
  const one = fc.tuple(rarely(8, mild), rarely(10, mild))
  return fc.array(one, { minLength: people, maxLength: people }).map((drawn) =>
    drawn.map(([silent, missing], i) => ({
      tell: 'person',
      no: i + 1,
      facts: missing ? null : { carries: !silent },
    })),
  )
}

function allTies(shape: Shape): fc.Arbitrary<Telling[]> {
  const couples: [number, number][] = []
  for (let one = 1; one <= shape.people; one++) {
    for (let other = one + 1; other <= shape.people; other++) couples.push([one, other])
  }
  const length = { minLength: couples.length, maxLength: couples.length }
  const tie = fc.oneof(
    { weight: shape.density, arbitrary: tieFacts(shape) },
    { weight: 4 - shape.density, arbitrary: fc.constant(null) },
  )
  return fc
    .array(tie, length)
    .map((drawn) =>
      drawn.flatMap((facts, i) =>
        facts === null ? [] : [{ tell: 'tie', one: couples[i]![0], other: couples[i]![1], facts }],
      ),
    )
}

function allPosts(shape: Shape): fc.Arbitrary<Telling[]> {
  return fc
    .array(postFacts(shape), { minLength: shape.posts, maxLength: shape.posts })
    .map((drawn) => drawn.map((facts, i) => ({ tell: 'post', no: i + 1, facts: inTurn(shape, facts, i) })))
}

function inTurn({ chorus }: Shape, facts: PostFacts, i: number): PostFacts {
  return chorus ? { ...facts, author: i + 1, subject: 1, ask: false } : facts
}

function crowd(shape: Shape): fc.Arbitrary<Telling[]> {
  const others = fc.array(anyOther(shape, false), { maxLength: shape.mild ? 5 : 25, size: 'max' })
  const parts = fc.tuple(everybody(shape), allTies(shape), allPosts(shape), others)
  return parts.map((told) => told.flat())
}

/** A world told once. */
export const worlds: fc.Arbitrary<RandomWorld> = shapes.chain((shape) =>
  fc.record({ shape: fc.constant(shape), mostTrusted: limits, tellings: crowd(shape) }),
)

/** A world that was told, then changed and changed again. */
export const histories: fc.Arbitrary<RandomWorld> = shapes.chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    mostTrusted: limits,
    tellings: fc
      .tuple(crowd(shape), fc.array(anyChange(shape), { maxLength: 40, size: 'max' }))
      .map(([told, changed]) => [...told, ...changed]),
  }),
)
