import { randomUUID } from 'node:crypto'
import { type Facts, type KnownPost, memberOf, pairOf } from './world-facts.ts'
import { isWaiting } from './world-rules.ts'

/** One question to one route. */
export interface Probe {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: unknown
  /** What the answer to this very question may hold beyond what the asker is given anyway. */
  readonly gives?: readonly string[]
}

/** Questions that one route is asked. */
export interface Questions {
  /** Asks for what never was. */
  readonly unknown?: Probe
  /** Ask for what is not there for the asker: answered like `unknown`, byte for byte. */
  readonly nothing?: readonly Probe[]
  /** Answered with a success. */
  readonly something?: readonly Probe[]
  /** Refused, each for a reason that the asker knows himself. */
  readonly refused?: readonly Probe[]
}

export interface Asker {
  readonly facts: Facts
  /** Null: nobody is signed in. */
  readonly viewer: string | null
}

export type Prober = (asker: Asker) => readonly Questions[]

/** An id that nothing has. */
export const NOBODY = randomUUID()

export function get(url: string, gives: readonly string[] = []): Probe {
  return { method: 'GET', url, gives }
}

export function post(url: string, body?: unknown, gives: readonly string[] = []): Probe {
  return { method: 'POST', url, body, gives }
}

export function patch(url: string, body: unknown): Probe {
  return { method: 'PATCH', url, body }
}

/** Sends a body that is no photo: whose recommendation it is is looked at first. */
export function put(url: string, body: object = {}): Probe {
  return { method: 'PUT', url, body }
}

export function remove(url: string): Probe {
  return { method: 'DELETE', url }
}

/** Questions whose answer is one's own, whatever it holds. */
export function reads(...something: readonly Probe[]): Prober {
  return () => [{ something }]
}

/** Splits all posts into those that are there for the asker and those that are not. */
export function perPost(
  isThere: (facts: Facts, viewer: string, post: KnownPost) => boolean,
  probe: (id: string) => Probe,
): Prober {
  return ({ facts, viewer }) => {
    const there = facts.posts.filter((one) => viewer !== null && isThere(facts, viewer, one))
    const hidden = facts.posts.filter((one) => !there.includes(one))
    const isRead = probe(NOBODY).method === 'GET'
    return [
      {
        unknown: probe(NOBODY),
        nothing: hidden.map(({ id }) => probe(id)),
        // What is there is read and never changed: the next one to ask finds the same world.
        something: isRead ? there.map(({ id }) => probe(id)) : [],
      },
    ]
  }
}

/** Splits all asks into those that are there for the asker and those that are not. */
export function perAsk(
  isThere: (facts: Facts, viewer: string, ask: KnownPost) => boolean,
  probe: (id: string) => Probe,
): Prober {
  return ({ facts, viewer }) => {
    const isThereNow = (_facts: Facts, who: string, ask: KnownPost) => isThere(facts, who, ask)
    return perPost(isThereNow, probe)({ viewer, facts: { ...facts, posts: facts.asks } })
  }
}

/** Of these ids none is the asker's but those of the second list. */
export function perId(
  ids: (facts: Facts) => readonly string[],
  own: (asker: Asker) => readonly string[],
  probe: (id: string) => Probe,
): Prober {
  return (asker) => {
    const mine = new Set(own(asker))
    const foreign = ids(asker.facts).filter((id) => !mine.has(id))
    const isRead = probe(NOBODY).method === 'GET'
    return [
      { unknown: probe(NOBODY), nothing: foreign.map(probe), something: isRead ? [...mine].map(probe) : [] },
    ]
  }
}

