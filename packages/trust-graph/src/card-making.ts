import type { Card, CardKey } from './answers.ts'
import type { PostNo, Seconds, SubjectNo } from './facts.ts'
import { branchOf, type HeardPost, toHeard } from './hearing.ts'
import { CLUB_TRUST } from './model-constants.ts'
import { isAgainst, isAsk } from './post-word.ts'
import type { Reach } from './reach.ts'
import { scoreOf, type WeighedVoice, weightOf } from './subject-score.ts'
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

/** One card per subject and one per ask. O(v log v) for v voices. */
export function makeCards(reach: Reach, heard: readonly HeardPost[], fresh: FreshnessOf): ScoredCard[] {
  const cards: ScoredCard[] = []
  const subjects = new Map<SubjectNo, HeardPost[]>()
  for (const voice of heard) {
    if (isAsk(voice.post.word)) cards.push(askCard(reach, voice, fresh))
    else {
      const voices = subjects.get(voice.post.subject)
      if (voices === undefined) subjects.set(voice.post.subject, [voice])
      else voices.push(voice)
    }
  }
  for (const [subject, voices] of subjects) cards.push(subjectCard(reach, subject, voices, fresh))
  return cards
}

function askCard(reach: Reach, voice: HeardPost, fresh: FreshnessOf): ScoredCard {
  const trust = voice.club !== undefined && !voice.strongest ? CLUB_TRUST : trustOf(voice.cost)
  return {
    subject: undefined,
    ask: voice.post.no,
    score: trust * weightOf(voice, fresh(voice)),
    dissent: 0,
    hash: askHash(reach.viewer, voice.post.no),
    branch: branchOf(voice),
    newest: voice.post.since,
    voices: [voice],
  }
}

function subjectCard(
  reach: Reach,
  subject: SubjectNo,
  heard: readonly HeardPost[],
  fresh: FreshnessOf,
): ScoredCard {
  const voices = onePerPerson(reach, heard).sort((one, other) => byStrength(reach, one, other))
  const weighed: WeighedVoice[] = voices.map((voice) => ({
    heard: voice,
    weight: weightOf(voice, fresh(voice)),
  }))
  return {
    subject,
    ask: undefined,
    score: scoreOf(
      reach,
      weighed.filter(({ heard: { post } }) => !isAgainst(post.word)),
    ),
    dissent: scoreOf(
      reach,
      weighed.filter(({ heard: { post } }) => isAgainst(post.word)),
    ),
    hash: viewerHash(reach.viewer, subject),
    branch: branchOf(voices[0]!),
    newest: Math.max(...voices.map(({ post }) => post.since)),
    voices,
  }
}

/** One person counts once: with what he said last. */
function onePerPerson(reach: Reach, heard: readonly HeardPost[]): HeardPost[] {
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
