import { LIMITS } from '@kith/contract'
import { dropAnswer } from '../world-answered.ts'
import { answersTo, isHeld, type KnownAsk, type KnownPost, tiesOf } from '../world-facts.ts'
import { formOf } from '../world-words.ts'
import { anyAudience, isForSomebody, noteHidden } from './acts-posts.ts'
import { type Act, actOn } from './walk-acts.ts'
import { Judge } from './walk-oracle.ts'
import { anyOf, livePosts, newKey, peopleOf, type Walked } from './walk-state.ts'

const MOST_ASKS = 16
const DAY_MS = 86_400_000

export function liveAsks({ facts }: Pick<Walked, 'facts'>): KnownAsk[] {
  return facts.asks.filter(({ gone }) => !gone)
}

function anyAsk(walked: Walked): KnownAsk | undefined {
  return anyOf(walked.dice, liveAsks(walked))
}

function anyOpen(walked: Walked): KnownAsk | undefined {
  return anyOf(
    walked.dice,
    liveAsks(walked).filter(({ expired }) => !expired),
  )
}

/** An ask has no notebook: what would go there is for one tie alone, so that the others are left out, or for all. */
function anyReaders(walked: Walked, author: string) {
  const { notebook, ...audience } = anyAudience(walked, author)
  const one = notebook ? anyOf(walked.dice, tiesOf(walked.facts, author)) : undefined
  if (one !== undefined) return { singles: [one] }
  return isForSomebody(audience) ? audience : { all: true }
}

export const makeAsk: Act = async (walked) => {
  const { cast, dice } = walked
  if (liveAsks(walked).length >= MOST_ASKS) return removeAsk(walked)
  const author = dice.pick(peopleOf(walked))
  const open = liveAsks(walked).filter((ask) => ask.author === author && !ask.expired)
  if (open.length >= LIMITS.openAsks) return false
  const onward = dice.pick([0, 1, 1, 2, 2] as const)
  await cast.ask(newKey(walked, 'ask'), author, { ...anyReaders(walked, author), onward })
  return true
}

/** Another audience, or another last day, which opens it anew. */
export const changeAsk: Act = actOn(anyAsk, async (walked, ask) => {
  const { cast, dice, world } = walked
  const path = `/api/asks/${ask.id}`
  if (dice.chance(0.3)) {
    const until = new Date(world.clock.at.getTime() + 20 * DAY_MS).toISOString().slice(0, 10)
    cast.done(await cast.client(ask.author).patch(path, { until }))
    ask.expired = false
    return
  }
  const wish = anyReaders(walked, ask.author)
  const onward = dice.pick([0, 1, 2] as const)
  cast.done(await cast.client(ask.author).patch(path, { audience: cast.audienceOf(wish), onward }))
  const { all = false, circles = [], singles = [], excepted = [], club = null } = wish
  // Whoever was excepted and is no tie any more stays so: the author's list cannot name him.
  const kept = ask.excepted.filter((other) => !judgeOf(walked).tied(ask.author, other))
  Object.assign(ask, {
    form: formOf(wish),
    club,
    all,
    circles,
    singles,
    onward,
    excepted: [...excepted, ...kept],
  })
})

export const closeAsk: Act = actOn(anyOpen, async (walked, ask) => {
  const judge = judgeOf(walked)
  const standing = answersTo(walked.facts, ask).filter((given) => judge.maySee(ask.author, given))
  const through = anyOf(walked.dice, standing)
  await walked.cast.closeAsk(ask.key, walked.dice.chance(0.7) ? (through?.key ?? null) : null)
})

export const reopenAsk: Act = actOn(
  (walked) =>
    anyOf(
      walked.dice,
      liveAsks(walked).filter(({ expired }) => expired),
    ),
  async ({ cast }, ask) => {
    cast.done(await cast.client(ask.author).delete(`/api/asks/${ask.id}/result`))
    ask.expired = false
  },
)

export const removeAsk: Act = actOn(anyAsk, async ({ cast }, ask) => {
  cast.done(await cast.client(ask.author).delete(`/api/asks/${ask.id}`))
  ask.gone = true
})

