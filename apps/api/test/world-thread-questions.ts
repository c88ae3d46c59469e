import { type Facts, isWritable, memberOf } from './world-facts.ts'
import {
  type Asker,
  get,
  IDS,
  NOBODY,
  type Prober,
  perId,
  post,
  type Questions,
  remove,
} from './world-probes.ts'
import type { KnownThread } from './world-together.ts'
import { isInThread } from './world-together.ts'

const HELLO = { text: 'Hello' }

/** How threads are asked for by whoever is in them and whoever is not. */
export const THREAD_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/threads': (asker) => [{ something: [get('/api/threads', partnersOf(asker))] }],
  'POST /api/ties/{id}/thread': perId(IDS.ties, IDS.tiesOf, (id) => post(`/api/ties/${id}/thread`)),
  'GET /api/threads/{id}': (asker) => readEach(asker),
  'POST /api/threads/{id}/read': perId(threadIds, threadsOf, (id) =>
    post(`/api/threads/${id}/read`, { message: NOBODY }),
  ),
  'DELETE /api/threads/{id}': perId(threadIds, threadsOf, (id) => remove(`/api/threads/${id}`)),
  'POST /api/threads/{id}/messages': (asker) => [
    ...perId(threadIds, threadsOf, (id) => post(`/api/threads/${id}/messages`, HELLO))(asker),
    { refused: closedTo(asker).map(({ id }) => post(`/api/threads/${id}/messages`, HELLO)) },
  ],
  'POST /api/threads/{id}/photos': (asker) => [
    ...perId(threadIds, threadsOf, (id) => post(`/api/threads/${id}/photos`, {}))(asker),
    { refused: closedTo(asker).map(({ id }) => post(`/api/threads/${id}/photos`, {})) },
  ],
  // No message of the scene has a photo: whose it is is asked in `threads.test.ts`.
  'GET /api/messages/{id}/photo': perId(
    messageIds,
    () => [],
    (id) => get(`/api/messages/${id}/photo?size=small`),
  ),
  'DELETE /api/messages/{id}': perId(messageIds, ownMessages, (id) => remove(`/api/messages/${id}`)),
}

/** Whom somebody has a thread with: they are named to each other there, whatever became of their tie. */
export function partnersOf({ facts, viewer }: Asker): string[] {
  return mine({ facts, viewer }).flatMap(({ people }) => people.flatMap((key) => namesOf(facts, key)))
}

function readEach(asker: Asker): Questions[] {
  const url = (id: string) => `/api/threads/${id}`
  const own = new Set(threadsOf(asker))
  return [
    {
      unknown: get(url(NOBODY)),
      nothing: threadIds(asker.facts)
        .filter((id) => !own.has(id))
        .map((id) => get(url(id))),
      something: mine(asker).map(({ id, people }) =>
        get(
          url(id),
          people.flatMap((key) => namesOf(asker.facts, key)),
        ),
      ),
    },
  ]
}

function namesOf(facts: Facts, key: string): string[] {
  const { id, handle, name } = memberOf(facts, key).client.me
  return [id, handle, name]
}

function mine({ facts, viewer }: Asker): KnownThread[] {
  return facts.threads.filter((thread) => viewer !== null && isInThread(thread, viewer))
}

function closedTo(asker: Asker): KnownThread[] {
  return mine(asker).filter((thread) => !isWritable(asker.facts, thread))
}

function threadIds({ threads }: Facts): string[] {
  return threads.map(({ id }) => id)
}

function threadsOf(asker: Asker): string[] {
  return mine(asker).map(({ id }) => id)
}

/** All messages of the world. */
export function messageIds({ threads }: Facts): string[] {
  return threads.flatMap(({ messages }) => messages.map(({ id }) => id))
}

function ownMessages({ facts, viewer }: Asker): string[] {
  return facts.threads.flatMap(({ messages }) =>
    messages.flatMap(({ id, by }) => (by === viewer ? [id] : [])),
  )
}

/** What others wrote to the asker. */
export function messagesTo(asker: Asker): string[] {
  return mine(asker).flatMap(({ messages }) =>
    messages.flatMap(({ id, by }) => (by === asker.viewer ? [] : [id])),
  )
}
