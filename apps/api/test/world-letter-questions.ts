import { randomUUID } from 'node:crypto'
import { USUAL_TELLING } from '@kith/contract'
import { introducedTo } from './world-introduction-questions.ts'
import { get, type Prober, post, put, reads, remove } from './world-probes.ts'

// Long over, whatever the day of the test.
const WINTER = '2019-winter'

/** The letter of a season, and how one is told of what is new: everybody's own, and nobody can ask for another's. */
export const LETTER_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/letter': (asker) => [
    { something: [get('/api/letter', introducedTo(asker)), get(`/api/letter?season=${WINTER}`)] },
  ],
  'GET /api/telling': reads(get('/api/telling')),
  'PUT /api/telling': () => [{ something: [put('/api/telling', USUAL_TELLING)] }],
  'GET /api/telling/device': reads(get('/api/telling/device')),
  'PUT /api/telling/device': () => [
    { something: [put('/api/telling/device', { endpoint: `https://push.kith.test/${randomUUID()}` })] },
  ],
  'DELETE /api/telling/device': () => [{ something: [remove('/api/telling/device')] }],
  // Whatever the token, the answer is the same.
  'GET /api/unsubscribe/{token}': () => [{ something: [get('/api/unsubscribe/nobody')] }],
  'POST /api/unsubscribe/{token}': () => [{ something: [post('/api/unsubscribe/nobody')] }],
  'POST /api/letter/opened': () => [{ something: [post('/api/letter/opened', { season: WINTER })] }],
}
