import { introducedTo } from './world-introduction-questions.ts'
import { get, type Prober, post } from './world-probes.ts'

// Long over, whatever the day of the test.
const WINTER = '2019-winter'

/** The letter of a season: everybody's own, and nobody can ask for another's. */
export const LETTER_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/letter': (asker) => [
    { something: [get('/api/letter', introducedTo(asker)), get(`/api/letter?season=${WINTER}`)] },
  ],
  'POST /api/letter/opened': () => [{ something: [post('/api/letter/opened', { season: WINTER })] }],
}
