import type { Audience, DatedExperience, LoadedSide, PostFacts, TrustGraph } from '@kith/trust-graph'
import type {
  AddressingRow,
  ExperienceRow,
  MembershipRow,
  Pair,
  PersonRow,
  PostRow,
  TieRow,
} from './fact-rows.ts'

// Closeness 1 to 5 as strength. Unsorted counts as "acquainted".
const STRENGTHS = [0.2, 0.4, 0.6, 0.8, 0.95] as const
const UNSORTED = 0.4

const MILLION = 1_000_000

export function tellPerson(engine: TrustGraph, row: PersonRow): void {
  engine.setPerson(row.no, { carries: row.carries })
}

export function tellTie(engine: TrustGraph, row: TieRow): void {
  engine.setTie(row.low, row.high, {
    ended: row.ended,
    sides: [
      {
        ...sideFacts(row.lowCloseness, row.lowPaused),
        circles: row.lowCircles,
        experience: row.lowExperience.map(experienceFacts),
      },
      {
        ...sideFacts(row.highCloseness, row.highPaused),
        circles: row.highCircles,
        experience: row.highExperience.map(experienceFacts),
      },
    ],
  })
  engine.setOfferAnswer(row.low, row.high, row.lowOffers)
  engine.setOfferAnswer(row.high, row.low, row.highOffers)
}

export function tellNoTie(engine: TrustGraph, [low, high]: Pair): void {
  engine.setTie(low, high, null)
  engine.setOfferAnswer(low, high, null)
  engine.setOfferAnswer(high, low, null)
}

export function tellPost(engine: TrustGraph, row: PostRow): void {
  engine.setPost(row.no, postFacts(row))
}

export function tellAddressing(engine: TrustGraph, row: AddressingRow): void {
  engine.setAddressing(row.a, row.b, row.addressedAs)
}

export function tellMembership(engine: TrustGraph, row: MembershipRow): void {
  engine.setMembership(row.a, row.b, { paused: row.paused })
}

/** What the engine is told of one side but for its circles and what moved it. */
export function sideFacts(closeness: number | null, paused: boolean): LoadedSide {
  return { declared: declaredStrength(closeness), paused }
}

/** The weight that closeness alone gives a side. */
export function declaredStrength(closeness: number | null): number {
  return closeness === null ? UNSORTED : (STRENGTHS[closeness - 1] ?? UNSORTED)
}

/** What happened, as the engine counts it. */
export function experienceFacts({ kind, good, bad, day }: ExperienceRow): DatedExperience {
  return { kind: kind ?? undefined, good: good / MILLION, bad: bad / MILLION, day }
}

function postFacts(row: PostRow): PostFacts {
  return {
    author: row.author,
    subject: row.subject ?? undefined,
    kind: row.kind,
    ask: row.subject === null,
    verdict: row.verdict ?? 'recommend',
    interest: row.interest ?? 'none',
    ownExperience: row.ownExperience,
    onward: row.onward,
    audience: audienceOf(row),
    created: row.created,
    since: row.since,
    expires: row.expires ?? undefined,
  }
}

function audienceOf(row: PostRow): Audience {
  if (row.club !== null) return { form: 'club', club: row.club }
  if (row.form !== 'ties') return { form: 'notebook' }
  return {
    form: 'ties',
    all: row.allTies,
    circles: row.circles,
    singles: row.singles,
    excepted: row.excepted,
  }
}
