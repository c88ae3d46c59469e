import { randomUUID } from 'node:crypto'
import { PASSWORD, signUpBody } from './api-world.ts'
import { guestAnswer } from './world-ask-links.ts'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'
import { strangePasskey, strangeSignIn } from './world-passkeys.ts'
import { askOf, recommendationOf, token } from './world-words.ts'

/*
 * What ada would rightly ask of each route in the world of `world-hostile.test.ts`, to be spoiled.
 */

/** The link of an objection, and its case. */
export const OBJECTION_SECRET = 'B'.repeat(43)
export const OBJECTION_CASE = randomUUID()

/** By route, a body as ada would send it. */
export function rightBodies({ facts, client, postOf }: Cast, now: Date): Readonly<Record<string, unknown>> {
  const circles = [facts.circles.get('mine')?.id]
  const sorted = { closeness: 3, circles }
  const audience = { form: 'ties', all: true, circles, singles: [client('ben').me.id], excepted: [] }
  const said = recommendationOf({ interest: 'connected' }, { form: 'notebook' })
  const { words } = said
  return {
    'POST /api/auth/sign-up': signUpBody(token(), {
      email: `${token()}@kith.test`,
      timeZone: 'Europe/Berlin',
    }),
    'POST /api/auth/sign-in': { email: `${token()}@kith.test`, password: PASSWORD },
    'POST /api/auth/passkeys/begin': { password: PASSWORD },
    'PUT /api/auth/password': { password: PASSWORD, next: PASSWORD },
    // Nobody's handle: whoever asks has to be there for the next question.
    'POST /api/me/leave': { handle: 'nobody-at-all', password: PASSWORD },
    'POST /api/auth/passkeys': { ...strangePasskey(), name: 'Phone' },
    'PATCH /api/auth/passkeys/{id}': { name: 'Phone' },
    'POST /api/auth/passkey-sign-in': strangeSignIn(facts.passkeys[0]?.device),
    'POST /api/auth/look-around': { as: 'ada' },
    'POST /api/auth/reset-request': { email: `${token()}@kith.test` },
    'POST /api/auth/reset': { token: 'A'.repeat(24), password: PASSWORD },
    'PATCH /api/me': {
      name: 'Ada',
      handle: token(),
      language: 'de',
      timeZone: 'UTC',
      open: true,
      carries: true,
      findable: true,
      care: true,
      navelCheck: true,
      letters: true,
    },
    'PUT /api/telling': { time: 'atOnce', mail: true, quietFrom: 21, quietTo: 6 },
    'PUT /api/telling/device': { endpoint: `https://push.kith.test/${token()}` },
    'PUT /api/me/photo': { words: 'A face' },
    'POST /api/imports/look': {
      source: 'letterboxd',
      things: [{ key: 'Stalker', subject: { kind: 'film', title: 'Stalker', creator: null, year: 1979 } }],
    },
    'POST /api/imports': {
      source: 'goodreads',
      language: 'de',
      things: [
        {
          key: '7',
          subject: { kind: 'book', title: 'Austerlitz', creator: 'W. G. Sebald', year: 2001 },
          basis: 'own',
          why: null,
          when: null,
        },
      ],
    },
    'POST /api/me/askable': { kind: 'health', place: 'Linz', words: 'Backs', audience },
    'PUT /api/me/askable/{id}': { kind: 'health', place: null, words: 'Knees', audience },
    'POST /api/me/to-invite': { names: ['Paula', 'Max Huber'] },
    'PUT /api/recommendations/{id}/outcome': { outcome: 'letDown', sentence: token() },
    'PUT /api/recommendations/{id}/likeness/{subject}': { same: true },
    'POST /api/ties/{id}/less': { kind: 'film' },
    'PUT /api/ties/{id}/moves/{move}/undo': { because: 'talked' },
    'POST /api/circles': { name: token(), kind: 'friends' },
    'PATCH /api/circles/{id}': { name: token(), kind: 'family', position: 3, rhythm: 30 },
    'PATCH /api/circles/{id}/members': { add: [facts.ties.get(pairOf('ada', 'ben'))], remove: [] },
    'POST /api/circles/preview': {
      ...{ of: 'ties', ties: [facts.ties.get(pairOf('ada', 'ben'))], add: circles, remove: [] },
    },
    'POST /api/clubs': { name: token(), about: 'Sings' },
    'PATCH /api/clubs/{id}': { name: token(), about: null },
    'PATCH /api/clubs/{id}/membership': { paused: true },
    'PUT /api/clubs/{id}/host': { person: client('dan').me.id },
    'POST /api/clubs/{id}/invitations': { person: client('ben').me.id },
    'POST /api/clubs/{id}/code': { hours: 3, most: 40 },
    'PATCH /api/ties/{id}': { ...sorted, paused: false, offers: 'yes' },
    'PUT /api/ties/{id}/spoke': { on: now.toISOString().slice(0, 10) },
    'PUT /api/ties/{id}/closeness-question': { answer: 'later' },
    'POST /api/ties/requests': { handle: client('dan').me.handle },
    'POST /api/ties/requests/{id}/accept': sorted,
    'POST /api/blocks': { person: client('cal').me.id },
    'POST /api/invitations': {
      note: 'Hello',
      enclosures: [postOf('said').id],
      ...sorted,
      sittingTogether: false,
    },
    'POST /api/invitations/by-link/{secret}/accept': sorted,
    'POST /api/asks': { ...askOf({ form: 'notebook' }, 2, now), audience },
    'POST /api/ask-links/{secret}/answers': guestAnswer(),
    'POST /api/guest-answers/claims': { claim: facts.askLinks[0]?.answers[0]?.claim },
    'PATCH /api/asks/{id}': { until: dayAfter(now), audience, onward: 1 },
    'PUT /api/asks/{id}/result': { solved: true, through: null },
    'POST /api/recommendations': { ...said, audience, candidate: client('ben').me.id },
    'PATCH /api/recommendations/{id}': {
      ...{ words, interest: 'connected', audience, onward: 1, stillTrue: true },
      candidate: client('ben').me.id,
    },
    'PUT /api/recommendations/{id}/candidacy': { agreed: true, asked: now.toISOString() },
    'POST /api/recommendations/{id}/comments': { text: 'Well said.' },
    // No photo: what a photo does is tried apart, in photos.test.ts.
    'PUT /api/recommendations/{id}/photo': { words: 'A door' },
    'PUT /api/recommendations/{id}/remember': { reason: 'For mother' },
    'POST /api/recommendations/{id}/outcome-question': { answer: 'notYet' },
    'POST /api/recommendations/{id}/thanks': { words: 'It holds.' },
    'POST /api/introductions': {
      ...{
        broker: client('ben').me.id,
        kind: 'craftsman',
        words: 'An electrician',
        person: client('cal').me.handle,
      },
      post: postOf('heard').id,
    },
    'POST /api/introductions/brought': {
      kind: 'business',
      sides: ['ben', 'eve'].map((key) => ({ person: client(key).me.id, line: 'For you' })),
    },
    'POST /api/introductions/{id}/offer': { person: client('eve').me.id, line: 'For you' },
    'PUT /api/introductions/{id}/answer': { answer: 'notNow' },
    'POST /api/threads/{id}/read': { message: facts.threads[0]?.messages[0]?.id },
    'POST /api/threads/{id}/messages': { text: 'Hello' },
    'POST /api/threads/{id}/photos': { words: 'No photo either' },
    'POST /api/reports': {
      ...{
        about: { what: 'recommendation', id: postOf('heard').id },
        reason: 'interest',
        words: 'She sells it',
      },
    },
    'POST /api/reports/{id}/appeal': { words: 'Look again' },
    'POST /api/objections': {
      ...{ name: 'Ada', entry: 'Ada, Linz', why: 'It is me', email: `${token()}@kith.test`, language: 'de' },
      website: '',
    },
    'POST /api/objections/{secret}/appeal': { words: 'Look again' },
    'POST /api/operator/cases/{id}/looks': { why: 'To see what it says' },
    'POST /api/operator/cases/{id}/search': { words: postOf('said').words[0], why: 'To look' },
    'POST /api/operator/cases/{id}/decision': {
      ...{ outcome: 'interest', reasons: 'He owns it', interest: 'paid', interestWords: 'His own' },
    },
    'POST /api/link-preview': { url: 'http://127.0.0.1/' },
    'POST /api/recommendations/{id}/address': { to: client('ben').me.id },
    'POST /api/recommendations/{id}/hide': { what: 'post' },
    'POST /api/asks/{id}/hide': { what: 'post' },
    'POST /api/recommendations/{id}/pass': { to: client('ben').me.id, sentence: 'For you' },
    'POST /api/for-me/seen': { asOf: now.toISOString() },
    'POST /api/for-me/closed': { what: 'kind', kind: 'film' },
    'POST /api/notifications/seen': { asOf: now.toISOString() },
    'POST /api/letter/opened': { season: '2019-winter' },
    'POST /api/audience/preview': { audience, onward: 2, interest: 'none', verdict: 'recommend' },
  }
}

