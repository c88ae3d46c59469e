import { isHeld, type KnownPost, pairOf, tiesOf } from '../world-facts.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf, anyTie, livePosts, type Walked } from './walk-state.ts'

/** Now and then a tie of the author's whom he puts forward for a job. */
export function anyCandidate(walked: Walked, author: string): string | undefined {
  return walked.dice.chance(0.3) ? anyTie(walked, author) : undefined
}

/** The same author puts somebody forward, perhaps somebody else, or nobody any more: then it lies in the notebook. */
export async function nameSomebody(walked: Walked, post: KnownPost): Promise<void> {
  const { cast, dice, facts } = walked
  const who = dice.chance(0.7) && post.form === 'ties' ? anyOf(dice, tiesOf(facts, post.author)) : undefined
  if (who !== undefined && walked.said.get(post.key)?.verdict === 'against') return
  const candidate = who === undefined ? null : cast.client(who).me.id
  cast.done(await cast.client(post.author).patch(`/api/recommendations/${post.id}`, { candidate }))
  if (who === post.candidate?.who) return
  if (who !== undefined) {
    keepEarlier(walked, post)
    post.candidate = { who, said: null }
  } else if (post.candidate !== null) {
    // Whoever was excepted and is no tie any more stays so.
    const excepted = post.excepted.filter((other) => !facts.ties.has(pairOf(post.author, other)))
    const nobody = { all: false, circles: [], singles: [], excepted }
    cast.rewrite(post.key, { form: 'notebook', ...nobody, candidate: null })
  }
}

/** Whoever said yes is asked again, since it was to something else. */
export function askAgain(walked: Walked, post: KnownPost): void {
  if (post.candidate?.said !== 'yes') return
  keepEarlier(walked, post)
  post.candidate = { ...post.candidate, said: null }
}

/** How many, about, a candidate is told of who are to read it: the higher the more. */
export function widthOf({ facts }: Walked, { all, circles, onward, stays }: KnownPost): number {
  if (onward > 0 && !stays) return 2
  return all || circles.some((key) => facts.circles.has(key)) ? 1 : 0
}

/** Of posts that put somebody forward one that waits for him, or that he agreed to. */
function anyAsked({ facts, dice }: Walked): KnownPost | undefined {
  const asked = livePosts({ facts }).filter(
    ({ candidate, expired }) => typeof candidate?.who === 'string' && candidate.said !== 'no' && !expired,
  )
  return anyOf(dice, asked)
}

/** Whom a post puts forward says yes or no, and now and then takes a yes back. */
export const answer: Act = actOn(anyAsked, async (walked, post) => {
  const { cast, dice } = walked
  keepEarlier(walked, post)
  await cast.answer(post.key, dice.chance(post.candidate?.said === 'yes' ? 0.5 : 0.8))
})

// What others could read stays in its history.
function keepEarlier({ earlier }: Walked, post: KnownPost): void {
  if (!isHeld(post)) earlier.set(post.id, [...(earlier.get(post.id) ?? []), ...post.words.slice(5)])
}
