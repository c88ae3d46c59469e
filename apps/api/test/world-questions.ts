import { PASSWORD, signUpBody } from './api-world.ts'
import { ACCOUNT_QUESTIONS } from './world-account-questions.ts'
import { addressingQuestions } from './world-addressing-questions.ts'
import { ASK_QUESTIONS } from './world-ask-questions.ts'
import {
  AUDIENCE_QUESTIONS,
  type AudienceWish,
  audienceOf,
  foreignAudiences,
} from './world-audience-questions.ts'
import { CANDIDACY_QUESTIONS } from './world-candidacy-questions.ts'
import { CARE_QUESTIONS } from './world-care-questions.ts'
import { CLUB_QUESTIONS } from './world-club-questions.ts'
import { pairOf } from './world-facts.ts'
import { FOR_ME_QUESTIONS } from './world-for-me-questions.ts'
import { HIDDEN_QUESTIONS } from './world-hidden-questions.ts'
import { INTRODUCTION_QUESTIONS } from './world-introduction-questions.ts'
import { KEPT_QUESTIONS } from './world-kept-questions.ts'
import { LIKENESS_QUESTIONS } from './world-likeness-questions.ts'
import { OUTCOME_QUESTIONS } from './world-outcome-questions.ts'
import {
  type Asker,
  foreignCircles,
  foreignTies,
  get,
  IDS,
  NOBODY,
  type Probe,
  type Prober,
  patch,
  perId,
  perPost,
  post,
  type Questions,
  reads,
  remove,
} from './world-probes.ts'
import { REPORT_QUESTIONS } from './world-report-questions.ts'
import { hiddenSubjects, isApart, isOwn, maySee, pageOf } from './world-rules.ts'
import { SEARCH_QUESTIONS } from './world-search-questions.ts'
import { givenByLink, strangerOf } from './world-secrets.ts'
import { TALK_QUESTIONS } from './world-talk-questions.ts'
import { THREAD_QUESTIONS } from './world-thread-questions.ts'
import { recommendationOf, token } from './world-words.ts'

const NO_SECRET = 'A'.repeat(43)
const FEEDS = ['', '?order=newest', '?lane=offers', '?kinds=craftsman,book', '?kinds=film', '?only=asks']
const SORTED = { closeness: null, circles: [] }

// What these answer does not depend on who asks.
function askedByFew(prober: Prober): Prober {
  return (asker) => (asker.viewer === null || asker.viewer === 'sam' ? prober(asker) : [])
}

