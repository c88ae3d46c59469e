import type { Answer } from './api-world.ts'
import {
  areMembers,
  type Facts,
  type KnownComment,
  type KnownInvitation,
  type KnownThanks,
  type Member,
  memberOf,
  pairOf,
} from './world-facts.ts'
import { hasIntroduction, readsLine } from './world-introductions.ts'
import { isApart, isInAudience, isOwn, isWaiting, maySee, namesOf } from './world-rules.ts'
import { isInThread } from './world-together.ts'

/** A piece of text that belongs to somebody, and what it is. */
export interface Secret {
  readonly text: string
  readonly what: string
}

/** Everything in the world that somebody may not see, whoever he is. */
export function allSecrets(facts: Facts): Secret[] {
  return [
    ...[...facts.people.values()].flatMap((member) => [
      ...Object.entries(shownOf(member)).map(([part, text]) => ({ text, what: `${part} of ${member.key}` })),
      { text: member.email, what: `e-mail of ${member.key}` },
    ]),
    ...facts.askables.flatMap(({ id, words, author }) => [
      { text: id, what: `id of a line of ${author}` },
      { text: words, what: `line of ${author}` },
    ]),
    ...[...facts.faces].map(([key, text]) => ({ text, what: `face of ${key}` })),
    ...[...facts.circles].flatMap(([key, { id, name }]) => [
      { text: id, what: `id of circle ${key}` },
      { text: name, what: `name of circle ${key}` },
    ]),
    ...[...facts.clubs].flatMap(([key, { id, name }]) => [
      { text: id, what: `id of club ${key}` },
      { text: name, what: `name of club ${key}` },
    ]),
    ...facts.clubInvitations.map(({ id, from, to }) => ({
      text: id,
      what: `invitation of ${to} by ${from} to a club`,
    })),
    ...facts.posts.flatMap((post) => [
      { text: post.id, what: `id of post ${post.key}` },
      { text: post.subject, what: `subject of post ${post.key}` },
      ...post.words.map((text) => ({ text, what: `word of post ${post.key}` })),
    ]),
    ...facts.asks.flatMap(({ key, id, words }) => [
      { text: id, what: `id of ask ${key}` },
      ...words.map((text) => ({ text, what: `word of ask ${key}` })),
    ]),
    ...facts.askLinks.flatMap(({ ask, secret, answers }) => [
      { text: secret, what: `link to ask ${ask.key}` },
      ...answers.flatMap(({ id, claim, words }) =>
        [id, claim, ...words].map((text) => ({ text, what: `a guest's answer to ask ${ask.key}` })),
      ),
    ]),
    ...[...facts.pictured.values()].map((text) => ({ text, what: 'words of a photo' })),
    ...facts.comments.flatMap(({ id, word, by }) => [
      { text: id, what: `id of a comment of ${by}` },
      { text: word, what: `word of a comment of ${by}` },
    ]),
    ...facts.remembered.map(({ by, reason }) => ({ text: reason, what: `why ${by} remembers something` })),
    ...facts.letDown.flatMap(({ by, sentence, move }) => [
      { text: sentence, what: `sentence of ${by}` },
      { text: move, what: `move of ${by}` },
    ]),
    ...facts.passes.flatMap(({ id, by, sentence }) => [
      { text: id, what: `id of what ${by} passed on` },
      { text: sentence, what: `words with what ${by} passed on` },
    ]),
    ...facts.thanks.map(({ words, way }) => ({ text: words, what: `thanks of ${way[0]}` })),
    ...facts.threads.flatMap(({ id, people, messages }) => [
      { text: id, what: `thread of ${people.join(' and ')}` },
      ...messages.flatMap((one) => [
        { text: one.id, what: `id of a message of ${one.by}` },
        { text: one.word, what: `message of ${one.by}` },
      ]),
    ]),
    ...facts.introductions.flatMap(({ id, words, broker, sides }) => [
      { text: id, what: `introduction by ${broker}` },
      ...(words === null ? [] : [{ text: words, what: `what ${broker} is asked for` }]),
      ...sides.map(({ who, line }) => ({ text: line, what: `line of ${broker} for ${who}` })),
    ]),
    ...facts.invitations.flatMap((one) => [
      { text: one.id, what: `invitation of ${one.owner}` },
      { text: one.secret, what: `link of ${one.owner}` },
      { text: one.note, what: `note of ${one.owner}` },
    ]),
    ...facts.toInvite.flatMap(({ owner, id, name }) =>
      [id, name].map((text) => ({ text, what: `whom ${owner} wants to invite` })),
    ),
    ...facts.requests.map(({ id, from, to }) => ({ text: id, what: `request of ${from} to ${to}` })),
    ...[...facts.ties, ...facts.ended].map(([pair, id]) => ({ text: id, what: `tie of ${pair}` })),
    ...[...facts.sessions].map(([key, id]) => ({ text: id, what: `session of ${key}` })),
    ...facts.passkeys.flatMap(({ owner, id, name, device }) =>
      [id, name, device.id].map((text) => ({ text, what: `passkey of ${owner}` })),
    ),
  ]
}

