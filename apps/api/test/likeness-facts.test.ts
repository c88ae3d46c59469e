import type { SubjectFacts, SubjectKind } from '@kith/contract'
import { plainFacts } from '@kith/testkit/plain-post'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from './graph-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

const subjectOf =
  (kind: SubjectKind) =>
  (title: string, facts: Partial<SubjectFacts> = {}): SubjectFacts => ({
    ...plainFacts(kind, title),
    ...facts,
  })
const [film, book, inn] = [subjectOf('film'), subjectOf('book'), subjectOf('restaurant')]
const CASES = {
  'the same title, whatever its case': [film('Perfect Days'), film('perfect days'), true],
  'and a year that one of them says': [film('Perfect Days'), film('Perfect Days', { year: 2023 }), true],
  'a letter apart': [film('Perfect Days'), film('Perfekt Days'), true],
  'accents apart': [inn('Café Šmíd', { place: 'Graz' }), inn('Cafe Smid', { place: 'GRAZ' }), true],
  'not another place': [inn('Zur Post', { place: 'Graz' }), inn('Zur Post', { place: 'Linz' }), false],
  'not another year': [film('Dune', { year: 1984 }), film('Dune', { year: 2021 }), false],
  'not by somebody else': [book('Emma', { creator: 'Austen' }), book('Emma', { creator: 'Reve' }), false],
  'not the next part': [film('Alien 2'), film('Alien 3'), false],
  'not another second half': [film('Perfect Days'), film('Perfect Blue'), false],
  'not another kind': [film('Perfect Days'), book('Perfect Days'), false],
} as const

it.each(Object.entries(CASES))('looks the same: %s', async (_what, [one, other, isAsked]) => {
  const [ada, ida] = [await world.person('Ada'), await world.person('Ida')]
  await world.tie(ada, ida)
  const theirs = await world.recommend(ida, { title: '', subject: other })
  const mine = await world.recommend(ada, { title: '', subject: one })
  await world.catchUp()
  const { asked } = await world.live.likeness.read(ada, mine.id)
  expect(asked?.post ?? null).toBe(isAsked ? theirs.id : null)
})