/** What would be right in an address, under this name. */
export function rightPart({ facts, client, postOf, askOfKey }: Cast, path: string, name: string): string {
  if (name === 'handle') return client('ben').me.handle
  if (name === 'code') return facts.clubs.get('club')?.code ?? ''
  if (path.includes('/clubs/invitations')) return facts.clubInvitations[0]?.id ?? ''
  if (path.includes('/clubs') && name === 'id') return facts.clubs.get('club')?.id ?? ''
  if (name === 'person') return client('cal').me.id
  if (name === 'subject') return postOf('said').subject
  if (path.includes('/objections')) return OBJECTION_SECRET
  if (path.includes('/operator/cases'))
    return path.endsWith('search') ? OBJECTION_CASE : (facts.reports[0]?.id ?? '')
  if (path.includes('/reports')) return facts.reports[0]?.id ?? ''
  if (path.includes('/ask-links')) return facts.askLinks[0]?.secret ?? ''
  if (name === 'answer') return facts.askLinks[1]?.answers[0]?.id ?? ''
  if (name === 'secret') return facts.invitations[0]?.secret ?? ''
  if (name === 'post') return postOf('said').id
  if (path.includes('asks')) return askOfKey(/\{post\}$|hide$/.test(path) ? 'asked by ben' : 'asked').id
  if (path.includes('to-invite')) return facts.toInvite[0]?.id ?? ''
  if (path.includes('passkeys')) return facts.passkeys[0]?.id ?? ''
  if (path.includes('requests')) return facts.requests[0]?.id ?? ''
  if (name === 'kind') return 'film'
  if (path.includes('introductions')) return facts.introductions[path.endsWith('answer') ? 1 : 0]?.id ?? ''
  if (path.includes('threads')) return facts.threads[0]?.id ?? ''
  if (path.includes('messages')) return facts.threads[0]?.messages[0]?.id ?? ''
  if (path.includes('ties')) return facts.ties.get(pairOf('ada', 'ben')) ?? ''
  if (path.includes('circles')) return facts.circles.get('mine')?.id ?? ''
  if (path.includes('subjects')) return postOf('said').subject
  if (!path.includes('recommendations')) return randomUUID()
  // What one says oneself cannot be hidden or passed on.
  return postOf(path.endsWith('/hide') || path.endsWith('/pass') ? 'heard' : 'said').id
}

function dayAfter(now: Date): string {
  return new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
}

/** Ids that are there and mean something else, or belong to somebody else. */
export function foreignIds({ facts }: Cast): string[] {
  const { ties, circles, clubs, clubInvitations, requests, invitations, people, posts, asks, sessions } =
    facts
  return [
    ...ties.values(),
    ...sessions.values(),
    ...[
      ...circles.values(),
      ...clubs.values(),
      ...clubInvitations,
      ...requests,
      ...invitations,
      ...facts.toInvite,
      ...posts,
      ...asks,
      ...facts.askLinks.flatMap(({ answers }) => answers),
    ].map(({ id }) => id),
    ...[...people.values()].map(({ client }) => client.me.id),
  ]
}
