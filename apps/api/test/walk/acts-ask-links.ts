import { LIMITS, ReadRecommendation } from '@kith/contract'
import { expectBody } from '../api-world.ts'
import {
  answerByLink,
  claimAnswer,
  isLive,
  type KnownAskLink,
  linkAsk,
  revokeAskLink,
} from '../world-ask-links.ts'
import { liveAsks } from './acts-asks.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf, newKey, peopleOf, type Walked } from './walk-state.ts'

function anyLive({ facts, dice }: Walked): KnownAskLink | undefined {
  return anyOf(dice, facts.askLinks.filter(isLive))
}

// So many stay, or nobody could be asked for them who is not to have them.
const FEW = 3

/** What came by a link and stands there still. */
function anyGiven({ facts, dice }: Walked) {
  const standing = facts.askLinks.filter(({ ask }) => !ask.gone)
  const given = standing.flatMap((link) => link.answers.map((answer) => ({ link, answer })))
  return given.length > FEW ? anyOf(dice, given) : undefined
}

export const makeLink: Act = actOn(
  (walked) =>
    anyOf(
      walked.dice,
      liveAsks(walked).filter(({ expired }) => !expired),
    ),
  ({ cast }, ask) => linkAsk(cast, ask),
)

export const revoke: Act = actOn(anyLive, ({ cast }, link) => revokeAskLink(cast, link))

export const answer: Act = actOn(
  (walked) => {
    const link = anyLive(walked)
    return link && link.answers.length < LIMITS.answersPerLink ? link : undefined
  },
  ({ world, cast }, link) => answerByLink(world, cast, link),
)

export const remove: Act = actOn(anyGiven, async ({ cast }, { link, answer: { id } }) => {
  const path = `/api/asks/${link.ask.id}/guest-answers/${id}`
  cast.done(await cast.client(link.ask.author).delete(path))
  link.answers.splice(0, Infinity, ...link.answers.filter((one) => one.id !== id))
})

/** Somebody of the cast, whom it turns out to have been, has a note from then on. */
export const claim: Act = actOn(
  (walked) => {
    const given = anyGiven(walked)
    const others = peopleOf(walked).filter((key) => key !== given?.link.ask.author)
    const by = given && anyOf(walked.dice, others)
    return given && by !== undefined ? { given, by } : undefined
  },
  async (walked, { given, by }) => {
    const { cast, facts, said } = walked
    const id = await claimAnswer(cast, by, given)
    const read = cast.done(await cast.client(by).get(`/api/recommendations/${id}`, cast.after()))
    const key = newKey(walked, 'post')
    facts.posts.push({
      ...{ key, author: by, id, subject: expectBody(ReadRecommendation, read).voice.subject.id },
      ...{ words: given.answer.words, form: 'notebook', isJob: false, all: false, club: null },
      ...{ circles: [], singles: [], excepted: [], onward: 1, stays: false, addressed: [] },
      ...{ candidate: null, gone: false, expired: false },
    })
    said.set(key, { interest: 'none', verdict: 'recommend' })
  },
)
