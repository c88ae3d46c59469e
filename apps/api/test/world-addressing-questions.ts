import { type Facts, type KnownPost, memberOf } from './world-facts.ts'
import {
  type Asker,
  NOBODY,
  type Prober,
  perPost,
  post,
  type Questions,
  remove,
  strangersTo,
} from './world-probes.ts'

type IsOwn = (facts: Facts, viewer: string | null, post: KnownPost) => boolean

/** A post is addressed by its author, to a tie. */
export function addressingQuestions(isOwn: IsOwn): Readonly<Record<string, Prober>> {
  return {
    'POST /api/recommendations/{id}/address': (asker) => [
      ...perPost(isOwn, (id) => address(id, NOBODY))(asker),
      addressToStrangers(asker, isOwn),
    ],
    'DELETE /api/recommendations/{id}/address/{person}': perPost(isOwn, (id) =>
      remove(`/api/recommendations/${id}/address/${NOBODY}`),
    ),
  }
}

function addressToStrangers(asker: Asker, isOwn: IsOwn): Questions {
  const own = asker.facts.posts.find(
    (one) => isOwn(asker.facts, asker.viewer, one) && one.form !== 'notebook',
  )
  if (own === undefined) return {}
  const strangers = strangersTo(asker).map((key) => memberOf(asker.facts, key).client.me.id)
  return { unknown: address(own.id, NOBODY), nothing: strangers.map((to) => address(own.id, to)) }
}

function address(id: string, to: string) {
  return post(`/api/recommendations/${id}/address`, { to })
}