/** What the rules give a viewer, by whatever route; null is somebody without a session. */
export function givenTo(facts: Facts, viewer: string | null): Set<string> {
  const given = new Set<string>()
  const give = (...texts: readonly string[]) => {
    for (const text of texts) given.add(text)
  }
  if (viewer === null) return given
  give(memberOf(facts, viewer).email, facts.sessions.get(viewer) ?? '')
  for (const { owner, id, name, device } of facts.passkeys) if (owner === viewer) give(id, name, device.id)
  for (const { owner, id, name } of facts.toInvite) if (owner === viewer) give(id, name)
  for (const named of namesOf(facts, viewer))
    give(facts.faces.get(named) ?? '', ...Object.values(shownOf(memberOf(facts, named))))
  for (const { owner, id, name } of facts.circles.values()) if (owner === viewer) give(id, name)
  for (const line of facts.askables)
    if (line.author === viewer || isInAudience(facts, viewer, line)) give(line.id, line.words)
  for (const { id, name, members } of facts.clubs.values()) if (members.has(viewer)) give(id, name)
  for (const one of facts.clubInvitations) {
    if (one.from === viewer) give(one.id)
    if (one.to === viewer && isWaiting(facts, one)) give(one.id, facts.clubs.get(one.club)?.name ?? '')
  }
  for (const post of facts.posts)
    if (maySee(facts, viewer, post))
      give(post.id, post.subject, facts.pictured.get(post.id) ?? '', ...post.words)
  for (const ask of facts.asks) if (maySee(facts, viewer, ask)) give(ask.id, ...ask.words)
  for (const { ask, answers } of facts.askLinks)
    if (isOwn(facts, viewer, ask)) for (const { id, words } of answers) give(id, ...words)
  for (const said of facts.comments) {
    const { id, word, by, post } = said
    if (!maySee(facts, viewer, post) || isApart(facts, viewer, by)) continue
    give(id, word)
    if (isNamedBelow(facts, viewer, said)) give(...Object.values(shownOf(memberOf(facts, by))))
  }
  for (const { by, post, reason } of facts.remembered)
    if (by === viewer && maySee(facts, viewer, post)) give(reason)
  for (const { by, post, sentence, move } of facts.letDown) {
    if (by === viewer) give(move)
    if (by === viewer || (post.author === viewer && !isApart(facts, viewer, by))) give(sentence)
  }
  for (const { by, to, post, sentence } of facts.passes)
    if (to === viewer && facts.ties.has(pairOf(by, to)) && maySee(facts, viewer, post)) give(sentence)
  for (const one of facts.thanks) {
    if (!mayReadThanks(facts, viewer, one)) continue
    give(one.words)
    // Beyond ties they have a neighbour in a club alone.
    const before = one.way[one.way.indexOf(viewer) - 1]
    if (before !== undefined)
      give(facts.faces.get(before) ?? '', ...Object.values(shownOf(memberOf(facts, before))))
  }
  for (const thread of facts.threads)
    if (isInThread(thread, viewer)) give(thread.id, ...thread.messages.flatMap((one) => [one.id, one.word]))
  for (const made of facts.introductions) {
    if (!hasIntroduction(facts, viewer, made)) continue
    give(made.id)
    if (viewer === made.asker || viewer === made.broker) give(made.words ?? '')
    for (const side of made.sides) if (readsLine(facts, viewer, made, side)) give(side.line)
  }
  for (const [other, { client }] of facts.people) {
    const tie = facts.ties.get(pairOf(viewer, other))
    if (tie !== undefined) give(tie)
    if (facts.blocks.some(({ by, of }) => by === viewer && of === other)) give(client.me.id, client.me.name)
  }
  for (const { from, to, id, waits } of facts.requests) {
    const isSeen = from === viewer || (to === viewer && waits && !isApart(facts, from, to))
    if (isSeen) give(id, ...strangerOf(memberOf(facts, from === viewer ? to : from)))
  }
  for (const one of facts.invitations)
    if (one.owner === viewer) give(one.id, one.note, ...enclosed(facts, one))
  return given
}

