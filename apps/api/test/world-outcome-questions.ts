import type { Facts, KnownPost } from './world-facts.ts'
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
  remove,
} from './world-probes.ts'
import { maySee } from './world-rules.ts'
import { token } from './world-words.ts'

/** How what became of recommendations, and what moved a tie, is asked for. */
export const OUTCOME_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/recommendations/{id}/outcome': perPost(isReader, (id) =>
    get(`/api/recommendations/${id}/outcome`),
  ),
  'PUT /api/recommendations/{id}/outcome': perPost(isReader, (id) => ({
    method: 'PUT',
    url: `/api/recommendations/${id}/outcome`,
    body: { outcome: 'letDown', sentence: token() },
  })),
  'DELETE /api/recommendations/{id}/outcome': (asker) => [
    {
      unknown: remove(`/api/recommendations/${NOBODY}/outcome`),
      nothing: asker.facts.posts
        .filter((one) => !isTriedBy(asker, one))
        .map(({ id }) => remove(`/api/recommendations/${id}/outcome`)),
    },
  ],
  'GET /api/recommendations/{id}/sentences': perPost(isAuthor, (id) =>
    get(`/api/recommendations/${id}/sentences`),
  ),
  'GET /api/ties/{id}/moves': perId(IDS.ties, IDS.tiesOf, (id) => get(`/api/ties/${id}/moves`)),
  'POST /api/ties/{id}/moves/{move}/undo': (asker): Questions[] =>
    perId(IDS.ties, IDS.tiesOf, (id) => post(`/api/ties/${id}/moves/${NOBODY}/undo`))(asker).map(
      (questions) => ({
        ...questions,
        nothing: [
          ...(questions.nothing ?? []),
          ...asker.facts.letDown
            .filter(({ by }) => by !== asker.viewer)
            .flatMap(({ tie, move }) => [post(`/api/ties/${tie}/moves/${move}/undo`)]),
        ],
      }),
    ),
  'POST /api/ties/{id}/less': perId(IDS.ties, IDS.tiesOf, (id) =>
    post(`/api/ties/${id}/less`, { kind: 'film' }),
  ),
}

// One's own word can be taken back also by who may not see the post any more.
function isTriedBy({ facts, viewer }: Asker, { id }: KnownPost): boolean {
  return [...facts.letDown, ...facts.helped].some(({ by, post: tried }) => by === viewer && tried.id === id)
}

function isReader(facts: Facts, viewer: string, known: KnownPost): boolean {
  return known.author !== viewer && maySee(facts, viewer, known)
}

function isAuthor(_facts: Facts, viewer: string, { author, gone }: KnownPost): boolean {
  return author === viewer && !gone
}
