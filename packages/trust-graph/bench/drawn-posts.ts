import { KINDS } from '../src/index.ts'
import { DAY_SECONDS } from '../src/model-constants.ts'
import { Xorshift } from './xorshift.ts'

/** Posts by number, from 0; persons and subjects count from 0 as in a graph file. */
export interface DrawnPosts {
  readonly count: number
  readonly authors: Int32Array
  readonly subjects: Int32Array
  /** Seconds since 1970. */
  readonly since: Int32Array
  /** Places in KINDS. */
  readonly kinds: Uint8Array
  /** The circles of the audience, in the bits of a graph file; 0 for all ties. */
  readonly circles: Uint8Array
  readonly onward: Uint8Array
  /** 1 for a post that advises against its subject. */
  readonly against: Uint8Array
}

const MONTHS_24_DAYS = 730
const VOICES_PER_SUBJECT = 20
const CIRCLES = 6
const FOR_A_CIRCLE = 0.2
const ONWARD = [1, 1, 1, 1, 1, 1, 0, 2]
const AGAINST = 0.05

/**
 * Posts spread evenly over the 24 months before `now`, by authors drawn evenly. There are twenty voices to a subject on
 * average and a heavy tail: the n-th subject of s is drawn in proportion to n^(-2/3), so that a thousandth of all subjects
 * has a tenth of the posts, while the least known half has a fifth. A subject has one kind. Four
 * posts of five are for all ties, the others for one circle; six of eight travel one ring on, one none, one two; one of
 * twenty advises against.
 */
export function drawPosts({
  people,
  count,
  seed,
  now,
}: {
  people: number
  count: number
  seed: number
  now: number
}): DrawnPosts {
  const random = new Xorshift(seed)
  const subjectCount = Math.ceil(count / VOICES_PER_SUBJECT)
  const posts = {
    count,
    authors: new Int32Array(count),
    subjects: new Int32Array(count),
    since: new Int32Array(count),
    kinds: new Uint8Array(count),
    circles: new Uint8Array(count),
    onward: new Uint8Array(count),
    against: new Uint8Array(count),
  }
  for (let post = 0; post < count; post++) {
    const subject = Math.floor(subjectCount * random.unit() ** 3)
    posts.authors[post] = random.below(people)
    posts.subjects[post] = subject
    posts.since[post] = now - random.below(MONTHS_24_DAYS * DAY_SECONDS)
    posts.kinds[post] = subject % KINDS.length
    posts.circles[post] = random.unit() < FOR_A_CIRCLE ? 1 << random.below(CIRCLES) : 0
    posts.onward[post] = ONWARD[random.below(ONWARD.length)]!
    posts.against[post] = random.unit() < AGAINST ? 1 : 0
  }
  return posts
}
