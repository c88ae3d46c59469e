import { Thanked } from '@kith/contract'
import { expectBody } from '../api-world.ts'
import type { KnownPost } from '../world-facts.ts'
import { token } from '../world-words.ts'
import { anySeen } from './acts-kept.ts'
import { type Act, actOn } from './walk-acts.ts'
import { Judge } from './walk-oracle.ts'
import { anyOf, type Walked } from './walk-state.ts'

/** Thanks, or other words with them. Who stands between is known from the answer, as long as it is one. */
export const thank: Act = actOn(
  (walked) => {
    const seen = anySeen(walked)
    return seen && seen.post.onward < 2 ? seen : undefined
  },
  async ({ cast, facts }, { viewer, post }) => {
    const words = token()
    const answer = cast.done(
      await cast.client(viewer).post(`/api/recommendations/${post.id}/thanks`, { words }),
    )
    const { through } = expectBody(Thanked, answer)
    const before = facts.thanks.find((one) => one.way[0] === viewer && one.post.id === post.id)
    if (before) facts.thanks.splice(facts.thanks.indexOf(before), 1, { ...before, words })
    else facts.thanks.push({ post, words, way: wayOf({ facts }, viewer, through, post) })
  },
)

export const takeThanksBack: Act = actOn(
  ({ facts, dice }) =>
    anyOf(
      dice,
      facts.thanks.filter(({ post }) => facts.posts.some(({ id, gone }) => id === post.id && !gone)),
    ),
  async ({ cast, facts }, thanks) => {
    const [by = ''] = thanks.way
    cast.done(await cast.client(by).delete(`/api/recommendations/${thanks.post.id}/thanks`))
    facts.thanks.splice(facts.thanks.indexOf(thanks), 1)
  },
)

export const openContact: Act = actOn(anySeen, async ({ cast }, { viewer, post }) => {
  cast.done(await cast.client(viewer).post(`/api/recommendations/${post.id}/contact-opened`))
})

/** Whoever remembers something is to be asked about it some day, and may put that off before. */
export const putQuestionOff: Act = actOn(
  (walked) => {
    const judge = new Judge(walked)
    const { facts, dice } = walked
    return anyOf(
      dice,
      facts.remembered.filter(({ by, post }) => judge.maySee(by, post)),
    )
  },
  async ({ cast }, { by, post }) => {
    const path = `/api/recommendations/${post.id}/outcome-question`
    cast.done(await cast.client(by).post(path, { answer: 'notYet' }))
  },
)

function wayOf(
  { facts }: Pick<Walked, 'facts'>,
  viewer: string,
  through: Thanked['through'],
  { author }: KnownPost,
): string[] {
  if (through.shown !== 'tie') return [viewer, author]
  const next = [...facts.people.values()].find(({ client }) => client.me.id === through.id)?.key ?? ''
  return next === author ? [viewer, author] : [viewer, next, author]
}
