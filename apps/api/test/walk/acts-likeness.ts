import type { KnownPost } from '../world-facts.ts'
import { type Act, actOn } from './walk-acts.ts'
import { Judge } from './walk-oracle.ts'
import { anyOf, livePosts, type Walked } from './walk-state.ts'

interface Pair {
  readonly mine: KnownPost
  readonly theirs: KnownPost
}

/** A post and what somebody else, whom its author hears, called the same on another subject. */
function anyAlike(walked: Walked): Pair | undefined {
  const judge = new Judge(walked)
  const posts = livePosts(walked)
  const pairs = posts.flatMap((mine) =>
    posts
      .filter(
        (theirs) =>
          theirs.words[0] === mine.words[0] &&
          isFree(walked, mine.author, theirs.subject) &&
          walked.said.get(theirs.key)?.interest !== 'paid' &&
          judge.hears(mine.author, theirs),
      )
      .map((theirs) => ({ mine, theirs })),
  )
  return anyOf(walked.dice, pairs)
}

function isFree(walked: Walked, author: string, subject: string): boolean {
  return livePosts(walked, author).every((post) => post.subject !== subject)
}

/** Says that two subjects are the same, or that they are not. */
export const sayAlike: Act = actOn(anyAlike, async (walked, { mine, theirs }) => {
  const { cast, dice, movedFrom } = walked
  const same = dice.chance(0.8)
  const path = `/api/recommendations/${mine.id}/likeness/${theirs.subject}`
  cast.done(await cast.client(mine.author).send('PUT', path, { same }, cast.after()))
  if (!same) return
  movedFrom.set(mine.id, mine.subject)
  cast.rewrite(mine.key, { subject: theirs.subject })
})

export const moveBack: Act = actOn(
  (walked) => {
    const moved = livePosts(walked).flatMap((post) => {
      const from = walked.movedFrom.get(post.id)
      return from !== undefined && isFree(walked, post.author, from) ? [{ post, from }] : []
    })
    return anyOf(walked.dice, moved)
  },
  async ({ cast, movedFrom }, { post, from }) => {
    const path = `/api/recommendations/${post.id}/likeness/${post.subject}`
    cast.done(await cast.client(post.author).delete(path))
    movedFrom.delete(post.id)
    cast.rewrite(post.key, { subject: from })
  },
)
