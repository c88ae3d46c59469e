import { AskedIntroduction, BrokeredIntroduction, Introductions } from '@kith/contract'
import { type Answer, expectBody } from './api-world.ts'
import type { Cast } from './world-cast.ts'

/** What people of a small world do about introductions, through the product's own routes. */
export function introductionScene(cast: () => Cast) {
  const idOf = (key: string) => cast().client(key).me.id
  const send = (
    key: string,
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> => cast().client(key).send(method, `/api/introductions${path}`, body, cast().after())
  const ask = (asker: string, broker: string, more: Record<string, unknown> = {}) =>
    send(asker, 'POST', '', { broker: idOf(broker), kind: 'craftsman', words: 'An electrician', ...more })
  const bring = (broker: string, one: string, other: string, more: Record<string, unknown> = {}) =>
    send(broker, 'POST', '/brought', {
      kind: 'business',
      sides: [
        { person: idOf(one), line: `For ${one}` },
        { person: idOf(other), line: `For ${other}` },
      ],
      ...more,
    })
  const offer = (broker: string, id: string, to: string) =>
    send(broker, 'POST', `/${id}/offer`, { person: idOf(to), line: `Good for ${to}` })
  return {
    send,
    ask,
    bring,
    offer,
    outside: (broker: string, id: string) => send(broker, 'POST', `/${id}/offer`, { outside: true }),
    answer: (key: string, id: string, said: 'yes' | 'notNow' | 'never' | 'open') =>
      send(key, 'PUT', `/${id}/answer`, { answer: said }),
    remove: (key: string, id: string) => send(key, 'DELETE', `/${id}`),
    list: (key: string) => cast().client(key).read(Introductions, '/api/introductions'),
    /** The id of one that was asked for. */
    asked: async (asker: string, broker: string, more: Record<string, unknown> = {}) =>
      expectBody(AskedIntroduction, cast().done(await ask(asker, broker, more))).id,
    brought: async (broker: string, one: string, other: string, more: Record<string, unknown> = {}) =>
      expectBody(BrokeredIntroduction, cast().done(await bring(broker, one, other, more))).id,
    offered: async (broker: string, id: string, to: string) => cast().done(await offer(broker, id, to)),
  }
}
