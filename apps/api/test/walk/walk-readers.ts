import { type KnownPost, memberOf, pairOf } from '../world-facts.ts'
import { sideOf, type Walked } from './walk-state.ts'

/** How somebody can stand to a post that he asks for. */
export const READERS = [
  'anonymous',
  'author',
  'tie',
  'ex-tie',
  'blocked',
  'left out',
  'excepted',
  'paused',
  'carrying off',
  'club member',
  'addressed',
  'stranger',
] as const
type Reader = (typeof READERS)[number]

/** In which ways a reader stands to a post, by what the walk did. */
export function readersOf(walked: Walked, viewer: string | undefined, post: KnownPost): Reader[] {
  if (viewer === undefined) return ['anonymous']
  const { facts } = walked
  const { author } = post
  const pair = pairOf(viewer, author)
  const isTied = facts.ties.has(pair)
  const isExcepted = isTied && post.excepted.includes(viewer)
  const isChosen = post.all || post.singles.includes(viewer) || isInCircle(walked, viewer, post)
  const stands: Readonly<Record<Exclude<Reader, 'anonymous'>, boolean>> = {
    author: viewer === author,
    tie: isTied,
    'ex-tie': facts.ended.has(pair),
    blocked: facts.blocks.some(({ by, of }) => pairOf(by, of) === pair),
    'left out': isTied && post.form === 'ties' && !isChosen && !isExcepted,
    excepted: isExcepted,
    paused: isTied && sideOf(walked, viewer, author).paused,
    'carrying off': !memberOf(facts, viewer).carries,
    'club member': post.form === 'club' && facts.clubs.get(post.club ?? '')?.members.has(viewer) === true,
    addressed: post.addressed.includes(viewer),
    stranger: viewer !== author && !isTied && !facts.ended.has(pair),
  }
  return READERS.filter((reader) => reader !== 'anonymous' && stands[reader])
}

function isInCircle({ facts }: Walked, viewer: string, { circles }: KnownPost): boolean {
  return circles.some((key) => facts.circles.get(key)?.members.has(viewer))
}
