import { Comment, Hidden } from '@kith/contract'
import sharp from 'sharp'
import { type Answer, expectBody } from '../api-world.ts'
import { isHeld, type KnownPost, memberOf, pairOf, tiesOf } from '../world-facts.ts'
import { formOf, recommendationOf, token, type Wish } from '../world-words.ts'
import { anyCandidate, askAgain, nameSomebody, widthOf } from './acts-candidacies.ts'
import { anySeen } from './acts-kept.ts'
import { type Act, actOn } from './walk-acts.ts'
import { Judge } from './walk-oracle.ts'
import { anyOf, livePosts, newKey, peopleOf, type Walked } from './walk-state.ts'

const MOST_POSTS = 45

/** An audience of every form, of the author's own circles and ties. */
export function anyAudience({ facts, dice }: Walked, author: string): Wish {
  const ties = tiesOf(facts, author)
  const circles = [...facts.circles].flatMap(([key, { owner }]) => (owner === author ? [key] : []))
  const excepted = dice.some(ties, 0.2)
  const clubs = [...facts.clubs].flatMap(([key, { members }]) => (members.has(author) ? [key] : []))
  // Few are in one.
  if (clubs.length > 0 && dice.chance(0.4)) return { club: dice.pick(clubs) }
  switch (dice.roll(6)) {
    case 0:
      return { notebook: true }
    case 1:
      return circles.length > 0
        ? { circles: dice.some(circles, 0.9), singles: dice.some(ties, 0.1) }
        : { all: true }
    case 2:
      return ties.length > 0 ? { singles: dice.some(ties, 0.5) } : { all: true }
    case 3:
      return { all: true, excepted }
    default:
      return { all: true }
  }
}

// Whoever is named nowhere is for nobody, which is refused.
export function isForSomebody({ notebook, club, all, circles = [], singles = [] }: Wish): boolean {
  return notebook === true || club !== undefined || all === true || circles.length > 0 || singles.length > 0
}

function anyOwn(walked: Walked): KnownPost | undefined {
  return anyOf(walked.dice, livePosts(walked))
}

// What somebody hears of a tie, which no strength can hide, and has not spoken about himself.
function anySubjectHeard(walked: Walked, viewer: string): KnownPost | undefined {
  const judge = new Judge(walked)
  const heard = livePosts(walked).filter(
    (post) =>
      judge.tied(viewer, post.author) &&
      judge.hears(viewer, post) &&
      !livePosts(walked, viewer).some(({ subject }) => subject === post.subject),
  )
  return anyOf(walked.dice, heard)
}

export const makeRecommendation: Act = async (walked) => {
  const { cast, dice, said } = walked
  if (livePosts(walked).length >= MOST_POSTS) return removeRecommendation(walked)
  const author = dice.pick(peopleOf(walked))
  const audience = anyAudience(walked, author)
  if (!isForSomebody(audience)) return false
  const interest = dice.pick(['none', 'none', 'none', 'connected', 'paid'] as const)
  const candidate = audience.notebook || audience.club ? undefined : anyCandidate(walked, author)
  const verdict = candidate !== undefined || dice.chance(0.9) ? 'recommend' : 'against'
  const about = dice.chance(0.3) ? anySubjectHeard(walked, author) : undefined
  const alike = about === undefined && dice.chance(0.3) ? anySubjectHeard(walked, author) : undefined
  const key = newKey(walked, 'post')
  const onward = dice.pick([0, 1, 1, 2, 2] as const)
  await cast.post(key, author, {
    ...audience,
    onward,
    interest,
    verdict,
    ...(about ? { about } : {}),
    ...(alike ? { alike } : {}),
    ...(candidate !== undefined && (about ?? alike)?.isJob !== false ? { candidate } : {}),
  })
  said.set(key, { interest, verdict })
  return true
}

export const removeRecommendation: Act = actOn(anyOwn, async ({ cast, facts }, { key, id }) => {
  await cast.remove(key)
  facts.pictured.delete(id)
})

