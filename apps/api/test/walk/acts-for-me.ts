import { Passed } from '@kith/contract'
import { expectBody } from '../api-world.ts'
import { isHeld, tiesOf } from '../world-facts.ts'
import { type Act, actOn } from './walk-acts.ts'
import { Judge } from './walk-oracle.ts'
import { anyOf, livePosts, peopleOf, type Walked } from './walk-state.ts'

/** Somebody who may see a post of another’s and has a tie, who may see it or not. */
function anyPass(walked: Walked) {
  const judge = new Judge(walked)
  const by = walked.dice.pick(peopleOf(walked))
  const seen = livePosts(walked).filter(
    (post) => post.author !== by && !isHeld(post) && judge.maySee(by, post),
  )
  const [post, to] = [anyOf(walked.dice, seen), anyOf(walked.dice, tiesOf(walked.facts, by))]
  return post && to !== undefined ? { by, post, to } : undefined
}

/** Passes something on, and now and then takes it back. */
export const passOn: Act = actOn(anyPass, async ({ cast, dice }, { by, post, to }) => {
  const wish = { to: cast.client(to).me.id, sentence: null }
  const path = `/api/recommendations/${post.id}/pass`
  const { id } = expectBody(Passed, cast.done(await cast.client(by).send('POST', path, wish, cast.after())))
  if (dice.chance(0.2)) cast.done(await cast.client(by).delete(`/api/passes/${id}`))
})

/** Closes "for me" for a tie or a kind, and now and then opens it again. */
export const close: Act = actOn(
  (walked) => {
    const by = walked.dice.pick(peopleOf(walked))
    const to = anyOf(walked.dice, tiesOf(walked.facts, by))
    return to === undefined ? undefined : { by, to }
  },
  async ({ cast, dice, facts }, { by, to }) => {
    const isPerson = dice.chance(0.5)
    const isOpened = dice.chance(0.7)
    const person = cast.client(to).me.id
    const [wish, path] = isPerson
      ? [{ what: 'person', person }, `/api/for-me/closed/people/${person}`]
      : [{ what: 'kind', kind: 'film' }, '/api/for-me/closed/kinds/film']
    cast.done(await cast.client(by).post('/api/for-me/closed', wish))
    if (isOpened) cast.done(await cast.client(by).delete(path))
    if (!isPerson) return
    const others = facts.closed.filter((one) => one.by !== by || one.to !== to)
    facts.closed.splice(0, facts.closed.length, ...others, ...(isOpened ? [] : [{ by, to }]))
  },
)
