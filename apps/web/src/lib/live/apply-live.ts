import type { LiveChange } from '@kith/contract'
import type { Query, QueryClient } from '@tanstack/react-query'
import { whenIdle } from '../when-idle.ts'

/** Posts that I may no longer see; whatever shows them drops them at once. */
export const GONE_KEY = ['live', 'gone']
/** Counts the times that the feed may have changed. */
export const FEED_NEWS_KEY = ['live', 'feed-news']

const BY_POST = [
  'network',
  'subject',
  'person',
  'recommendation',
  'why',
  'own',
  'search',
  'hidden',
  'notifications',
  'remembered',
  'for-me',
  'outcome-questions',
  'thanks',
  'sentences',
  'asks',
  'ask-links',
  'introductions',
  'care',
  'letter',
]

// Their messages, and whether anything new may be written.
const THREADS = ['threads', 'thread']

/** Turns the ids and kinds of a live message into refetches of what is shown. Nothing is pushed into a list. */
export function applyLive(queryClient: QueryClient, changes: readonly LiveChange[]): void {
  const stale = new Set<string>()
  const gone = changes.filter((change) => change.kind === 'gone').map((change) => change.id)
  for (const { kind } of changes) for (const room of roomsOf(kind)) stale.add(room)
  if (gone.length > 0) {
    queryClient.setQueryData<string[]>(GONE_KEY, (before = []) => [...before, ...gone])
  }
  if (changes.some(({ kind }) => kind === 'post' || kind === 'feed' || kind === 'ties')) {
    queryClient.setQueryData<number>(FEED_NEWS_KEY, (count = 0) => count + 1)
  }
  fetchAgain(queryClient, ({ queryKey }) => stale.has(String(queryKey[0])))
}

function roomsOf(kind: LiveChange['kind']): readonly string[] {
  switch (kind) {
    case 'post':
    case 'gone':
    case 'feed':
      return BY_POST
    case 'ties':
      return ['ties', 'circles', 'me', 'blocks', 'invitations', 'requests', ...THREADS, ...BY_POST]
    case 'requests':
      return ['requests']
    case 'clubs':
      return ['clubs', 'audience']
    case 'circles':
      return ['circles', 'ties', 'care', 'notifications']
    case 'invitations':
      return ['invitations']
    case 'introductions':
      return ['introductions', 'notifications', 'letter', 'care']
    case 'notifications':
      return [
        'notifications',
        'reports',
        'for-me',
        'asks',
        'ask-links',
        'comments',
        'thanks',
        'sentences',
        'care',
        'letter',
        'telling',
      ]
    case 'threads':
      return [...THREADS, 'notifications', 'care', 'letter']
    case 'me':
      return ['me', 'notifications', 'letter']
  }
}

/** Everything shown may be out of date: fetch it again, the feed without moving it. */
export function refetchEverything(queryClient: QueryClient): void {
  queryClient.setQueryData<number>(FEED_NEWS_KEY, (count = 0) => count + 1)
  fetchAgain(queryClient, isFetchedByItself)
}

/**
 * The same for what was fetched before live began to listen. Next to always nothing has changed since, so that it is done
 * when the browser has nothing better to do, one after the other, what is on its way once it is there.
 */
export async function catchUp(queryClient: QueryClient): Promise<void> {
  await new Promise<void>((resolve) => void whenIdle(resolve))
  await queryClient.invalidateQueries({ predicate: isFetchedByItself, refetchType: 'none' })
  for (const query of queryClient.getQueryCache().findAll({ type: 'active', predicate: isFetchedByItself })) {
    await query.promise?.catch(() => undefined)
    await queryClient.refetchQueries({ queryKey: query.queryKey, exact: true })
  }
  queryClient.setQueryData<number>(FEED_NEWS_KEY, (count = 0) => count + 1)
}

function isFetchedByItself({ queryKey }: Query): boolean {
  return queryKey[0] !== 'live' && queryKey[0] !== 'feed'
}

/** Fetches again what is shown, and marks the rest. What is on its way for the first time may have read what was there before. */
function fetchAgain(queryClient: QueryClient, isStale: (query: Query) => boolean): void {
  void queryClient
    .cancelQueries({ predicate: (query) => isStale(query) && query.state.data === undefined })
    .then(() => queryClient.invalidateQueries({ predicate: isStale }))
}
