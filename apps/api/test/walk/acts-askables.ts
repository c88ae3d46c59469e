import { LIMITS } from '@kith/contract'
import { type KnownAskable, pairOf } from '../world-facts.ts'
import { token } from '../world-words.ts'
import { anyAudience, isForSomebody } from './acts-posts.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf, peopleOf, type Walked } from './walk-state.ts'

function anyLine({ facts, dice }: Walked): KnownAskable | undefined {
  return anyOf(dice, facts.askables)
}

/** Lines have neither notebook nor club: what would go there is for all. */
function anyReaders(walked: Walked, author: string) {
  const { notebook: _notebook, club: _club, ...audience } = anyAudience(walked, author)
  return isForSomebody(audience) ? audience : { all: true }
}

export const makeAskable: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const linesOf = (key: string) => facts.askables.filter(({ author }) => author === key)
    return anyOf(
      dice,
      peopleOf(walked).filter((key) => linesOf(key).length < LIMITS.askables),
    )
  },
  (walked, author) => walked.cast.askable(author, anyReaders(walked, author)),
)

export const changeAskable: Act = actOn(anyLine, async (walked, line) => {
  const { cast, facts } = walked
  const { id, author } = line
  const [words, wish] = [token(), anyReaders(walked, author)]
  const body = { kind: 'film', place: null, words, audience: cast.audienceOf(wish) }
  cast.done(await cast.client(author).send('PUT', `/api/me/askable/${id}`, body))
  const { all = false, circles = [], singles = [], excepted = [] } = wish
  facts.askables.splice(facts.askables.indexOf(line), 1, {
    ...{ id, author, words, all, circles, singles },
    // Whoever was excepted and is no tie any more stays so; he reads nothing as long as he is none.
    excepted: [
      ...new Set([...excepted, ...line.excepted.filter((one) => !facts.ties.has(pairOf(author, one)))]),
    ],
  })
})

export const removeAskable: Act = actOn(anyLine, async ({ cast, facts }, line) => {
  cast.done(await cast.client(line.author).delete(`/api/me/askable/${line.id}`))
  facts.askables.splice(facts.askables.indexOf(line), 1)
})
