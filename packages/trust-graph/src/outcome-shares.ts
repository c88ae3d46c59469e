import type { OutcomeShare } from './answers.ts'
import { onePerPerson } from './card-making.ts'
import type { PersonNo, Seconds } from './facts.ts'
import { heardOn } from './feed-page.ts'
import type { GraphFacts } from './graph-facts.ts'
import type { HeardPost } from './hearing.ts'
import type { IndexedPost } from './post-index.ts'
import { isAsk, kindOf, weightOf } from './post-word.ts'
import type { Reach } from './reach.ts'
import { costOfSide, isEnded } from './side-word.ts'
import { evidence } from './subject-score.ts'
import { trustOf } from './tie-cost.ts'
import { viewerHash } from './viewer-hash.ts'

/** Which ties an outcome of this post moves, and how much of it each: rule E5. O(posts of everybody reached). */
export function outcomeShares(
  facts: GraphFacts,
  reach: Reach,
  post: IndexedPost,
  now: Seconds,
): OutcomeShare[] {
  if (isAsk(post.word)) return []
  const own = facts.ties.find(reach.viewer, post.author)
  if (own !== undefined && !isEnded(own)) return [{ tie: post.author, share: 1 }]
  const heard = heardOn(facts, reach, post.subject, now)
  if (!heard.some((voice) => voice.post.no === post.no)) return []
  const gainOf = (tie: PersonNo, voices: readonly HeardPost[]) => {
    const cost = costOfSide(facts.ties.find(reach.viewer, tie)!)
    const trust = facts.experience.kindTrust(reach.viewer, tie, kindOf(post.word)) ?? trustOf(cost)
    const brought = voices.map((voice) => trustOf(voice.cost - cost) * weightOf(voice.post.word))
    return { tie, gain: trust * evidence(0, brought) }
  }
  const hash = ({ tie }: { tie: PersonNo }) => viewerHash(reach.viewer, tie)
  const gains = [...groupByTie(onePerPerson(reach, heard))]
    .map(([tie, voices]) => gainOf(tie, voices))
    .sort((one, other) => other.gain - one.gain || hash(one) - hash(other))
  const all = gains.reduce((sum, { gain }) => sum + gain, 0)
  return gains.map(({ tie, gain }) => ({ tie, share: gain / all }))
}

/** The voices that came through a tie, by that tie: those with nobody between have nothing to share. */
function groupByTie(voices: readonly HeardPost[]): Map<PersonNo, HeardPost[]> {
  const beyond = voices.filter(({ chain }) => chain !== undefined && chain.length > 2)
  return Map.groupBy(beyond, ({ chain }) => chain![1]!)
}
