import { LETTER_QUESTIONS } from './world-letter-questions.ts'
import { get, IDS, type Prober, perId, put, reads, remove } from './world-probes.ts'

/** How people look after their ties, and what anybody else gets to see of it: nothing. */
export const CARE_QUESTIONS: Readonly<Record<string, Prober>> = {
  ...LETTER_QUESTIONS,
  'GET /api/care': reads(get('/api/care')),
  'GET /api/ties/{id}/care': perId(IDS.ties, IDS.tiesOf, (id) => get(`/api/ties/${id}/care`)),
  'PUT /api/ties/{id}/spoke': perId(IDS.ties, IDS.tiesOf, (id) => put(`/api/ties/${id}/spoke`)),
  'DELETE /api/ties/{id}/spoke': perId(IDS.ties, IDS.tiesOf, (id) => remove(`/api/ties/${id}/spoke`)),
  'PUT /api/ties/{id}/closeness-question': perId(IDS.ties, IDS.tiesOf, (id) =>
    put(`/api/ties/${id}/closeness-question`, { answer: 'same' }),
  ),
  'DELETE /api/ties/{id}/closeness-question': perId(IDS.ties, IDS.tiesOf, (id) =>
    remove(`/api/ties/${id}/closeness-question`),
  ),
}