/** How each route is asked by anybody for everything that might not be his. */
export const ROOM_QUESTIONS: Readonly<Record<string, Prober>> = {
  ...ACCOUNT_QUESTIONS,
  ...HIDDEN_QUESTIONS,
  ...CLUB_QUESTIONS,
  ...KEPT_QUESTIONS,
  ...FOR_ME_QUESTIONS,
  ...ASK_QUESTIONS,
  ...CARE_QUESTIONS,
  ...INTRODUCTION_QUESTIONS,
  'GET /api/entry': reads(get('/api/entry')),
  'POST /api/auth/sign-up': askedByFew(({ facts }) => [
    {
      refused: [...facts.people.values()].flatMap(({ client, email }) => [
        post('/api/auth/sign-up', signUpBody(client.me.handle, { email: `${token()}@kith.test` })),
        post('/api/auth/sign-up', signUpBody(token(), { email })),
      ]),
    },
  ]),
  'POST /api/auth/sign-in': askedByFew(({ facts }) => [
    {
      unknown: signIn(`${token()}@kith.test`),
      nothing: [...facts.people.values()].slice(0, 3).map(({ email }) => signIn(email)),
    },
  ]),
  'POST /api/auth/look-around': askedByFew(({ facts }) => [
    {
      unknown: post('/api/auth/look-around', { as: 'x' }),
      nothing: [...facts.people.values()].map(({ client }) =>
        post('/api/auth/look-around', { as: client.me.handle }),
      ),
    },
  ]),
  'POST /api/auth/sign-out': ({ viewer }) => [
    { something: viewer === null ? [post('/api/auth/sign-out')] : [] },
  ],
  'POST /api/auth/reset-request': askedByFew(({ facts }) => [
    {
      unknown: post('/api/auth/reset-request', { email: `${token()}@kith.test` }),
      nothing: [...facts.people.values()].map(({ email }) => post('/api/auth/reset-request', { email })),
    },
  ]),
  'POST /api/auth/reset': () => [
    { refused: [post('/api/auth/reset', { token: token(), password: PASSWORD })] },
  ],
  'GET /api/auth/verify': reads(get('/api/auth/verify?token=x')),
  'GET /api/auth/sessions': reads(get('/api/auth/sessions')),
  'DELETE /api/auth/sessions': () => [],
  'DELETE /api/auth/sessions/{id}': perId(IDS.sessions, IDS.sessionsOf, (id) =>
    remove(`/api/auth/sessions/${id}`),
  ),
  'GET /api/me': reads(get('/api/me')),
  'PATCH /api/me': ({ facts, viewer }) => [
    {
      refused: [...facts.people.values()]
        .filter(({ key }) => key !== viewer)
        .map(({ client }) => patch('/api/me', { handle: client.me.handle })),
    },
  ],
  'GET /api/people/{handle}': askForPeople,
  'GET /api/circles': reads(get('/api/circles')),
  'POST /api/circles': () => [{ something: [post('/api/circles', { name: token(), kind: 'friends' })] }],
  'PATCH /api/circles/{id}': perId(IDS.circles, IDS.circlesOf, (id) =>
    patch(`/api/circles/${id}`, { name: 'Mine' }),
  ),
  'PATCH /api/circles/{id}/members': (asker) => [
    ...perId(IDS.circles, IDS.circlesOf, (id) =>
      patch(`/api/circles/${id}/members`, { add: [], remove: [] }),
    )(asker),
    ...IDS.circlesOf(asker).map((id) =>
      foreignTies(asker, (ties) => patch(`/api/circles/${id}/members`, ties)),
    ),
  ],
  'POST /api/circles/preview': (asker) => [
    foreignCircles(asker, (id) => post('/api/circles/preview', { of: 'newcomer', add: [id] })),
    foreignTies(asker, ({ add: ties }) =>
      post('/api/circles/preview', { of: 'ties', ties, add: [], remove: [] }),
    ),
    { something: asker.viewer === null ? [] : [post('/api/circles/preview', { of: 'newcomer', add: [] })] },
  ],
  'DELETE /api/circles/{id}': perId(IDS.circles, IDS.circlesOf, (id) => remove(`/api/circles/${id}`)),
  'GET /api/ties': reads(get('/api/ties')),
  'GET /api/ties/{id}': perId(IDS.ties, IDS.tiesOf, (id) => get(`/api/ties/${id}`)),
  'PATCH /api/ties/{id}': (asker) => [
    ...perId(IDS.ties, IDS.tiesOf, (id) => patch(`/api/ties/${id}`, { closeness: 1 }))(asker),
    ...IDS.tiesOf(asker)
      .slice(0, 1)
      .map((id) => foreignCircles(asker, (circle) => patch(`/api/ties/${id}`, { circles: [circle] }))),
  ],
  'DELETE /api/ties/{id}': perId(IDS.ties, IDS.tiesOf, (id) => remove(`/api/ties/${id}`)),
  'POST /api/ties/{id}/confirm': perId(IDS.ties, IDS.tiesOf, (id) => post(`/api/ties/${id}/confirm`)),
  'GET /api/ties/requests': reads(get('/api/ties/requests')),
  'POST /api/ties/requests': askForTies,
  'POST /api/ties/requests/{id}/accept': perId(IDS.requests, IDS.requestsTo, (id) =>
    post(`/api/ties/requests/${id}/accept`, SORTED),
  ),
  'POST /api/ties/requests/{id}/decline': perId(IDS.requests, IDS.requestsTo, (id) =>
    post(`/api/ties/requests/${id}/decline`),
  ),
  'DELETE /api/ties/requests/{id}': perId(IDS.requests, IDS.requestsFrom, (id) =>
    remove(`/api/ties/requests/${id}`),
  ),
  'GET /api/blocks': reads(get('/api/blocks')),
  'POST /api/blocks': () => [{ unknown: post('/api/blocks', { person: NOBODY }) }],
  'DELETE /api/blocks/{person}': perId(IDS.people, IDS.blockedBy, (id) => remove(`/api/blocks/${id}`)),
  'GET /api/invitations': reads(get('/api/invitations')),
  'POST /api/invitations': (asker) => [
    foreignCircles(asker, (id) => invite({ circles: [id] })),
    {
      unknown: invite({ enclosures: [NOBODY] }),
      nothing: asker.facts.posts
        .filter(({ author }) => author !== asker.viewer)
        .map(({ id }) => invite({ enclosures: [id] })),
    },
  ],
  'DELETE /api/invitations/{id}': perId(IDS.invitations, IDS.invitationsOf, (id) =>
    remove(`/api/invitations/${id}`),
  ),
  'GET /api/invitations/by-link/{secret}': lookAtLinks,
  'POST /api/invitations/by-link/{secret}/accept': acceptLinks,
  'POST /api/recommendations': (asker) => [
    {
      unknown: recommend({}, NOBODY),
      nothing: hiddenSubjects(asker.facts, asker.viewer).map((about) => recommend({}, about)),
    },
    foreignAudiences(asker, (audience) => recommend(audience, null)),
  ],
  'GET /api/recommendations': reads(get('/api/recommendations'), get('/api/recommendations?notebook=true')),
  'GET /api/recommendations/waiting': reads(get('/api/recommendations/waiting')),
  'GET /api/recommendations/{id}': perPost(maySee, (id) => get(`/api/recommendations/${id}`)),
  'PATCH /api/recommendations/{id}': perPost(isOwn, (id) =>
    patch(`/api/recommendations/${id}`, { stillTrue: true }),
  ),
  'DELETE /api/recommendations/{id}': perPost(isOwn, (id) => remove(`/api/recommendations/${id}`)),
  'GET /api/recommendations/{id}/history': perPost(maySee, (id) => get(`/api/recommendations/${id}/history`)),
  'GET /api/recommendations/{id}/why': perPost(maySee, (id) => get(`/api/recommendations/${id}/why`)),
  ...TALK_QUESTIONS,
  ...THREAD_QUESTIONS,
  ...OUTCOME_QUESTIONS,
  ...LIKENESS_QUESTIONS,
  ...REPORT_QUESTIONS,
  ...CANDIDACY_QUESTIONS,
  ...addressingQuestions(isOwn),
  ...AUDIENCE_QUESTIONS,
  ...SEARCH_QUESTIONS,
  'GET /api/subjects/suggest': ({ facts }) => [
    {
      something: facts.posts.flatMap(({ words }) =>
        words.slice(0, 1).map((word) => get(`/api/subjects/suggest?q=${encodeURIComponent(word)}`)),
      ),
    },
  ],
  'GET /api/subjects/{id}': (asker) => [
    {
      unknown: get(`/api/subjects/${NOBODY}`),
      nothing: hiddenSubjects(asker.facts, asker.viewer).map((id) => get(`/api/subjects/${id}`)),
    },
  ],
  'GET /api/feed': (asker) => [
    { something: FEEDS.map((query) => get(`/api/feed${query}`)) },
    foreignCircles(asker, (id) => get(`/api/feed?circle=${id}`)),
  ],
}

