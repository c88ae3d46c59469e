import {
  type Asker,
  get,
  NOBODY,
  type Probe,
  type Prober,
  perPost,
  type Questions,
  remove,
} from './world-probes.ts'
import { hiddenSubjects, isOwn } from './world-rules.ts'

/** How what looks like an own post's subject is asked for. */
export const LIKENESS_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/recommendations/{id}/likeness': perPost(isOwn, (id) => get(likenessOf(id))),
  'PUT /api/recommendations/{id}/likeness/{subject}': (asker) => [
    ...perPost(isOwn, (id) => say(id, NOBODY))(asker),
    ...ownPosts(asker).map((id) => hiddenFrom(asker, (subject) => say(id, subject))),
  ],
  'DELETE /api/recommendations/{id}/likeness/{subject}': (asker) => [
    ...perPost(isOwn, (id) => remove(`${likenessOf(id)}/${NOBODY}`))(asker),
    ...ownPosts(asker).map((id) => hiddenFrom(asker, (subject) => remove(`${likenessOf(id)}/${subject}`))),
  ],
}

function likenessOf(id: string): string {
  return `/api/recommendations/${id}/likeness`
}

function say(id: string, subject: string): Probe {
  return { method: 'PUT', url: `${likenessOf(id)}/${subject}`, body: { same: true } }
}

function ownPosts({ facts, viewer }: Asker): string[] {
  return facts.posts.filter((one) => isOwn(facts, viewer, one)).map(({ id }) => id)
}

function hiddenFrom({ facts, viewer }: Asker, probe: (subject: string) => Probe): Questions {
  return { unknown: probe(NOBODY), nothing: hiddenSubjects(facts, viewer).map(probe) }
}
