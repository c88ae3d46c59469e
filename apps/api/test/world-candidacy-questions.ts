import type { Facts, KnownPost } from './world-facts.ts'
import { type Probe, type Prober, perPost } from './world-probes.ts'
import { maySee } from './world-rules.ts'

/** Whoever is put forward for a job answers; nobody else is asked, and what is held is there for nobody else. */
export const CANDIDACY_QUESTIONS: Readonly<Record<string, Prober>> = {
  'PUT /api/recommendations/{id}/candidacy': (asker) =>
    [true, false].flatMap((agreed) => perPost(isAsked, (id) => answer(id, agreed))(asker)),
}

function isAsked(facts: Facts, viewer: string, post: KnownPost): boolean {
  return maySee(facts, viewer, post) && post.candidate?.who === viewer
}

function answer(id: string, agreed: boolean): Probe {
  const body = { agreed, asked: new Date(0).toISOString() }
  return { method: 'PUT', url: `/api/recommendations/${id}/candidacy`, body }
}