function signIn(email: string): Probe {
  return post('/api/auth/sign-in', { email, password: 'not the right one' })
}

function invite(wish: Record<string, unknown>): Probe {
  const nothing = { note: null, enclosures: [], circles: [], closeness: null, sittingTogether: false }
  return post('/api/invitations', { ...nothing, ...wish })
}

function recommend(audience: AudienceWish, about: string | null): Probe {
  const said = recommendationOf({}, { form: 'notebook' })
  return post('/api/recommendations', { ...said, about, audience: audienceOf(audience) })
}

function askForPeople({ facts, viewer }: Asker): readonly Questions[] {
  const page = (handle: string, gives: readonly string[] = []) => get(`/api/people/${handle}`, gives)
  const people = [...facts.people.values()].map((member) => ({
    member,
    shown: viewer === null ? 'nothing' : pageOf(facts, viewer, member.key),
  }))
  const of = (wanted: string) => people.filter(({ shown }) => shown === wanted).map(({ member }) => member)
  return [
    {
      unknown: page('nobody-at-all'),
      nothing: of('nothing').map(({ client }) => page(client.me.handle)),
      something: [
        ...of('page').map(({ client }) => page(client.me.handle)),
        ...of('stranger').map((member) => page(member.client.me.handle, strangerOf(member))),
      ],
    },
  ]
}

function askForTies({ facts, viewer }: Asker): readonly Questions[] {
  const request = (handle: string) => post('/api/ties/requests', { handle })
  const hidden = [...facts.people.values()].filter(
    ({ key, findable }) =>
      viewer !== null &&
      key !== viewer &&
      (!findable || isApart(facts, viewer, key)) &&
      !facts.ties.has(pairOf(key, viewer)) &&
      // A request that stands is still said to stand, whatever the other did since.
      !facts.requests.some(({ from, to }) => from === viewer && to === key),
  )
  return [
    { unknown: request('nobody-at-all'), nothing: hidden.map(({ client }) => request(client.me.handle)) },
  ]
}

function lookAtLinks({ facts, viewer }: Asker): readonly Questions[] {
  const look = (secret: string, gives: readonly string[] = []) =>
    get(`/api/invitations/by-link/${secret}`, gives)
  const isHidden = (owner: string) => viewer !== null && isApart(facts, viewer, owner)
  return [
    {
      unknown: look(NO_SECRET),
      nothing: facts.invitations.filter(({ owner }) => isHidden(owner)).map(({ secret }) => look(secret)),
      something: facts.invitations
        .filter(({ owner }) => !isHidden(owner))
        .map((one) => look(one.secret, givenByLink(facts, one))),
    },
  ]
}

function acceptLinks({ facts, viewer }: Asker): readonly Questions[] {
  const accept = (secret: string) => post(`/api/invitations/by-link/${secret}/accept`, SORTED)
  const isHidden = (owner: string) => viewer === null || isApart(facts, viewer, owner)
  const dead = facts.invitations.filter(({ state, acceptedBy }) => state !== 'live' && acceptedBy !== viewer)
  return [
    {
      unknown: accept(NO_SECRET),
      nothing: facts.invitations.filter(({ owner }) => isHidden(owner)).map(({ secret }) => accept(secret)),
      refused: dead.filter(({ owner }) => !isHidden(owner)).map(({ secret }) => accept(secret)),
    },
  ]
}
