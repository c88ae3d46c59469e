import fc from 'fast-check'
import {
  type Audience,
  type DatedExperience,
  KINDS,
  type PostFacts,
  type SideFacts,
  type TieFacts,
} from '../src/index.ts'
import type { Telling } from './world-facts.ts'

/** Facts for small and crowded worlds, with few different strengths, so that equal chains, cuts and all rules meet often. */

export const NOW = 1_800_000_000
export const SUBJECTS = 3
const DAY = 86_400
const CLUBS = 2
const CIRCLES = 3

export interface Shape {
  readonly people: number
  readonly posts: number
  /** In a mild world obstacles are rare, so that things travel far; in a wild one every rule is in everybody's way. */
  readonly mild: boolean
  /** Whether everybody speaks, all about one subject. */
  readonly chorus: boolean
  /** How many of four couples have a tie. */
  readonly density: 1 | 2 | 3
}

export const shapes: fc.Arbitrary<Shape> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      people: fc.integer({ min: 3, max: 9 }),
      posts: fc.integer({ min: 1, max: 9 }),
      mild: fc.constantFrom(true, true, false),
      chorus: fc.constant(false),
      density: fc.constantFrom(1 as const, 2 as const, 2 as const, 3 as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 8, max: 11 }).map((people) => ({
      people,
      posts: people,
      mild: true,
      chorus: true,
      density: 1 as const,
    })),
  },
)

/** True once in so many draws; in a mild world four times as rarely. */
export function rarely(odds: number, mild: boolean): fc.Arbitrary<boolean> {
  const sides = mild ? 4 * odds : odds
  // fast-check favours numbers near the ends, so the lucky one lies in the middle.
  return fc.integer({ min: 1, max: sides }).map((drawn) => drawn === Math.ceil(sides / 2))
}

const circles = fc.uniqueArray(fc.integer({ min: 1, max: CIRCLES }), { maxLength: CIRCLES })
const wildStrengths = fc.constantFrom(1, 0.8, 0.64, 0.6, 0.4, 0.2, 0.1, 0.05, 0.04)
const mildStrengths = fc.constantFrom(1, 0.8, 0.8, 0.64)

const TODAY = Math.floor(NOW / DAY)
/** The first before anything happened. */
const days = fc.constantFrom(0, TODAY - 400, TODAY - 30, TODAY, TODAY + 1, TODAY + 720)

const experiences: fc.Arbitrary<DatedExperience[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(undefined, undefined, 'film' as const, 'job' as const),
    good: fc.constantFrom(0, 0.5, 1, 6),
    bad: fc.constantFrom(0, 0, 3),
    day: fc.constantFrom(TODAY - 700, TODAY - 20, TODAY),
  }),
  { minLength: 1, maxLength: 3, selector: ({ kind }) => kind },
)

export function tieFacts({ mild }: Shape): fc.Arbitrary<TieFacts> {
  const side: fc.Arbitrary<SideFacts> = fc.record({
    declared: mild ? mildStrengths : wildStrengths,
    paused: rarely(7, mild),
    circles,
    experience: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: experiences }),
  })
  return fc.record({ ended: rarely(6, mild), sides: fc.tuple(side, side) })
}

const ages = fc.constantFrom(-DAY, 0, DAY, 20 * DAY, 60 * DAY, 61 * DAY, 400 * DAY, 730 * DAY, 731 * DAY)
const expiries = fc.constantFrom(undefined, NOW - DAY, NOW, NOW + 1)

function audiences(person: fc.Arbitrary<number>, mild: boolean): fc.Arbitrary<Audience> {
  const some = fc.uniqueArray(person, { maxLength: mild ? 1 : 3 })
  const none = fc.constant<number[]>([])
  const form = fc.constant('ties' as const)
  const chosen = fc.record({ form, all: fc.boolean(), circles, singles: some, excepted: some })
  const inCircles = fc.record({ form, all: fc.constant(false), circles, singles: none, excepted: none })
  const everybody = fc.record({ form, all: fc.constant(true), circles: none, singles: none, excepted: none })
  const club = fc.record({ form: fc.constant('club' as const), club: fc.integer({ min: 1, max: CLUBS }) })
  return fc.oneof(
    { weight: 4, arbitrary: chosen },
    { weight: 3, arbitrary: inCircles },
    { weight: 4, arbitrary: everybody },
    { weight: 2, arbitrary: club },
    { weight: mild ? 0 : 1, arbitrary: fc.constant({ form: 'notebook' as const }) },
  )
}

