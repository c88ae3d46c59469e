import { ASK_LINK_QUESTIONS } from './world-ask-link-questions.ts'
import { type Facts, type KnownPost, memberOf } from './world-facts.ts'
import {
  type Asker,
  get,
  IDS,
  NOBODY,
  type Probe,
  type Prober,
  patch,
  perAsk,
  post,
  put,
  type Questions,
  reads,
  remove,
  strangersTo,
} from './world-probes.ts'
import { isOwn, maySee } from './world-rules.ts'
import { askOf } from './world-words.ts'

const LONG_AGO = new Date('2020-01-01')

/** How asks and their answers are asked for. */
export const ASK_QUESTIONS: Readonly<Record<string, Prober>> = {
  ...ASK_LINK_QUESTIONS,
  'POST /api/asks': (asker) => [foreignAudiences(asker)],
  'GET /api/asks': reads(get('/api/asks')),
  'GET /api/asks/answerable': reads(get('/api/asks/answerable')),
  'GET /api/asks/{id}': perAsk(mayReadAsk, (id) => get(`/api/asks/${id}`)),
  'PATCH /api/asks/{id}': perAsk(isOwn, (id) => patch(`/api/asks/${id}`, { onward: 0 })),
  'DELETE /api/asks/{id}': perAsk(isOwn, (id) => remove(`/api/asks/${id}`)),
  'PUT /api/asks/{id}/result': perAsk(isOwn, (id) =>
    put(`/api/asks/${id}/result`, { solved: false, through: null }),
  ),
  'DELETE /api/asks/{id}/result': perAsk(isOwn, (id) => remove(`/api/asks/${id}/result`)),
  'GET /api/asks/{id}/answers': perAsk(isOwn, (id) => get(`/api/asks/${id}/answers`)),
  'GET /api/asks/{id}/why': perAsk(mayReadAsk, (id) => get(`/api/asks/${id}/why`)),
  'POST /api/asks/{id}/hide': perAsk(
    (facts, viewer, ask) => mayReadAsk(facts, viewer, ask) && ask.author !== viewer,
    (id) => post(`/api/asks/${id}/hide`, { what: 'post' }),
  ),
  'GET /api/asks/{id}/knowing': perAsk(isOwn, (id) => get(`/api/asks/${id}/knowing`)),
  'PUT /api/asks/{id}/asked/{person}': (asker) => [
    ...perAsk(isOwn, (id) => put(`/api/asks/${id}/asked/${NOBODY}`))(asker),
    askingStrangers(asker),
  ],
  'DELETE /api/asks/{id}/asked/{person}': perAsk(isOwn, (id) => remove(`/api/asks/${id}/asked/${NOBODY}`)),
  'PUT /api/asks/{id}/answers/{post}/shown': perAsk(isOwn, (id) =>
    put(`/api/asks/${id}/answers/${NOBODY}/shown`),
  ),
  'DELETE /api/asks/{id}/answers/{post}/shown': perAsk(isOwn, (id) =>
    remove(`/api/asks/${id}/answers/${NOBODY}/shown`),
  ),
  'PUT /api/asks/{id}/answers/{post}': (asker) => [
    ...perAsk(mayReadAsk, (id) => give(id, NOBODY))(asker),
    foreignAnswers(asker),
  ],
  'DELETE /api/asks/{id}/answers/{post}': ({ facts }) => [
    {
      unknown: remove(`/api/asks/${NOBODY}/answers/${NOBODY}`),
      nothing: facts.asks.map(({ id }) => remove(`/api/asks/${id}/answers/${NOBODY}`)),
    },
  ],
}

export function mayReadAsk(facts: Facts, viewer: string, ask: KnownPost): boolean {
  return maySee(facts, viewer, ask)
}

/** Nobody puts an ask to somebody who is no tie of his. */
function askingStrangers(asker: Asker): Questions {
  const own = asker.facts.asks.find((ask) => isOwn(asker.facts, asker.viewer, ask))
  if (own === undefined) return {}
  const strangers = strangersTo(asker).map((key) => memberOf(asker.facts, key).client.me.id)
  const askHim = (id: string) => put(`/api/asks/${own.id}/asked/${id}`)
  return { unknown: askHim(NOBODY), nothing: strangers.map(askHim) }
}

/** Nobody answers with what somebody else recommends. */
function foreignAnswers({ facts, viewer }: Asker): Questions {
  const seen = facts.asks.find(
    (ask) => viewer !== null && !ask.expired && maySee(facts, viewer, ask) && ask.author !== viewer,
  )
  if (seen === undefined) return {}
  const foreign = facts.posts.filter(({ author }) => author !== viewer)
  return { unknown: give(seen.id, NOBODY), nothing: foreign.map(({ id }) => give(seen.id, id)) }
}

function foreignAudiences(asker: Asker): Questions {
  const own = new Set(IDS.circlesOf(asker))
  const strangers = strangersTo(asker).map((key) => memberOf(asker.facts, key).client.me.id)
  const circles = IDS.circles(asker.facts).filter((id) => !own.has(id))
  return {
    unknown: ask({ singles: [NOBODY] }),
    nothing: [
      ...strangers.flatMap((id) => [ask({ singles: [id] }), ask({ excepted: [id] })]),
      ...circles.map((id) => ask({ circles: [id] })),
    ],
  }
}

function ask(whom: Record<string, readonly string[]>): Probe {
  const all = { form: 'ties', all: true, circles: [], singles: [], excepted: [] }
  return post('/api/asks', { ...askOf({ form: 'notebook' }, 1, LONG_AGO), audience: { ...all, ...whom } })
}

function give(ask: string, given: string): Probe {
  return put(`/api/asks/${ask}/answers/${given}`)
}
