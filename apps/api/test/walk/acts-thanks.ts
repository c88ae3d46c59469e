import { Thanked } from '@kith/contract'
import { expectBody } from '../api-world.ts'
import { token } from '../world-words.ts'
import { anySeen } from './acts-kept.ts'
import { type Act, actOn } from './walk-acts.ts'
import { Judge } from './walk-oracle.ts'
import { anyOf, type Walked } from './walk-state.ts'

/** Thanks, or other words with them. */
export const thank: Act = actOn(anySeen, async (walked, { viewer, post }) => {
  const { cast, facts } = walked
  const words = token()
  const answer = cast.done(
    await cast.client(viewer).post(`/api/recommendations/${post.id}/thanks`, { words }),
  )
  const { through } = expectBody(Thanked, answer)
  const before = facts.thanks.find((one) => one.way[0] === viewer && one.post.id === post.id)
  if (before) facts.thanks.splice(facts.thanks.indexOf(before), 1, { ...before, words })
  else facts.thanks.push({ post, words, way: await wayOf(walked, words, through) })
})

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

/** Which of the ways it takes is the engine's to say; to whom it goes first is told to whoever thanks. */
async function wayOf(
  { facts, world }: Walked,
  words: string,
  through: Thanked['through'],
): Promise<readonly string[]> {
  const hops = await world.database.sql<{ id: string }[]>`
    select p.id from thanks t join thanks_hop h on h.thanks = t.no join person p on p.no = h.person
    where t.words = ${words} order by h.place`
  if ('id' in through && through.id !== hops[1]?.id)
    throw new Error(`expected thanks to go through whom the answer names: ${JSON.stringify(through)}`)
  const keys = new Map<string, string>(
    [...facts.people.values()].map(({ key, client }) => [client.me.id, key]),
  )
  return hops.map(({ id }) => keys.get(id) ?? '')
}
