import { memberOf } from './world-facts.ts'
import { introducedTo } from './world-introduction-questions.ts'
import {
  type Asker,
  get,
  IDS,
  NOBODY,
  type Prober,
  perId,
  perPost,
  post,
  type Questions,
  reads,
  remove,
  strangersTo,
} from './world-probes.ts'
import { maySee } from './world-rules.ts'
import { partnersOf } from './world-thread-questions.ts'

/** How what one is told, and what is passed on, to whom and from whom, is asked for. */
export const FOR_ME_QUESTIONS: Readonly<Record<string, Prober>> = {
  // Somebody wrote to whom one has no tie any more.
  'GET /api/notifications': (asker) => [
    { something: [get('/api/notifications', [...partnersOf(asker), ...introducedTo(asker)])] },
  ],
  'POST /api/notifications/seen': () => [
    { something: [post('/api/notifications/seen', { asOf: new Date(0).toISOString() })] },
  ],
  'POST /api/recommendations/{id}/pass': (asker) => [
    ...perPost(
      (facts, viewer, one) => maySee(facts, viewer, one) && one.author !== viewer,
      (id) => passOn(id, NOBODY),
    )(asker),
    passToStrangers(asker),
  ],
  'DELETE /api/passes/{id}': perId(IDS.passes, IDS.passesOf, (id) => remove(`/api/passes/${id}`)),
  'GET /api/for-me': reads(get('/api/for-me')),
  'POST /api/for-me/seen': () => [
    { something: [post('/api/for-me/seen', { asOf: new Date(0).toISOString() })] },
  ],
  'GET /api/for-me/closed': reads(get('/api/for-me/closed')),
  'POST /api/for-me/closed': (asker) => [
    { unknown: closePerson(NOBODY), nothing: strangerIds(asker).map(closePerson) },
  ],
  'DELETE /api/for-me/closed/people/{id}': perId(IDS.people, IDS.closedBy, (id) =>
    remove(`/api/for-me/closed/people/${id}`),
  ),
  'DELETE /api/for-me/closed/kinds/{kind}': () => [
    {
      unknown: remove('/api/for-me/closed/kinds/shop'),
      nothing: [remove('/api/for-me/closed/kinds/book'), remove('/api/for-me/closed/kinds/none')],
    },
  ],
}

function passToStrangers(asker: Asker): Questions {
  const { facts, viewer } = asker
  const seen = facts.posts.find(
    (one) => viewer !== null && maySee(facts, viewer, one) && one.author !== viewer,
  )
  if (seen === undefined) return {}
  return { unknown: passOn(seen.id, NOBODY), nothing: strangerIds(asker).map((to) => passOn(seen.id, to)) }
}

function strangerIds(asker: Asker): string[] {
  return strangersTo(asker).map((key) => memberOf(asker.facts, key).client.me.id)
}

function passOn(id: string, to: string) {
  return post(`/api/recommendations/${id}/pass`, { to, sentence: null })
}

function closePerson(person: string) {
  return post('/api/for-me/closed', { what: 'person', person })
}