// Who speaks below a post is named to its author, and on a club's to its members.
function isNamedBelow(facts: Facts, viewer: string, { by, post }: KnownComment): boolean {
  return post.author === viewer || areMembers(facts, post.club, viewer, by)
}

// Who stands on the way of thanks and has his neighbours there; whoever said them reads them too.
function mayReadThanks(facts: Facts, viewer: string, { post, way }: KnownThanks): boolean {
  const place = way.indexOf(viewer)
  if (place < 0 || !maySee(facts, viewer, post)) return false
  if (place === 0) return true
  const isNeighbour = (other: string) =>
    facts.ties.has(pairOf(viewer, other)) || areMembers(facts, post.club, viewer, other)
  const neighbours = [way[place - 1], way[place + 1]].filter((one) => one !== undefined)
  return neighbours.every(isNeighbour) && way.every((other) => !isApart(facts, viewer, other))
}

/** What a live link shows whoever holds it: a name, a note, and words without any id. */
export function givenByLink(facts: Facts, invitation: KnownInvitation): string[] {
  if (invitation.state !== 'live') return []
  const words = facts.posts
    .filter(({ key, gone }) => invitation.enclosed.includes(key) && !gone)
    .flatMap((post) => post.words)
  return [memberOf(facts, invitation.owner).client.me.name, invitation.note, ...words]
}

/** What a stranger gets of a findable handle. */
export function strangerOf({ client }: Member): string[] {
  return [client.me.handle, client.me.name]
}

function enclosed({ posts }: Facts, { enclosed: keys }: KnownInvitation): string[] {
  return posts.filter(({ key }) => keys.includes(key)).map(({ id }) => id)
}

function shownOf({ client }: Member): { id: string; handle: string; name: string } {
  const { id, handle, name } = client.me
  return { id, handle, name }
}

/** The secrets of which nothing is given, in small letters. */
export function withheldBut(given: ReadonlySet<string>, secrets: readonly Secret[]): Secret[] {
  return secrets
    .filter(({ text }) => !given.has(text))
    .map(({ text, what }) => ({ text: text.toLowerCase(), what }))
}

/** What an answer holds, in body or headers, of what is withheld and not given by this very answer: a sentence for each. */
export function findLeaks(
  withheld: readonly Secret[],
  answer: Answer,
  gives: readonly string[] = [],
): string[] {
  const bytes = `${answer.text}\n${JSON.stringify(answer.headers)}`.toLowerCase()
  const given = new Set(gives.map((text) => text.toLowerCase()))
  return withheld.filter(({ text }) => bytes.includes(text) && !given.has(text)).map(({ what }) => what)
}
