import { get, type Prober, perPost, post, reads, remove } from './world-probes.ts'
import { maySee } from './world-rules.ts'

/** How what one does not want to hear is asked for. */
export const HIDDEN_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/hidden': reads(get('/api/hidden')),
  'POST /api/recommendations/{id}/hide': perPost(
    (facts, viewer, one) => maySee(facts, viewer, one) && one.author !== viewer,
    (id) => post(`/api/recommendations/${id}/hide`, { what: 'post' }),
  ),
  'DELETE /api/hidden/{key}': () => [
    { unknown: remove('/api/hidden/x'), nothing: [remove('/api/hidden/y')] },
  ],
}
