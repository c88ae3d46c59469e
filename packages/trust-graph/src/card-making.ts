import type { Card, CardKey } from './answers.ts'
import type { PersonNo, PostNo, Seconds, SubjectNo } from './facts.ts'
import type { GraphFacts } from './graph-facts.ts'
import { branchOf, type HeardPost, toHeard } from './hearing.ts'
import { CLUB_TRUST } from './model-constants.ts'
import { isAgainst, isAsk, kindOf, weightOf } from './post-word.ts'
import type { Reach } from './reach.ts'
import { scoreOf } from './subject-score.ts'
import { trustOf } from './tie-cost.ts'
import { askHash, viewerHash } from './viewer-hash.ts'

/** How much of a voice its age leaves. */
export type FreshnessOf = (voice: HeardPost) => number

/** A card before it has its place in a list. */
export interface ScoredCard {
  readonly subject: SubjectNo | undefined
  readonly ask: PostNo | undefined
  readonly score: number
  readonly dissent: number
  /** Orders cards that are equal otherwise. */
  readonly hash: number
  /** The branch of the strongest voice. */
  readonly branch: number
  /** When its newest voice was last said. */
  readonly newest: Seconds
  readonly voices: readonly HeardPost[]
}

/** The card of what is heard about one subject, or of one ask; undefined if nothing is. O(v log v) for v voices. */
export function cardOf(
  facts: GraphFacts,
  reach: Reach,
  heard: readonly HeardPost[],
  fresh: FreshnessOf,
): ScoredCard | undefined {
  const [first] = heard
  if (first === undefined) return undefined
  return isAsk(first.post.word) ? askCard(reach, first, fresh) : subjectCard(facts, reach, heard, fresh)
}

/** What a card counts in a ranked list before its branch is looked at. */
export function valueOf(card: ScoredCard): number {
  return Math.max(card.score, card.dissent)
}

function askCard(reach: Reach, voice: HeardPost, fresh: FreshnessOf): ScoredCard {
  const trust = voice.club !== undefined && !voice.strongest ? CLUB_TRUST : trustOf(voice.cost)
  return {
    subject: undefined,
    ask: voice.post.no,
    score: trust * (weightOf(voice.post.word) * fresh(voice)),
    dissent: 0,
    hash: askHash(reach.viewer, voice.post.no),
    branch: branchOf(voice),
    newest: voice.post.since,
    voices: [voice],
  }
}

function subjectCard(
  facts: GraphFacts,
  reach: Reach,
  heard: readonly HeardPost[],
  fresh: FreshnessOf,
): ScoredCard {
  const voices = onePerPerson(reach, heard).sort((one, other) => byStrength(reach, one, other))
  const strongest = voices[0]!
  const kind = kindOf(strongest.post.word)
  const trustInTie = (tie: PersonNo, cost: number) =>
    facts.experience.kindTrust(reach.viewer, tie, kind) ?? trustOf(cost)
  const scoreOfThose = (against: boolean) =>
    scoreOf(
      reach,
      voices
        .filter(({ post }) => isAgainst(post.word) === against)
        .map((voice) => ({ heard: voice, weight: weightOf(voice.post.word) * fresh(voice) })),
      trustInTie,
    )
  const { subject } = strongest.post
  return {
    subject,
    ask: undefined,
    score: scoreOfThose(false),
    dissent: scoreOfThose(true),
    hash: viewerHash(reach.viewer, subject),
    branch: branchOf(strongest),
    newest: Math.max(...voices.map(({ post }) => post.since)),
    voices,
  }
}

/** One person counts once: with what he said last. */
export function onePerPerson(reach: Reach, heard: readonly HeardPost[]): HeardPost[] {
  const latest = new Map<number, HeardPost>()
  for (const voice of heard) {
    const { author, no, since } = voice.post
    const known = latest.get(author)?.post
    const later =
      known === undefined ||
      since > known.since ||
      (since === known.since && viewerHash(reach.viewer, no) < viewerHash(reach.viewer, known.no))
    if (later) latest.set(author, voice)
  }
  return [...latest.values()]
}

/** The strongest first: cost, then fewer ties, then the viewer's hash of the author. */
function byStrength(reach: Reach, one: HeardPost, other: HeardPost): number {
  const { viewer } = reach
  return (
    one.cost - other.cost ||
    tiesOf(one) - tiesOf(other) ||
    viewerHash(viewer, one.post.author) - viewerHash(viewer, other.post.author)
  )
}

/** Ties on the way; a club's post by somebody without a tie comes after every chain. */
function tiesOf(voice: HeardPost): number {
  if (voice.chain !== undefined) return voice.chain.length - 1
  return voice.strongest ? 1 : Number.POSITIVE_INFINITY
}

/** The card as it is answered. */
export function presentCard(card: ScoredCard, key: CardKey, fresh: FreshnessOf): Card {
  return {
    subject: card.subject,
    ask: card.ask,
    score: card.score,
    dissent: card.dissent,
    key,
    voices: card.voices.map((voice) => ({
      ...toHeard(voice),
      author: voice.post.author,
      verdict: isAgainst(voice.post.word) ? 'against' : 'recommend',
      freshness: fresh(voice),
    })),
  }
}
