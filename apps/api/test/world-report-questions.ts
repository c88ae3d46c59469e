import { mayReadAsk } from './world-ask-questions.ts'
import type { Facts } from './world-facts.ts'
import {
  get,
  NOBODY,
  type Probe,
  type Prober,
  perAsk,
  perId,
  perPost,
  post,
  put,
  reads,
  remove,
} from './world-probes.ts'
import { maySee } from './world-rules.ts'
import { messageIds, messagesTo } from './world-thread-questions.ts'

const NO_SECRET = 'A'.repeat(43)
const APPEAL = { words: 'Look again' }
// A machine fills every field: it is answered like anybody else, and nothing of it is kept.
const OBJECTION = {
  ...{ name: 'Somebody', entry: 'Somebody, Linz', why: 'It is me', email: 'somebody@kith.test' },
  ...{ language: 'en', website: 'https://machine.test/' },
}

/** How reports, objections and what the operator does are asked by people who are no operators. */
export const REPORT_QUESTIONS: Readonly<Record<string, Prober>> = {
  'POST /api/reports': (asker) => [
    ...perPost(
      (facts, viewer, one) => maySee(facts, viewer, one) && one.author !== viewer,
      (id) => report('recommendation', id),
    )(asker),
    ...perAsk(
      (facts, viewer, ask) => mayReadAsk(facts, viewer, ask) && ask.author !== viewer,
      (id) => report('ask', id),
    )(asker),
    ...perId(messageIds, messagesTo, (id) => report('message', id))(asker),
    // Below what one sees a comment is somebody's who may be apart: who reads which is asked in `comments.test.ts`.
    { unknown: report('comment', NOBODY) },
    ...perId(
      guestAnswers,
      (one) => guestAnswersTo(one.facts, one.viewer),
      (id) => report('guestAnswer', id),
    )(asker),
  ],
  'GET /api/reports': reads(get('/api/reports')),
  'GET /api/reports/about-me': reads(get('/api/reports/about-me')),
  'POST /api/reports/{id}/appeal': perId(
    ({ reports }) => reports.map(({ id }) => id),
    ({ facts, viewer }) => facts.reports.flatMap(({ id, by }) => (by === viewer ? [id] : [])),
    (id) => post(`/api/reports/${id}/appeal`, APPEAL),
  ),
  'POST /api/objections': reads(post('/api/objections', OBJECTION)),
  'GET /api/objections/{secret}': () => [{ refused: [get(`/api/objections/${NO_SECRET}`)] }],
  'POST /api/objections/{secret}/confirm': () => [
    { refused: [post(`/api/objections/${NO_SECRET}/confirm`)] },
  ],
  'POST /api/objections/{secret}/appeal': () => [
    { refused: [post(`/api/objections/${NO_SECRET}/appeal`, APPEAL)] },
  ],
  'GET /api/operator': notThere(get('/api/operator')),
  'GET /api/operator/operators': notThere(get('/api/operator/operators')),
  'PUT /api/operator/operators/{handle}': ofEverybody((handle) => put(`/api/operator/operators/${handle}`)),
  'DELETE /api/operator/operators/{handle}': ofEverybody((handle) =>
    remove(`/api/operator/operators/${handle}`),
  ),
  'GET /api/operator/cases': notThere(get('/api/operator/cases')),
  'GET /api/operator/cases/{id}/content': ofEachCase((id) => get(`/api/operator/cases/${id}/content`)),
  'GET /api/operator/cases/{id}/photo': ofEachCase((id) => get(`/api/operator/cases/${id}/photo`)),
  'POST /api/operator/cases/{id}/looks': ofEachCase((id) =>
    post(`/api/operator/cases/${id}/looks`, { why: 'To look' }),
  ),
  'POST /api/operator/cases/{id}/search': ofEachCase((id) =>
    post(`/api/operator/cases/${id}/search`, { words: 'Somebody', why: 'To look' }),
  ),
  'POST /api/operator/cases/{id}/decision': ofEachCase((id) =>
    post(`/api/operator/cases/${id}/decision`, { outcome: 'dismissed', reasons: 'Nothing' }),
  ),
}

function report(what: string, id: string) {
  return post('/api/reports', { about: { what, id }, reason: 'other', words: null })
}

function guestAnswers({ askLinks }: Facts): string[] {
  return askLinks.flatMap(({ answers }) => answers.map(({ id }) => id))
}

function guestAnswersTo(facts: Facts, viewer: string | null): string[] {
  return guestAnswers({
    ...facts,
    askLinks: facts.askLinks.filter(({ ask }) => ask.author === viewer && !ask.gone),
  })
}

function notThere(probe: Probe): Prober {
  return () => [{ refused: [probe] }]
}

function ofEachCase(probe: (id: string) => Probe): Prober {
  return perId(
    ({ reports }) => reports.map(({ id }) => id),
    () => [],
    probe,
  )
}

function ofEverybody(probe: (handle: string) => Probe): Prober {
  return ({ facts }) => [
    {
      unknown: probe('nobody-at-all'),
      nothing: [...facts.people.values()].map(({ client }) => probe(client.me.handle)),
    },
  ]
}
