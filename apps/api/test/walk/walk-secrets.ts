import type { Answer } from '../api-world.ts'
import type { KnownAskLink } from '../world-ask-links.ts'
import type {
  Facts,
  KnownAskable,
  KnownClub,
  KnownClubInvitation,
  KnownComment,
  KnownInvitation,
  KnownLetDown,
  KnownPasskey,
  KnownPost,
  KnownRemembered,
  KnownRequest,
  KnownThanks,
  KnownToInvite,
} from '../world-facts.ts'
import type { KnownIntroduction, KnownIntroductionSide, KnownThread } from '../world-together.ts'
import type { KnownMove, Walked } from './walk-state.ts'

/** A piece of text that stands nowhere else, and whose it is. */
export type Secret =
  | { readonly of: 'person'; readonly part: PersonPart; readonly key: string }
  | { readonly of: 'session'; readonly key: string }
  | { readonly of: 'passkey'; readonly passkey: KnownPasskey }
  | { readonly of: 'tie'; readonly one: string; readonly other: string; readonly ended: boolean }
  | { readonly of: 'circle'; readonly part: 'id' | 'name'; readonly owner: string }
  | { readonly of: 'club'; readonly part: 'id' | 'name'; readonly key: string; readonly club: KnownClub }
  | { readonly of: 'club invitation'; readonly invitation: KnownClubInvitation }
  | { readonly of: 'post'; readonly part: PostPart; readonly post: KnownPost; readonly text: string }
  | { readonly of: 'comment'; readonly part: 'id' | 'words'; readonly comment: KnownComment }
  | { readonly of: 'invitation'; readonly part: 'id' | 'note'; readonly invitation: KnownInvitation }
  | { readonly of: 'to invite'; readonly wanted: KnownToInvite }
  | { readonly of: 'link'; readonly invitation: KnownInvitation }
  | { readonly of: 'ask link'; readonly link: KnownAskLink }
  | { readonly of: 'guest answer'; readonly part: 'id' | 'claim' | 'words'; readonly link: KnownAskLink }
  | { readonly of: 'reason'; readonly kept: KnownRemembered }
  | { readonly of: 'sentence'; readonly said: KnownLetDown }
  | { readonly of: 'thanks'; readonly thanks: KnownThanks }
  | { readonly of: 'message'; readonly thread: KnownThread }
  | {
      readonly of: 'introduction'
      readonly part: 'id' | 'words'
      readonly made: KnownIntroduction
      /** For whom a line is; null: it is of the whole. */
      readonly side: KnownIntroductionSide | null
    }
  | { readonly of: 'move'; readonly move: KnownMove }
  | { readonly of: 'askable'; readonly line: KnownAskable }
  | { readonly of: 'request'; readonly request: KnownRequest }

type PersonPart = 'id' | 'handle' | 'name' | 'face' | 'e-mail'
type PostPart = 'id' | 'subject' | 'words' | 'earlier words' | 'photo'

/** By text, everything of which a reader may not know; a subject belongs to every post about it. */
export type Secrets = ReadonlyMap<string, readonly Secret[]>

export function secretsOf({ facts, earlier, moves }: Walked): Secrets {
  const secrets = new Map<string, Secret[]>()
  const keep = (text: string, secret: Secret) => {
    const known = secrets.get(text)
    if (known) known.push(secret)
    else secrets.set(text, [secret])
  }
  keepPeople(facts, keep)
  for (const [key, club] of facts.clubs) {
    keep(club.id, { of: 'club', part: 'id', key, club })
    keep(club.name, { of: 'club', part: 'name', key, club })
  }
  for (const invitation of facts.clubInvitations) keep(invitation.id, { of: 'club invitation', invitation })
  for (const post of [...facts.posts, ...facts.asks]) {
    const keepPart = (part: PostPart, text: string) => keep(text, { of: 'post', part, post, text })
    keepPart('id', post.id)
    keepPart('subject', post.subject)
    for (const words of post.words) keepPart('words', wordIn(words))
    for (const words of earlier.get(post.id) ?? []) keepPart('earlier words', wordIn(words))
    const photo = facts.pictured.get(post.id)
    if (photo !== undefined) keepPart('photo', photo)
  }
  for (const comment of facts.comments) {
    keep(comment.id, { of: 'comment', part: 'id', comment })
    keep(comment.word, { of: 'comment', part: 'words', comment })
  }
  for (const invitation of facts.invitations) {
    keep(invitation.id, { of: 'invitation', part: 'id', invitation })
    keep(invitation.note, { of: 'invitation', part: 'note', invitation })
    keep(invitation.secret, { of: 'link', invitation })
  }
  for (const wanted of facts.toInvite)
    for (const text of [wanted.id, wanted.name]) keep(text, { of: 'to invite', wanted })
  keepAskLinks(facts, keep)
  for (const kept of facts.remembered) keep(kept.reason, { of: 'reason', kept })
  for (const said of facts.letDown) keep(said.sentence, { of: 'sentence', said })
  for (const thanks of facts.thanks) keep(thanks.words, { of: 'thanks', thanks })
  for (const line of facts.askables) {
    keep(line.id, { of: 'askable', line })
    keep(line.words, { of: 'askable', line })
  }
  for (const thread of facts.threads)
    for (const text of textsOf(thread)) keep(text, { of: 'message', thread })
  for (const made of facts.introductions) {
    keep(made.id, { of: 'introduction', part: 'id', made, side: null })
    if (made.words !== null) keep(made.words, { of: 'introduction', part: 'words', made, side: null })
    for (const side of made.sides) keep(side.line, { of: 'introduction', part: 'words', made, side })
  }
  for (const move of moves) keep(move.id, { of: 'move', move })
  for (const request of facts.requests) keep(request.id, { of: 'request', request })
  return secrets
}