/** What of the world has an id, and whose it is. */
export const IDS = {
  ties: ({ ties, ended }: Facts) => [...ties.values(), ...ended.values()],
  tiesOf: ({ facts, viewer }: Asker) =>
    [...facts.ties].flatMap(([pair, id]) => (pair.split(' ').includes(viewer ?? '') ? [id] : [])),
  requests: ({ requests }: Facts) => requests.map(({ id }) => id),
  requestsTo: ({ facts, viewer }: Asker) =>
    facts.requests.filter(({ to }) => to === viewer).map(({ id }) => id),
  requestsFrom: ({ facts, viewer }: Asker) =>
    facts.requests.filter(({ from }) => from === viewer).map(({ id }) => id),
  circles: ({ circles }: Facts) => [...circles.values()].map(({ id }) => id),
  circlesOf: ({ facts, viewer }: Asker) =>
    [...facts.circles.values()].filter(({ owner }) => owner === viewer).map(({ id }) => id),
  clubs: ({ clubs }: Facts) => [...clubs.values()].map(({ id }) => id),
  clubsOf: ({ facts, viewer }: Asker) =>
    [...facts.clubs.values()].filter(({ members }) => members.has(viewer ?? '')).map(({ id }) => id),
  clubsHostedBy: ({ facts, viewer }: Asker) =>
    [...facts.clubs.values()]
      .filter(({ host, members }) => host === viewer && members.has(host))
      .map(({ id }) => id),
  clubInvitations: ({ clubInvitations }: Facts) => clubInvitations.map(({ id }) => id),
  clubInvitationsBy: ({ facts, viewer }: Asker) =>
    facts.clubInvitations.filter(({ from }) => from === viewer).map(({ id }) => id),
  clubInvitationsTo: ({ facts, viewer }: Asker) =>
    facts.clubInvitations.filter((one) => one.to === viewer && isWaiting(facts, one)).map(({ id }) => id),
  comments: ({ comments }: Facts) => comments.map(({ id }) => id),
  /** Those that may be removed: one's own, and all below one's own posts. */
  commentsOf: ({ facts, viewer }: Asker) =>
    facts.comments
      .filter(({ by, post }) => !post.gone && (by === viewer || post.author === viewer))
      .map(({ id }) => id),
  passes: ({ passes }: Facts) => passes.map(({ id }) => id),
  passesOf: ({ facts, viewer }: Asker) => facts.passes.filter(({ by }) => by === viewer).map(({ id }) => id),
  people: ({ people }: Facts) => [...people.values()].map(({ client }) => client.me.id),
  blockedBy: ({ facts, viewer }: Asker) =>
    facts.blocks.flatMap(({ by, of }) => (by === viewer ? [facts.people.get(of)?.client.me.id ?? ''] : [])),
  closedBy: ({ facts, viewer }: Asker) =>
    facts.closed.flatMap(({ by, to }) => (by === viewer ? [memberOf(facts, to).client.me.id] : [])),
  sessions: ({ sessions }: Facts) => [...sessions.values()],
  sessionsOf: ({ facts, viewer }: Asker) => [facts.sessions.get(viewer ?? '') ?? ''],
  passkeys: ({ passkeys }: Facts) => passkeys.map(({ id }) => id),
  passkeysOf: ({ facts, viewer }: Asker) =>
    facts.passkeys.filter(({ owner }) => owner === viewer).map(({ id }) => id),
  invitations: ({ invitations }: Facts) => invitations.map(({ id }) => id),
  invitationsOf: ({ facts, viewer }: Asker) =>
    facts.invitations.filter(({ owner }) => owner === viewer).map(({ id }) => id),
  toInvite: ({ toInvite }: Facts) => toInvite.map(({ id }) => id),
  toInviteOf: ({ facts, viewer }: Asker) =>
    facts.toInvite.filter(({ owner }) => owner === viewer).map(({ id }) => id),
}

/** Circles that are not the asker’s are not there. */
export function foreignCircles(asker: Asker, probe: (id: string) => Probe): Questions {
  const own = new Set(IDS.circlesOf(asker))
  return {
    unknown: probe(NOBODY),
    nothing: IDS.circles(asker.facts)
      .filter((id) => !own.has(id))
      .map(probe),
  }
}

/** Ties of others, to be put where one's own belong. */
export function foreignTies(
  asker: Asker,
  probe: (ties: { add: string[]; remove: string[] }) => Probe,
): Questions {
  const own = new Set(IDS.tiesOf(asker))
  return {
    unknown: probe({ add: [NOBODY], remove: [] }),
    nothing: IDS.ties(asker.facts)
      .filter((id) => !own.has(id))
      .map((id) => probe({ add: [id], remove: [] })),
  }
}

/** Everybody whom the asker has no tie with. */
export function strangersTo({ facts, viewer }: Asker): string[] {
  return [...facts.people.keys()].filter(
    (key) => key !== viewer && !facts.ties.has(pairOf(key, viewer ?? '')),
  )
}
