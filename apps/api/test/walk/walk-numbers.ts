import { isRecord } from '../api-world.ts'
import { type KnownPost, memberOf } from '../world-facts.ts'
import { findsInLists, type Reading } from './walk-grants.ts'
import { livePosts } from './walk-state.ts'

/** The rule "Numbers": what of the counts in an answer its reader may not be told, in words. */
export function wrongNumbers(body: unknown, reading: Reading): string[] {
  const { viewer } = reading
  if (viewer === undefined || !isRecord(body)) return []
  return [
    ...cardsIn(body).flatMap((card) => wrongCard(card, viewer, reading)),
    ...wrongComments(body, viewer, reading),
    ...wrongAudience(body, viewer, reading),
  ]
}

function cardsIn(body: Record<string, unknown>): Record<string, unknown>[] {
  const cards = Array.isArray(body['cards']) ? body['cards'].filter(isRecord) : []
  // An ask has one voice.
  return cards.filter((card) => !('ask' in card))
}

// "and 3 more" counts what the reader hears (a search: what he wrote and was addressed with too), each person once.
function wrongCard(card: Record<string, unknown>, viewer: string, reading: Reading): string[] {
  const { voices, more, subject } = card
  const told = (Array.isArray(voices) ? voices.length : 0) + Number(more)
  const id = isRecord(subject) ? subject['id'] : undefined
  const about = livePosts(reading.walked).filter(
    (post) => post.subject === id && isCounted(viewer, post, reading),
  )
  const most = new Set(about.map(({ author }) => author)).size
  return told <= most ? [] : [`a card of ${told} voices about what ${most} were heard about`]
}

function isCounted(viewer: string, post: KnownPost, reading: Reading): boolean {
  return reading.caughtUp ? findsInLists(viewer, post, reading) : reading.judge.maySee(viewer, post)
}

function wrongComments(
  { count, comments }: Record<string, unknown>,
  viewer: string,
  reading: Reading,
): string[] {
  if (typeof count !== 'number' || !Array.isArray(comments)) return []
  const { walked, judge, url } = reading
  const readable = walked.facts.comments.filter(
    ({ post, by }) => url.includes(post.id) && !judge.apart(viewer, by),
  )
  return count === readable.length ? [] : [`${count} comments, of which ${readable.length} may be read`]
}

// Ring 1 exactly and by name; beyond it "about", or nothing.
function wrongAudience(
  { ring1, about }: Record<string, unknown>,
  viewer: string,
  reading: Reading,
): string[] {
  const { walked, judge, url, caughtUp } = reading
  const post = livePosts(walked, viewer).find(({ id }) => url.includes(id))
  if (!Array.isArray(ring1) || post === undefined || !caughtUp) return []
  const wanted = judge.preview(viewer, post, post.stays ? 0 : post.onward)
  const told = ring1.map((one) => (isRecord(one) ? String(one['handle']) : ''))
  // Whom it is addressed to, and whom it puts forward, can see it as well.
  const put = post.candidate?.who ?? []
  const askers = walked.facts.asks.filter(({ gone, answers }) => !gone && answers.includes(post.key))
  const tied = askers.map(({ author }) => author).filter((key) => judge.tied(viewer, key))
  const seers = new Set([...wanted.ring1, ...post.addressed, ...tied].concat(put))
  const names = [...seers].map((key) => memberOf(walked.facts, key).client.me.handle)
  const isRight = about === wanted.about && told.toSorted().join() === names.toSorted().join()
  return isRight
    ? []
    : [`an audience of ${told.length} and about ${String(about)}, not of ${names.length} and ${wanted.about}`]
}
