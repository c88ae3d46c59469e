import type {
  Card,
  CardKey,
  Heard,
  OutcomeShare,
  PageRequest,
  PersonNo,
  PostFacts,
  PostNo,
  Seconds,
  SubjectNo,
  Voice,
} from '../src/index.ts'
import { isInFeed, type Oracle } from './oracle.ts'
import { hash } from './oracle-chains.ts'
import { scoreTree, strongest, type TreeVoice } from './oracle-score.ts'

const DAY = 86_400

interface Told {
  readonly no: PostNo
  readonly post: PostFacts
  readonly heard: Heard
  /** A tie, or minus a club. */
  readonly branch: number
}

interface Entry {
  readonly card: Omit<Card, 'key'>
  readonly raw: number
  readonly branch: number
  readonly newest: Seconds
  readonly hash: number
}

/** The cards and lists of SPEC.md, made of what the oracle says is heard. */
export class CardOracle {
  readonly #oracle: Oracle

  constructor(oracle: Oracle) {
    this.#oracle = oracle
  }

  card(viewer: PersonNo, subject: SubjectNo, now: Seconds): Card | undefined {
    const told = this.#on(viewer, subject, now)
    const [entry] = this.#entries(viewer, told, () => 1)
    return entry && { ...entry.card, key: { value: round(entry.raw), hash: entry.hash } }
  }

  /** The whole list, as one page. */
  list(viewer: PersonNo, request: PageRequest): Card[] {
    const { asOf, lane, kinds, only, circle, notBefore, ownExperience, among } = request
    const fresh = (post: PostFacts) => {
      const halfLife = post.ask || post.kind === 'job' ? 30 : 180
      return 2 ** (-Math.max(0, asOf - post.since) / (halfLife * DAY))
    }
    const told = this.#told(viewer, asOf).filter(
      ({ no, post, branch }) =>
        no <= request.highestPost &&
        (post.interest === 'paid') === (lane === 'offers') &&
        (kinds === undefined || kinds.has(post.kind)) &&
        (only === undefined || post.ask === (only === 'asks')) &&
        isInFeed(post, asOf) &&
        (notBefore === undefined || post.since >= notBefore) &&
        (!ownExperience || post.ownExperience) &&
        (among === undefined || among.has(no)) &&
        (circle === undefined || this.#circlesOf(viewer, branch).includes(circle)),
    )
    const entries = this.#entries(viewer, told, fresh)
    const keyed = request.order === 'ranked' && lane === 'feed' ? ranked(entries) : newest(entries)
    return keyed.sort((one, other) => compareKeys(one.key, other.key))
  }

  /** The viewer's ties whom an outcome of the post moves. */
  outcomeShares(viewer: PersonNo, no: PostNo, now: Seconds): OutcomeShare[] {
    const { world, chains } = this.#oracle
    const post = world.posts.get(no)
    if (post === undefined || post.ask || ![viewer, post.author].every((one) => world.people.has(one)))
      return []
    if (chains.tied(viewer, post.author)) return [{ tie: post.author, share: 1 }]
    const told = this.#on(viewer, post.subject!, now)
    if (!told.some((one) => one.no === no)) return []
    const beyond = lastWordOf(viewer, told).filter((one) => tiesOf(one) > 1 && one.branch > 0)
    const gains = [...new Set(beyond.map(({ branch }) => branch))].map((tie) => {
      const brought = beyond
        .filter(({ branch }) => branch === tie)
        .map((one) => Math.exp(-(one.heard.cost - chains.sideCost(viewer, tie)) / 1000) * weight(one.post))
      const doubt = strongest(brought)
        .slice(0, 5)
        .reduce((left, gain) => left * (1 - gain), 1)
      return { tie, gain: chains.tieTrust(viewer, tie, post.kind) * (1 - doubt) }
    })
    gains.sort((one, other) => other.gain - one.gain || hash(viewer, one.tie) - hash(viewer, other.tie))
    const all = gains.reduce((sum, { gain }) => sum + gain, 0)
    return gains.map(({ tie, gain }) => ({ tie, share: gain / all }))
  }

