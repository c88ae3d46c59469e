import { PASSWORD } from './api-world.ts'
import { SoftwarePasskey } from './software-authenticator.ts'
import { type AudienceWish, audienceOf, foreignAudiences } from './world-audience-questions.ts'
import { type Facts, memberOf, tiesOf } from './world-facts.ts'
import { strangePasskey, strangeSignIn } from './world-passkeys.ts'
import {
  type Asker,
  get,
  IDS,
  NOBODY,
  type Probe,
  type Prober,
  patch,
  perId,
  post,
  put,
  type Questions,
  reads,
  remove,
} from './world-probes.ts'
import { isApart } from './world-rules.ts'
import { token } from './world-words.ts'

/** How what belongs to one's own account, or is shown of another's, is asked for. */
export const ACCOUNT_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/auth/passkeys': reads(get('/api/auth/passkeys')),
  'POST /api/auth/passkeys/begin': () => [
    {
      something: [post('/api/auth/passkeys/begin', { password: PASSWORD })],
      refused: [post('/api/auth/passkeys/begin', { password: token() })],
    },
  ],
  'PUT /api/auth/password': () => [
    { refused: [put('/api/auth/password', { password: token(), next: PASSWORD })] },
  ],
  'POST /api/auth/passkeys': () => [{ refused: [post('/api/auth/passkeys', strangePasskey())] }],
  'PATCH /api/auth/passkeys/{id}': perId(IDS.passkeys, IDS.passkeysOf, (id) =>
    patch(`/api/auth/passkeys/${id}`, { name: 'Mine' }),
  ),
  'DELETE /api/auth/passkeys/{id}': perId(IDS.passkeys, IDS.passkeysOf, (id) =>
    remove(`/api/auth/passkeys/${id}`),
  ),
  'POST /api/auth/passkey-sign-in/begin': reads(post('/api/auth/passkey-sign-in/begin')),
  // Whose passkeys there are nobody can try out.
  'POST /api/auth/passkey-sign-in': ({ facts }) => [
    {
      unknown: post('/api/auth/passkey-sign-in', strangeSignIn(new SoftwarePasskey())),
      nothing: facts.passkeys.map(({ device }) => post('/api/auth/passkey-sign-in', strangeSignIn(device))),
    },
  ],
  'GET /api/imports': reads(get('/api/imports')),
  'POST /api/imports/look': ({ facts }) => [
    { something: [lookAtImport([token(), ...facts.posts.flatMap(({ words }) => words.slice(0, 1))])] },
  ],
  'POST /api/imports': () => [{ refused: [post('/api/imports', { source: 'letterboxd', things: [] })] }],
  'DELETE /api/imports/{source}': () => [{ something: [remove('/api/imports/goodreads')] }],
  // One of them: how often a password is tried is counted.
  'POST /api/me/leave': ({ facts, viewer }) => [
    {
      refused: [...facts.people.values()]
        .filter(({ key }) => key !== viewer)
        .slice(0, 1)
        .map(({ client }) => post('/api/me/leave', { handle: client.me.handle, password: PASSWORD })),
    },
  ],
  'PUT /api/me/photo': () => [{ refused: [put('/api/me/photo')] }],
  'DELETE /api/me/photo': ({ viewer }) => [{ refused: viewer === null ? [remove('/api/me/photo')] : [] }],
  'GET /api/people/{handle}/photo': askForFaces,
  'GET /api/me/askable': reads(get('/api/me/askable')),
  'POST /api/me/askable': (asker) => [
    foreignAudiences(asker, (wish) => post('/api/me/askable', lineFor(wish))),
  ],
  'PUT /api/me/askable/{id}': perId(linesOf, ownLines, rewrite),
  'DELETE /api/me/askable/{id}': perId(linesOf, ownLines, (id) => remove(`/api/me/askable/${id}`)),
  'GET /api/me/to-invite': reads(get('/api/me/to-invite')),
  'POST /api/me/to-invite': () => [{ refused: [post('/api/me/to-invite', { names: [] })] }],
  'DELETE /api/me/to-invite/{id}': perId(IDS.toInvite, IDS.toInviteOf, (id) =>
    remove(`/api/me/to-invite/${id}`),
  ),
  'GET /api/ties/{id}/askable': perId(IDS.ties, IDS.tiesOf, (id) => get(`/api/ties/${id}/askable`)),
}

/** Whether one has written about what others have written about is nobody else's to learn. */
function lookAtImport(titles: readonly string[]) {
  const things = titles.map((title, at) => ({
    key: String(at),
    subject: { kind: 'film', title, creator: null, year: null },
  }))
  return post('/api/imports/look', { source: 'letterboxd', things })
}

function linesOf({ askables }: Facts): string[] {
  return askables.map(({ id }) => id)
}

function ownLines({ facts, viewer }: Asker): string[] {
  return facts.askables.filter(({ author }) => author === viewer).map(({ id }) => id)
}

function lineFor(wish: AudienceWish) {
  return { kind: 'film', place: null, words: 'Westerns', audience: audienceOf(wish) }
}

function rewrite(id: string): Probe {
  return { method: 'PUT', url: `/api/me/askable/${id}`, body: lineFor({}) }
}

function askForFaces({ facts, viewer }: Asker): Questions[] {
  const people = [...facts.people.keys()]
  const probe = (key: string) => faceOf(memberOf(facts, key).client.me.handle, facts.faces.get(key) ?? NOBODY)
  const there = people.filter(
    (key) => viewer !== null && facts.faces.has(key) && mayHaveFace(facts, viewer, key),
  )
  const [anyFace = NOBODY] = facts.faces.values()
  return [
    {
      unknown: faceOf('nobody-at-all', anyFace),
      nothing: people.filter((key) => !there.includes(key)).map(probe),
      something: there.map(probe),
    },
  ]
}

function faceOf(handle: string, version: string) {
  return get(`/api/people/${handle}/photo?size=small&version=${version}`)
}

/** Himself, a tie, a member of a club of both, or somebody open at the end of a chain of open people. */
function mayHaveFace(facts: Facts, viewer: string, of: string): boolean {
  if (viewer === of || tiesOf(facts, viewer).includes(of)) return true
  if (isApart(facts, viewer, of)) return false
  const inClub = [...facts.clubs.values()].some(({ members }) => members.has(viewer) && members.has(of))
  return inClub || openChains(facts, [viewer]).some((chain) => chain.at(-1) === of)
}

/** All chains of up to three ties on which everybody but the first is open, and nobody apart from another. */
function openChains(facts: Facts, chain: readonly string[]): string[][] {
  if (chain.length === 4) return []
  return tiesOf(facts, chain.at(-1) ?? '')
    .filter((next) => !chain.includes(next) && memberOf(facts, next).open)
    .filter((next) => chain.every((one) => !isApart(facts, one, next)))
    .flatMap((next) => [[...chain, next], ...openChains(facts, [...chain, next])])
}
