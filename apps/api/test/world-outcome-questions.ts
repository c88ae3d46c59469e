import type { Facts, KnownPost } from './world-facts.ts'
import {
  type Asker,
  get,
  IDS,
  NOBODY,
  type Probe,
  type Prober,
  perId,
  perPost,
  post,
  put,
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
  'PUT /api/ties/{id}/moves/{move}/undo': perMove((path) => put(path, { because: 'talked' })),
  'DELETE /api/ties/{id}/moves/{move}/undo': perMove(remove),
  'POST /api/ties/{id}/less': perId(IDS.ties, IDS.tiesOf, (id) =>
    post(`/api/ties/${id}/less`, { kind: 'film' }),
  ),
}

/** Nobody has another's moves: of a tie that is not his there are none, and of one of his only his own. */
function perMove(ask: (path: string) => Probe): Prober {
  const pathTo = (tie: string, move: string) => `/api/ties/${tie}/moves/${move}/undo`
  return (asker) =>
    perId(IDS.ties, IDS.tiesOf, (id) => ask(pathTo(id, NOBODY)))(asker).map(
      (questions): Questions => ({
        ...questions,
        nothing: [
          ...(questions.nothing ?? []),
          ...asker.facts.letDown
            .filter(({ by }) => by !== asker.viewer)
            .map(({ tie, move }) => ask(pathTo(tie, move))),
        ],
      }),
    )
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
