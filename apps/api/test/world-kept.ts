import type { Cast } from './world-cast.ts'
import { token } from './world-words.ts'

/** Somebody of the cast wants to find a post again, for a reason that stands nowhere else. */
export async function remember(cast: Cast, by: string, key: string): Promise<void> {
  const [post, reason] = [cast.postOf(key), token()]
  const path = `/api/recommendations/${post.id}/remember`
  cast.done(await cast.client(by).send('PUT', path, { reason }, cast.after()))
  cast.facts.remembered.push({ by, post, reason })
}

/** The first of these people thanks for a post, which came to him through the others, its author last. */
export async function thank(cast: Cast, key: string, way: readonly string[]): Promise<void> {
  const [post, words, [by = '']] = [cast.postOf(key), token(), way]
  const path = `/api/recommendations/${post.id}/thanks`
  cast.done(await cast.client(by).send('POST', path, { words }, cast.after()))
  cast.facts.thanks.push({ post, words, way })
}
