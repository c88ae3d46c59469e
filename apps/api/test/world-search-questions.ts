import type { KnownPost } from './world-facts.ts'
import { foreignCircles, get, NOBODY, type Probe, type Prober, reads } from './world-probes.ts'

/** How search and gazetteer are asked for words that others wrote. */
export const SEARCH_QUESTIONS: Readonly<Record<string, Prober>> = {
  'GET /api/search': (asker) => [
    {
      something: [
        ...asker.facts.posts.map(askForTitle),
        ...asker.facts.posts.slice(-2).flatMap(askOtherwise),
      ],
    },
    foreignCircles(asker, (id) => get(`/api/search?q=x&circle=${id}`)),
    {
      unknown: get(`/api/recommendations/${NOBODY}`),
      nothing: [get('/api/search?q=x&near=1'), get('/api/feed?near=1')],
    },
  ],
  'GET /api/places': reads(get('/api/places?q=gra')),
  'GET /api/places/{id}': () => [
    { unknown: get(`/api/recommendations/${NOBODY}`), nothing: [get('/api/places/1')] },
  ],
}

function askForTitle({ words: [title = ''] }: KnownPost): Probe {
  return search(title)
}

// Its why as a phrase, and its title almost right.
function askOtherwise({ words: [title = '', why = title] }: KnownPost): Probe[] {
  return [search(`"${why}"`), search(`${title.slice(0, -1)}x`)]
}

function search(words: string): Probe {
  return get(`/api/search?q=${encodeURIComponent(words)}`)
}