/** Somebody who may see an open ask answers it with something of his that he earns nothing by. */
export const giveAnswer: Act = actOn(
  (walked) => {
    const ask = anyOpen(walked)
    const given =
      ask &&
      anyOf(
        walked.dice,
        livePosts(walked).filter((post) => mayAnswer(walked, ask, post)),
      )
    return ask && given ? { ask, given } : undefined
  },
  ({ cast }, { ask, given }) => cast.answerAsk(ask.key, given.key),
)

export const withdrawAnswer: Act = actOn(
  (walked) => anyAnswered(walked),
  async ({ cast }, { ask, given }) => {
    cast.done(await cast.client(given.author).delete(`/api/asks/${ask.id}/answers/${given.id}`))
    dropAnswer(ask, given.key)
  },
)

/** Whoever asks shows himself to somebody who answered, or does so no more. */
export const showAsker: Act = actOn(
  (walked) => anyAnswered(walked),
  async ({ cast }, { ask, given }) => {
    const path = `/api/asks/${ask.id}/answers/${given.id}/shown`
    const isShown = ask.shown.has(given.key)
    cast.done(await cast.client(ask.author).send(isShown ? 'DELETE' : 'PUT', path))
    if (isShown) ask.shown.delete(given.key)
    else ask.shown.add(given.key)
  },
)

/** An open ask is put to one tie. */
export const askDirectly: Act = actOn(
  (walked) => {
    const ask = anyOpen(walked)
    const to = ask && anyOf(walked.dice, tiesOf(walked.facts, ask.author))
    return ask && to !== undefined && !ask.addressed.includes(to) ? { ask, to } : undefined
  },
  async ({ cast }, { ask, to }) => {
    cast.done(await cast.client(ask.author).send('PUT', `/api/asks/${ask.id}/asked/${cast.client(to).me.id}`))
    ask.addressed.push(to)
  },
)

export const takeBackAsking: Act = actOn(
  (walked) => {
    const ask = anyOf(
      walked.dice,
      liveAsks(walked).filter(({ addressed }) => addressed.length > 0),
    )
    const to = ask && anyOf(walked.dice, ask.addressed)
    return ask && to !== undefined ? { ask, to } : undefined
  },
  async ({ cast }, { ask, to }) => {
    cast.done(await cast.client(ask.author).delete(`/api/asks/${ask.id}/asked/${cast.client(to).me.id}`))
    ask.addressed.splice(ask.addressed.indexOf(to), 1)
  },
)

/** Somebody hides an ask that he may see. */
export const hideAsk: Act = actOn(
  (walked) => {
    const ask = anyAsk(walked)
    const readers = peopleOf(walked).filter(
      (key) => ask !== undefined && key !== ask.author && judgeOf(walked).maySee(key, ask),
    )
    const viewer = anyOf(walked.dice, readers)
    return ask && viewer !== undefined ? { ask, viewer } : undefined
  },
  async (walked, { ask, viewer }) => {
    const path = `/api/asks/${ask.id}/hide`
    const answer = await walked.cast.client(viewer).send('POST', path, { what: 'post' }, walked.cast.after())
    noteHidden(walked, viewer, { thing: ask.id, answer: walked.cast.done(answer) })
  },
)

function anyAnswered(walked: Walked): { ask: KnownAsk; given: KnownPost } | undefined {
  const answered = liveAsks(walked).filter((ask) => answersTo(walked.facts, ask).length > 0)
  const ask = anyOf(walked.dice, answered)
  const given = ask && anyOf(walked.dice, answersTo(walked.facts, ask))
  return ask && given ? { ask, given } : undefined
}

function mayAnswer(walked: Walked, ask: KnownAsk, post: KnownPost): boolean {
  const isSaid = walked.said.get(post.key)?.interest !== 'paid' && !isHeld(post)
  const given = answersTo(walked.facts, ask).filter(({ author }) => author === post.author)
  const hasRoom = given.length < LIMITS.answersPerAsk
  return isSaid && hasRoom && post.author !== ask.author && judgeOf(walked).maySee(post.author, ask)
}

function judgeOf(walked: Walked): Judge {
  return new Judge(walked)
}
