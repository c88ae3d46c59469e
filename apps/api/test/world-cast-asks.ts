import { type Audience, ReadAsk } from '@kith/contract'
import { type Answer, expectBody, type Person } from './api-world.ts'
import type { Facts, KnownAsk, KnownPost } from './world-facts.ts'
import { askOf, formOf, type Wish, wordsOf } from './world-words.ts'

/** What of a cast its asks need. */
interface Stage {
  readonly facts: Facts
  readonly client: (key: string) => Person
  readonly done: (answer: Answer) => Answer
  readonly postOf: (key: string) => KnownPost
  readonly audienceOf: (wish: Wish) => Audience
  readonly clock: { readonly at: Date }
  readonly after: () => Record<string, string>
}

/** Asks and answers of the cast, through the product's own routes. */
export function castAsks({ facts, client, done, postOf, audienceOf, clock, after }: Stage) {
  const askOfKey = (key: string): KnownAsk => {
    const ask = facts.asks.find((one) => one.key === key)
    if (!ask) throw new Error(`expected an ask ${key}`)
    return ask
  }

  return {
    askOfKey,

    ask: async (key: string, author: string, wish: Wish): Promise<KnownAsk> => {
      const { onward = 1 } = wish
      const said = askOf(audienceOf(wish), onward, clock.at)
      const { ask } = expectBody(ReadAsk, done(await client(author).post('/api/asks', said)))
      const { all = false, circles = [], singles = [], excepted = [], club = null } = wish
      const whom = { form: formOf(wish), all, circles, singles, excepted, club }
      const known = {
        key,
        author,
        id: ask.post,
        subject: ask.post,
        words: wordsOf(said.wish),
        ...whom,
        onward,
      }
      const made = { ...known, isJob: false, stays: false, addressed: [], candidate: null, answers: [] }
      facts.asks.push({ ...made, shown: new Set(), gone: false, expired: false })
      return askOfKey(key)
    },

    /** Somebody answers an ask with a recommendation of his. */
    answerAsk: async (key: string, given: string): Promise<void> => {
      const [ask, post] = [askOfKey(key), postOf(given)]
      const path = `/api/asks/${ask.id}/answers/${post.id}`
      done(await client(post.author).send('PUT', path, undefined, after()))
      if (!ask.answers.includes(given)) ask.answers.push(given)
    },

    closeAsk: async (key: string, through: string | null): Promise<void> => {
      const ask = askOfKey(key)
      const body = { solved: through !== null, through: through === null ? null : postOf(through).id }
      done(await client(ask.author).send('PUT', `/api/asks/${ask.id}/result`, body))
      ask.expired = true
    },
  }
}
