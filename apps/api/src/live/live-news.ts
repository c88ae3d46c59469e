import type { LiveChange } from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'

/** A list of one's own that is out of date. */
export type OwnList = Exclude<LiveChange['kind'], 'post' | 'gone'>

/** What a batch of changes means for people: lists by person, posts by number, addressings, notifications, whose sessions to look at. */
export interface News {
  readonly lists: Map<number, Set<OwnList>>
  readonly posts: Set<number>
  /** By post, the persons to whom it was addressed or no longer is. */
  readonly addressed: Map<number, Set<number>>
  /** By post, the persons for whom there is news about it. */
  readonly notified: Map<number, Set<number>>
  readonly sessions: Set<number>
}

export function noNews(): News {
  return {
    lists: new Map(),
    posts: new Set(),
    addressed: new Map(),
    notified: new Map(),
    sessions: new Set(),
  }
}

/**
 * Adds what the changes mean. A tie concerns its two parties, a side its owner alone, a block whoever made it: the other
 * notices that a tie ended, nothing else. What concerns a post is worked out from the post.
 */
export function addNews(news: News, changes: readonly Change[]): void {
  for (const change of changes) {
    switch (change.kind) {
      case 'person':
        tell(news, change.a, 'me')
        break
      case 'tie':
        tell(news, change.a, 'ties', 'feed')
        tell(news, change.b, 'ties', 'feed')
        break
      case 'side':
      case 'block':
        tell(news, change.a, 'ties', 'feed')
        break
      case 'circle':
        tell(news, change.a, 'circles')
        break
      case 'hidden':
        tell(news, change.a, 'feed')
        break
      case 'membership':
        tell(news, change.b, 'feed', 'clubs')
        break
      case 'clubs':
        tell(news, change.a, 'clubs', 'notifications')
        break
      case 'requests':
        tell(news, change.a, 'requests')
        break
      case 'invitations':
        tell(news, change.a, 'invitations')
        break
      case 'introductions':
        tell(news, change.a, 'introductions', 'notifications')
        break
      case 'look':
        tell(news, change.a, 'notifications')
        break
      case 'threads':
        tell(news, change.a, 'threads', 'notifications')
        break
      case 'sessions':
        news.sessions.add(change.a)
        break
      case 'post':
        news.posts.add(change.a)
        break
      case 'answer':
        // Whom it answers is told by what was addressed to him.
        tell(news, change.b, 'feed')
        break
      case 'addressing':
        note(news.addressed, change.a, change.b)
        break
      case 'notification':
        note(news.notified, change.a, change.b)
        break
    }
  }
}

/** Adds to the set that a map keeps under a key. */
export function note<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

function tell(news: News, person: number, ...lists: OwnList[]): void {
  for (const list of lists) note(news.lists, person, list)
}
