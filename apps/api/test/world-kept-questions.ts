import { get, type Prober, perPost, post, put, reads, remove } from './world-probes.ts'
import { maySee } from './world-rules.ts'

/** How what one keeps of others' recommendations for oneself is asked for. */
export const KEPT_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/remembered': reads(get('/api/remembered')),
  'GET /api/network': reads(get('/api/network')),
  'PUT /api/recommendations/{id}/remember': perPost(
    (facts, viewer, one) => maySee(facts, viewer, one) && one.author !== viewer,
    (id) => put(`/api/recommendations/${id}/remember`),
  ),
  'DELETE /api/recommendations/{id}/remember': perPost(
    ({ remembered }, viewer, { id }) => remembered.some(({ by, post }) => by === viewer && post.id === id),
    (id) => remove(`/api/recommendations/${id}/remember`),
  ),
  'GET /api/me/thanks': reads(get('/api/me/thanks')),
  'POST /api/recommendations/{id}/thanks': perPost(
    (facts, viewer, one) => maySee(facts, viewer, one) && one.author !== viewer,
    (id) => post(`/api/recommendations/${id}/thanks`, {}),
  ),
  'DELETE /api/recommendations/{id}/thanks': perPost(
    ({ thanks }, viewer, { id }) => thanks.some(({ way, post }) => way[0] === viewer && post.id === id),
    (id) => remove(`/api/recommendations/${id}/thanks`),
  ),
  'GET /api/me/outcome-questions': reads(get('/api/me/outcome-questions')),
  'POST /api/recommendations/{id}/outcome-question': perPost(
    (facts, viewer, one) =>
      maySee(facts, viewer, one) &&
      facts.remembered.some(({ by, post }) => by === viewer && post.id === one.id),
    (id) => post(`/api/recommendations/${id}/outcome-question`, { answer: 'notYet' }),
  ),
  'POST /api/recommendations/{id}/contact-opened': perPost(
    (facts, viewer, one) => maySee(facts, viewer, one) && one.author !== viewer,
    (id) => post(`/api/recommendations/${id}/contact-opened`),
  ),
}