export function postFacts({ people, mild }: Shape): fc.Arbitrary<PostFacts> {
  const person = fc.integer({ min: 1, max: people })
  const sometimes = <Value>(usual: Value, others: fc.Arbitrary<Value>) =>
    fc.oneof({ weight: mild ? 8 : 2, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others })
  return fc
    .record({
      author: person,
      subject: fc.integer({ min: 1, max: mild ? 1 : SUBJECTS }),
      kind: fc.constantFrom('film' as const, 'job' as const, ...KINDS),
      ask: rarely(5, mild),
      verdict: sometimes<PostFacts['verdict']>('recommend', fc.constant('against')),
      interest: sometimes<PostFacts['interest']>('none', fc.constantFrom('connected', 'paid')),
      ownExperience: fc.boolean(),
      onward: sometimes<PostFacts['onward']>(2, fc.constantFrom(0, 1)),
      audience: audiences(person, mild),
      age: ages,
      expires: sometimes(undefined, expiries),
    })
    .map(({ age, ask, subject, ownExperience, ...rest }) => ({
      ...rest,
      ask,
      ownExperience: ownExperience && !ask,
      subject: ask ? undefined : subject,
      created: NOW - age,
      since: NOW - age,
    }))
}

/** Anything beside persons, ties and posts. With `mayForget` a fact may also be taken back. */
export function anyOther({ people, posts }: Shape, mayForget: boolean): fc.Arbitrary<Telling> {
  const person = fc.integer({ min: 1, max: people })
  const post = fc.integer({ min: 1, max: posts })
  const club = fc.integer({ min: 1, max: CLUBS })
  const stands = mayForget ? fc.boolean() : fc.constant(true)
  const orNull = <Facts>(facts: fc.Arbitrary<Facts>) => (mayForget ? fc.option(facts, { freq: 5 }) : facts)
  const tell = <Name extends string>(name: Name) => fc.constant(name)
  const answer = orNull(fc.constantFrom('yes' as const, 'yes' as const, 'no' as const))
  const membership = orNull(fc.record({ paused: rarely(6, false) }))
  const as = orNull(fc.constantFrom('tie' as const, 'answer' as const))
  return fc.oneof(
    { weight: 2, arbitrary: fc.record({ tell: tell('block'), blocker: person, blocked: person, stands }) },
    { weight: 1, arbitrary: fc.record({ tell: tell('day'), day: days }) },
    {
      weight: 2,
      arbitrary: fc.record({
        tell: tell('hidden'),
        viewer: person,
        voices: fc.uniqueArray(person, { maxLength: 1 }),
        posts: fc.uniqueArray(post, { maxLength: 1 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ tell: tell('offer answer'), viewer: person, author: person, answer }),
    },
    { weight: 6, arbitrary: fc.record({ tell: tell('member'), club, person, facts: membership }) },
    { weight: 2, arbitrary: fc.record({ tell: tell('addressed'), post, person, as }) },
    {
      weight: 1,
      arbitrary: fc.record({ tell: tell('answered'), ask: post, helper: person, answered: stands }),
    },
  )
}

/** A change of anything, persons, ties, posts and circles among it. */
export function anyChange(shape: Shape): fc.Arbitrary<Telling> {
  const { people, posts } = shape
  const person = fc.integer({ min: 1, max: people })
  const couple = fc.tuple(person, person).filter(([one, other]) => one !== other)
  const tie = fc.tuple(couple, fc.option(tieFacts(shape), { freq: 5 }))
  const post = fc.record({
    tell: fc.constant('post' as const),
    no: fc.integer({ min: 1, max: posts }),
    facts: fc.option(postFacts(shape), { freq: 5 }),
  })
  const circleGone = fc.record({
    tell: fc.constant('circle gone' as const),
    owner: person,
    circle: fc.integer({ min: 1, max: CIRCLES }),
  })
  const someone = fc.record({
    tell: fc.constant('person' as const),
    no: person,
    facts: fc.option(fc.record({ carries: fc.boolean() }), { freq: 5 }),
  })
  return fc.oneof(
    {
      weight: 8,
      arbitrary: tie.map(([[one, other], facts]) => ({ tell: 'tie' as const, one, other, facts })),
    },
    { weight: 5, arbitrary: post },
    { weight: 2, arbitrary: circleGone },
    { weight: 2, arbitrary: someone },
    { weight: 5, arbitrary: anyOther(shape, true) },
  )
}