/** New words, another audience, an interest that rises, "still true", or somebody else who is put forward. */
export const changeRecommendation: Act = actOn(anyOwn, async (walked, post) => {
  if (post.isJob && walked.dice.chance(0.3)) return nameSomebody(walked, post)
  switch (walked.dice.roll(4)) {
    case 0:
      return rewriteWords(walked, post)
    case 1:
      return sayStillTrue(walked, post)
    default:
      return changeAudience(walked, post)
  }
})

async function rewriteWords(walked: Walked, post: KnownPost): Promise<void> {
  const { cast, said, earlier } = walked
  const { interest = 'none' } = said.get(post.key) ?? {}
  const { words } = recommendationOf({ interest }, { form: 'notebook' })
  cast.done(await cast.client(post.author).patch(`/api/recommendations/${post.id}`, { words }))
  // Title, place, creator, trade and region are the subject's: the words come after them.
  const [subject, before] = [post.words.slice(0, 5), post.words.slice(5)]
  const now = Object.values(words).filter((word) => typeof word === 'string' && word !== 'own')
  const isRead = post.form !== 'notebook' && !isHeld(post)
  if (isRead) earlier.set(post.id, [...(earlier.get(post.id) ?? []), ...before])
  askAgain(walked, cast.rewrite(post.key, { words: [...subject, ...now.map(String)] }))
}

async function sayStillTrue({ cast }: Walked, { author, id }: KnownPost): Promise<void> {
  cast.done(await cast.client(author).patch(`/api/recommendations/${id}`, { stillTrue: true }))
}

async function changeAudience(walked: Walked, post: KnownPost): Promise<void> {
  const { cast, facts, dice, said } = walked
  const wish = anyAudience(walked, post.author)
  // Nobody is put forward in a club.
  if (!isForSomebody(wish) || (wish.club !== undefined && post.candidate !== null)) return
  const onward = dice.pick([0, 1, 2] as const)
  const rises = said.get(post.key)?.interest === 'connected' && dice.chance(0.2)
  const change = { audience: cast.audienceOf(wish), onward, ...(rises ? { interest: 'paid' } : {}) }
  cast.done(await cast.client(post.author).patch(`/api/recommendations/${post.id}`, change))
  const { all = false, circles = [], singles = [], excepted = [], notebook = false, club = null } = wish
  // Whoever was excepted and is no tie any more stays so: the author's list cannot name him.
  const kept = post.excepted.filter((other) => !facts.ties.has(pairOf(post.author, other)))
  const { verdict = 'recommend', interest = 'none' } = said.get(post.key) ?? {}
  if (rises) said.set(post.key, { verdict, interest: 'paid' })
  const changed = cast.rewrite(post.key, {
    form: formOf(wish),
    club,
    all,
    circles,
    singles,
    excepted: [...excepted, ...kept],
    onward,
    stays: rises || interest === 'paid' || verdict === 'against',
  })
  if (notebook) changed.candidate = null
  else if (rises || widthOf(walked, changed) > widthOf(walked, post)) askAgain(walked, changed)
}

/** Some tie of the author's is shown a post of his, whatever its audience. */
export const address: Act = actOn(
  (walked) => {
    const post = anyOwn(walked)
    const to =
      post && post.form !== 'notebook' && !isHeld(post)
        ? anyOf(walked.dice, tiesOf(walked.facts, post.author))
        : undefined
    return post && to !== undefined && !post.addressed.includes(to) ? { post, to } : undefined
  },
  async ({ cast }, { post, to }) => {
    const body = { to: cast.client(to).me.id }
    cast.done(await cast.client(post.author).post(`/api/recommendations/${post.id}/address`, body))
    post.addressed.push(to)
  },
)

