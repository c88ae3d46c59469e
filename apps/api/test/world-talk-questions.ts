import { get, IDS, type Prober, perId, perPost, post, put, remove } from './world-probes.ts'
import { isOwn, maySee } from './world-rules.ts'
import { token } from './world-words.ts'

/** How the routes of photos, comments and links are asked for what might not be the asker's. */
export const TALK_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/recommendations/{id}/photo': perPost(
    (facts, viewer, known) => maySee(facts, viewer, known) && facts.pictured.has(known.id),
    (id) => get(`/api/recommendations/${id}/photo?size=small`),
  ),
  'PUT /api/recommendations/{id}/photo': perPost(isOwn, (id) => put(`/api/recommendations/${id}/photo`)),
  'DELETE /api/recommendations/{id}/photo': perPost(isOwn, (id) =>
    remove(`/api/recommendations/${id}/photo`),
  ),
  'GET /api/recommendations/{id}/comments': perPost(maySee, (id) =>
    get(`/api/recommendations/${id}/comments`),
  ),
  'POST /api/recommendations/{id}/comments': perPost(maySee, (id) =>
    post(`/api/recommendations/${id}/comments`, { text: token() }),
  ),
  'DELETE /api/comments/{id}': perId(IDS.comments, IDS.commentsOf, (id) => remove(`/api/comments/${id}`)),
  'POST /api/link-preview': () => [{ refused: [post('/api/link-preview', { url: 'http://127.0.0.1/' })] }],
}