function textsOf({ id, messages }: KnownThread): string[] {
  return [id, ...messages.flatMap((one) => [one.id, one.word])]
}

function keepAskLinks({ askLinks }: Facts, keep: (text: string, secret: Secret) => void): void {
  for (const link of askLinks) {
    keep(link.secret, { of: 'ask link', link })
    for (const { id, claim, words } of link.answers) {
      keep(id, { of: 'guest answer', part: 'id', link })
      keep(claim, { of: 'guest answer', part: 'claim', link })
      for (const text of words) keep(wordIn(text), { of: 'guest answer', part: 'words', link })
    }
  }
}

function keepPeople(facts: Facts, keep: (text: string, secret: Secret) => void): void {
  for (const { key, client, email } of facts.people.values()) {
    const { id, handle, name } = client.me
    keep(id, { of: 'person', part: 'id', key })
    keep(handle, { of: 'person', part: 'handle', key })
    keep(name, { of: 'person', part: 'name', key })
    keep(wordIn(email), { of: 'person', part: 'e-mail', key })
  }
  for (const [key, version] of facts.faces) keep(version, { of: 'person', part: 'face', key })
  for (const [key, id] of facts.sessions) keep(id, { of: 'session', key })
  for (const passkey of facts.passkeys)
    for (const text of [passkey.id, passkey.name, passkey.device.id]) keep(text, { of: 'passkey', passkey })
  for (const [pairs, ended] of [
    [facts.ties, false],
    [facts.ended, true],
  ] as const) {
    for (const [pair, id] of pairs) {
      const [one = '', other = ''] = pair.split(' ')
      keep(id, { of: 'tie', one, other, ended })
    }
  }
  for (const { owner, id, name } of facts.circles.values()) {
    keep(id, { of: 'circle', part: 'id', owner })
    keep(name, { of: 'circle', part: 'name', owner })
  }
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const WORD = '[b-df-hj-np-tv-xz]{9}'
const LINK = '[A-Za-z0-9_-]{43}'
const TEXTS = new RegExp(`${ID}|${WORD}|${LINK}`, 'g')

/** The word in a link or an address that stands nowhere else. */
function wordIn(text: string): string {
  return text.match(WORD)?.[0] ?? text
}

/** Everything in an answer, headers included, that could be somebody's secret. */
export function textsIn({ text, headers }: Pick<Answer, 'text' | 'headers'>): Set<string> {
  const { 'x-request-id': _id, 'kith-position': _position, ...others } = headers
  return new Set(`${text}\n${JSON.stringify(others)}`.match(TEXTS) ?? [])
}

/** A secret in words, for whoever reads that it leaked. */
export function describeSecret(secret: Secret): string {
  switch (secret.of) {
    case 'person':
      return `${secret.part} of ${secret.key}`
    case 'session':
      return `session of ${secret.key}`
    case 'passkey':
      return `passkey of ${secret.passkey.owner}`
    case 'tie':
      return `${secret.ended ? 'ended tie' : 'tie'} of ${secret.one} and ${secret.other}`
    case 'circle':
      return `${secret.part} of a circle of ${secret.owner}`
    case 'club':
      return `${secret.part} of ${secret.key}`
    case 'club invitation':
      return `invitation of ${secret.invitation.to} to ${secret.invitation.club}`
    case 'post':
      return `${secret.part} of ${secret.post.key} by ${secret.post.author}${secret.post.gone ? ', deleted' : ''}`
    case 'comment':
      return `${secret.part} of a comment of ${secret.comment.by} on ${secret.comment.post.key}`
    case 'invitation':
      return `${secret.part} of an invitation of ${secret.invitation.owner}`
    case 'to invite':
      return `whom ${secret.wanted.owner} wants to invite`
    case 'link':
      return `link of ${secret.invitation.owner}`
    case 'ask link':
      return `link to ${secret.link.ask.key}`
    case 'guest answer':
      return `${secret.part} of a guest's answer to ${secret.link.ask.key}`
    case 'reason':
      return `why ${secret.kept.by} remembers ${secret.kept.post.key}`
    case 'sentence':
      return `sentence of ${secret.said.by} about ${secret.said.post.key}`
    case 'thanks':
      return `thanks of ${secret.thanks.way[0]} for ${secret.thanks.post.key}`
    case 'message':
      return `what ${secret.thread.people.join(' and ')} write to each other`
    case 'introduction':
      return `${secret.part} of an introduction by ${secret.made.broker}`
    case 'move':
      return `what moved the side of ${secret.move.by} towards ${secret.move.of}`
    case 'askable':
      return `line of ${secret.line.author}`
    case 'request':
      return `request of ${secret.request.from} to ${secret.request.to}`
  }
}
