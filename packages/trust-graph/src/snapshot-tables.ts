import { type AddressedAs, type DatedExperience, KINDS, type OfferAnswer } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import type { PairMap } from './pair-map.ts'

/** A table as rows of words and back. */
export interface Table {
  rows(): Iterable<readonly number[]>
  add(row: readonly number[]): void
}

/** How the value of a pair is written. */
interface Written<Value> {
  readonly encode: (value: Value) => readonly number[]
  readonly decode: (words: readonly number[]) => Value
}

const MARK: Written<true> = { encode: () => [], decode: () => true }
const WORD: Written<number> = { encode: (word) => [word], decode: ([word]) => word! }
const WORDS: Written<readonly number[]> = { encode: (words) => words, decode: (words) => words }
const OFFER: Written<OfferAnswer> = {
  encode: (answer) => [answer === 'yes' ? 1 : 0],
  decode: ([word]) => (word === 1 ? 'yes' : 'no'),
}
const ADDRESSED: Written<AddressedAs> = {
  encode: (as) => [as === 'tie' ? 1 : 0],
  decode: ([word]) => (word === 1 ? 'tie' : 'answer'),
}

/** Everything that a graph keeps in maps, in the order in which a snapshot has it. */
export function tablesOf(facts: GraphFacts): readonly Table[] {
  const { ties, people, posts } = facts
  return [
    pairs(ties.waiting, WORD),
    {
      *rows() {
        for (const [blocker, blocked] of people.blocks.entries()) yield [blocker, blocked]
      },
      add: ([blocker, blocked]) => people.setBlock(blocker!, blocked!, true),
    },
    pairs(facts.hiddenVoices, MARK),
    pairs(facts.hiddenPosts, MARK),
    pairs(facts.offerAnswers, OFFER),
    pairs(facts.addressed, ADDRESSED),
    pairs(facts.answered, MARK),
    pairs(facts.waitingSides, WORDS),
    pairs(facts.waitingPosts, WORDS),
    membersTable(facts),
    experienceTable(facts),
    {
      rows: () => posts.clubs,
      add: ([post, club]) => {
        posts.clubs.set(post!, club!)
        posts.ofClub.set(club!, post!, true)
      },
    },
    {
      *rows() {
        for (const [post, expires] of posts.expiries) yield [post, ...wordsOf(expires)]
      },
      add: ([post, ...words]) => posts.expiries.set(post!, numberOf(words)),
    },
    {
      *rows() {
        for (const [post, { singles, excepted }] of posts.listed)
          yield [post, singles.size, ...singles, ...excepted]
      },
      add: ([post, singles, ...people]) =>
        posts.listed.set(post!, {
          singles: new Set(people.slice(0, singles)),
          excepted: new Set(people.slice(singles)),
        }),
    },
  ]
}

function pairs<Value>(map: PairMap<Value>, { encode, decode }: Written<Value>): Table {
  return {
    *rows() {
      for (const [first, second, value] of map.entries()) yield [first, second, ...encode(value)]
    },
    add: ([first, second, ...words]) => map.set(first!, second!, decode(words)),
  }
}

function membersTable({ members, clubs }: GraphFacts): Table {
  return {
    *rows() {
      for (const [club, person, { paused }] of members.entries()) yield [club, person, paused ? 1 : 0]
    },
    add: ([club, person, paused]) => {
      members.set(club!, person!, { paused: paused === 1 })
      clubs.set(person!, club!, { paused: paused === 1 })
    },
  }
}

/** Owner, other, what was declared, and for each kind that something happened with: kind, good, bad, day. */
function experienceTable({ experience, ties }: GraphFacts): Table {
  return {
    *rows() {
      for (const [owner, other, side] of experience.sides.entries()) {
        const happened = side.experience.flatMap(({ kind, good, bad, day }) => [
          kind === undefined ? -1 : KINDS.indexOf(kind),
          ...wordsOf(good),
          ...wordsOf(bad),
          day,
        ])
        yield [owner, other, ...wordsOf(side.declared), ...happened]
      }
    },
    add: ([owner, other, low, high, ...happened]) => {
      const lived: DatedExperience[] = []
      for (let at = 0; at < happened.length; at += 6) {
        const [kind, good, bad] = [happened[at]!, happened.slice(at + 1), happened.slice(at + 3)]
        lived.push({ kind: KINDS[kind], good: numberOf(good), bad: numberOf(bad), day: happened[at + 5]! })
      }
      const declared = numberOf([low!, high!])
      const cost = experience.tell(owner!, other!, { declared, experience: lived })
      // The snapshot may have been taken while sides were still being costed for its day.
      ties.setCost(owner!, other!, cost)
    },
  }
}

const double = new Float64Array(1)
const halves = new Int32Array(double.buffer)

/** A double as two words, bit by bit. */
function wordsOf(number: number): [number, number] {
  double[0] = number
  return [halves[0]!, halves[1]!]
}

function numberOf([low, high]: readonly number[]): number {
  halves[0] = low!
  halves[1] = high!
  return double[0]!
}