  #on(viewer: PersonNo, subject: SubjectNo, now: Seconds): Told[] {
    return this.#told(viewer, now).filter(
      ({ post }) => !post.ask && post.subject === subject && post.interest !== 'paid',
    )
  }

  #circlesOf(viewer: PersonNo, branch: number): readonly number[] {
    return branch < 0 ? [] : this.#oracle.world.ties.get(`${viewer} ${branch}`)!.sides[0].circles
  }

  #told(viewer: PersonNo, now: Seconds): Told[] {
    const told: Told[] = []
    for (const [no, post] of this.#oracle.world.posts) {
      const heard = this.#oracle.hears(viewer, no, now)
      if (heard === undefined) continue
      const { witness } = heard
      let branch = post.author
      if (witness.way === 'chain') branch = witness.chain[1]!
      else if (witness.way === 'club' && !this.#oracle.chains.tied(viewer, post.author))
        branch = -witness.club
      told.push({ no, post, heard, branch })
    }
    return told
  }

  #entries(viewer: PersonNo, told: readonly Told[], fresh: (post: PostFacts) => number): Entry[] {
    const asks = told.filter(({ post }) => post.ask).map((one) => this.#askEntry(viewer, one, fresh))
    const rest = told.filter(({ post }) => !post.ask)
    const subjects = [...new Set(rest.map(({ post }) => post.subject!))]
    return [
      ...asks,
      ...subjects.map((subject) =>
        this.#subjectEntry(
          viewer,
          subject,
          rest.filter(({ post }) => post.subject === subject),
          fresh,
        ),
      ),
    ]
  }

  #askEntry(viewer: PersonNo, told: Told, fresh: (post: PostFacts) => number): Entry {
    const trust = told.branch < 0 ? 0.2 : Math.exp(-told.heard.cost / 1000)
    const score = trust * (weight(told.post) * fresh(told.post))
    const voices = [voiceOf(told, fresh)]
    return {
      card: { subject: undefined, ask: told.no, score, dissent: 0, voices },
      raw: score,
      branch: told.branch,
      newest: told.post.since,
      hash: hash(viewer, told.no + 2 ** 31),
    }
  }

  #subjectEntry(
    viewer: PersonNo,
    subject: SubjectNo,
    told: readonly Told[],
    fresh: (post: PostFacts) => number,
  ): Entry {
    const lastWord = lastWordOf(viewer, told)
    lastWord.sort(
      (one, other) =>
        one.heard.cost - other.heard.cost ||
        tiesOf(one) - tiesOf(other) ||
        hash(viewer, one.post.author) - hash(viewer, other.post.author),
    )
    const score = this.#score(viewer, lastWord, 'recommend', fresh)
    const dissent = this.#score(viewer, lastWord, 'against', fresh)
    const voices = lastWord.map((one) => voiceOf(one, fresh))
    return {
      card: { subject, ask: undefined, score, dissent, voices },
      raw: Math.max(score, dissent),
      branch: lastWord[0]!.branch,
      newest: Math.max(...lastWord.map(({ post }) => post.since)),
      hash: hash(viewer, subject),
    }
  }

  #score(
    viewer: PersonNo,
    told: readonly Told[],
    verdict: PostFacts['verdict'],
    fresh: (post: PostFacts) => number,
  ): number {
    const voices: TreeVoice[] = told
      .filter(({ post }) => post.verdict === verdict)
      .map(({ post, heard, branch }) => ({
        author: post.author,
        weight: weight(post) * fresh(post),
        chain:
          heard.witness.way === 'chain'
            ? heard.witness.chain
            : branch > 0
              ? [viewer, post.author]
              : undefined,
        club: branch < 0 ? -branch : undefined,
      }))
    return scoreTree(this.#oracle.chains, viewer, voices, told[0]!.post.kind)
  }
}

/** What everybody said last. */
function lastWordOf(viewer: PersonNo, told: readonly Told[]): Told[] {
  return told.filter((one) =>
    told.every(
      (other) =>
        other === one ||
        other.post.author !== one.post.author ||
        other.post.since < one.post.since ||
        (other.post.since === one.post.since && hash(viewer, other.no) > hash(viewer, one.no)),
    ),
  )
}

function weight({ interest }: PostFacts): number {
  if (interest === 'paid') return 0
  return interest === 'connected' ? 0.25 : 0.5
}

function voiceOf({ post, heard }: Told, fresh: (post: PostFacts) => number): Voice {
  return { ...heard, author: post.author, verdict: post.verdict, freshness: fresh(post) }
}

function tiesOf({ heard, branch }: Told): number {
  if (heard.witness.way === 'chain') return heard.witness.chain.length - 1
  return branch > 0 ? 1 : 99
}

function ranked(entries: readonly Entry[]): Card[] {
  return entries.map((entry) => {
    const before = entries.filter(
      (other) =>
        other.branch === entry.branch &&
        compareKeys(
          { value: round(other.raw), hash: other.hash },
          { value: round(entry.raw), hash: entry.hash },
        ) < 0,
    )
    return { ...entry.card, key: { value: round(entry.raw * 0.9 ** before.length), hash: entry.hash } }
  })
}

function newest(entries: readonly Entry[]): Card[] {
  return entries.map((entry) => ({ ...entry.card, key: { value: entry.newest, hash: entry.hash } }))
}

function compareKeys(one: CardKey, other: CardKey): number {
  return other.value - one.value || one.hash - other.hash
}

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
