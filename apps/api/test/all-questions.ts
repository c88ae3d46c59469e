import { type Asker, get, type Prober } from './world-probes.ts'
import { ROOM_QUESTIONS } from './world-questions.ts'

// Where what is gathered stands, each with whom it names by an act of theirs.
const GATHERED = [
  'GET /api/ties/requests',
  'GET /api/blocks',
  'GET /api/invitations',
  'GET /api/hidden',
  'GET /api/asks',
  'GET /api/asks/{id}/answers',
  'GET /api/for-me',
  'GET /api/remembered',
  'GET /api/me/thanks',
  'GET /api/threads',
  'GET /api/threads/{id}',
  'GET /api/introductions',
  'GET /api/clubs',
]

/** What the rooms give that the export is gathered from. */
function given(asker: Asker): string[] {
  return GATHERED.flatMap((route) => {
    const probe = ROOM_QUESTIONS[route]
    if (probe === undefined) throw new Error(`expected ${route} to be asked`)
    return probe(asker).flatMap(({ something = [] }) => something.flatMap(({ gives = [] }) => gives))
  })
}

/** His own words, wherever what they were said of is now. */
function said({ facts, viewer }: Asker): string[] {
  return [
    ...facts.comments.flatMap(({ by, word }) => (by === viewer ? [word] : [])),
    ...facts.thanks.flatMap(({ way, words }) => (way[0] === viewer ? [words] : [])),
    ...facts.letDown.flatMap(({ by, sentence }) => (by === viewer ? [sentence] : [])),
  ]
}

/** All routes of the API, those too that gather what others answer. */
export const QUESTIONS: Readonly<Record<string, Prober>> = {
  ...ROOM_QUESTIONS,
  'GET /api/export': (asker) => [{ something: [get('/api/export', [...given(asker), ...said(asker)])] }],
  'GET /api/export/archive': () => [{ something: [get('/api/export/archive')] }],
}