export const takeBack: Act = actOn(
  (walked) => {
    const post = anyOf(
      walked.dice,
      livePosts(walked).filter(({ addressed }) => addressed.length > 0),
    )
    const to = post && anyOf(walked.dice, post.addressed)
    return post && to !== undefined ? { post, to } : undefined
  },
  async ({ cast }, { post, to }) => {
    const { id } = cast.client(to).me
    cast.done(await cast.client(post.author).delete(`/api/recommendations/${post.id}/address/${id}`))
    post.addressed.splice(post.addressed.indexOf(to), 1)
  },
)

// Of what waits for a yes nobody speaks yet.
function anySpokenOf(walked: Walked) {
  const seen = anySeen(walked)
  return seen && !isHeld(seen.post) ? seen : undefined
}

export const say: Act = actOn(anySpokenOf, async ({ cast, facts }, { viewer, post }) => {
  const word = token()
  const path = `/api/recommendations/${post.id}/comments`
  const answer = await cast.client(viewer).send('POST', path, { text: word }, cast.after())
  facts.comments.push({ id: expectBody(Comment, cast.done(answer)).id, post, by: viewer, word })
})

export const removeComment: Act = actOn(
  ({ facts, dice }) =>
    anyOf(
      dice,
      facts.comments.filter(({ post }) => facts.posts.some(({ id, gone }) => id === post.id && !gone)),
    ),
  async ({ cast, facts }, comment) => {
    cast.done(await cast.client(comment.by).delete(`/api/comments/${comment.id}`))
    facts.comments.splice(facts.comments.indexOf(comment), 1)
  },
)

export const hide: Act = actOn(anySeen, async (walked, { viewer, post }) => {
  const { cast, dice } = walked
  const isNamed = walked.facts.ties.has(pairOf(viewer, post.author))
  const what = isNamed && dice.chance(0.5) ? 'person' : 'post'
  const path = `/api/recommendations/${post.id}/hide`
  const answer = await cast.client(viewer).send('POST', path, { what }, cast.after())
  const thing = what === 'person' ? post.author : post.id
  noteHidden(walked, viewer, { thing, answer: cast.done(answer) })
})

/** What somebody hides, by the key that takes it back. */
export function noteHidden(
  walked: Walked,
  viewer: string,
  { thing, answer }: { thing: string; answer: Answer },
): void {
  const hidden = walked.hidden.get(viewer) ?? new Map<string, string>()
  walked.hidden.set(viewer, hidden.set(thing, expectBody(Hidden, answer).key))
}

export const show: Act = actOn(
  ({ hidden, dice, facts }) => {
    const viewer = anyOf(
      dice,
      [...hidden].filter(([, things]) => things.size > 0).map(([key]) => key),
    )
    const thing = viewer && anyOf(dice, [...(hidden.get(viewer) ?? [])])
    const isGone = [...facts.posts, ...facts.asks].some(({ id, gone }) => gone && id === thing?.[0])
    return viewer && thing && !isGone ? { viewer, thing } : undefined
  },
  async ({ cast, hidden }, { viewer, thing: [thing, key] }) => {
    cast.done(await cast.client(viewer).delete(`/api/hidden/${key}`))
    hidden.get(viewer)?.delete(thing)
  },
)

let picture: Promise<Buffer> | undefined

export function blankPicture(): Promise<Buffer> {
  picture ??= sharp({ create: { width: 8, height: 6, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  return picture
}

export const putPhoto: Act = actOn(anyOwn, async (walked, post) => {
  await walked.cast.photo(post.key, await blankPicture())
  askAgain(walked, post)
})

export const removePhoto: Act = actOn(
  ({ facts, dice }) => anyOf(dice, [...facts.pictured.keys()]),
  async (walked, id) => {
    const { cast, facts } = walked
    const post = facts.posts.find((one) => one.id === id)
    cast.done(await memberOf(facts, post?.author ?? '').client.delete(`/api/recommendations/${id}/photo`))
    facts.pictured.delete(id)
    if (post) askAgain(walked, post)
  },
)
