import { Moves } from '@kith/contract'
import type { Cast } from './world-cast.ts'
import { pairOf } from './world-facts.ts'
import { token } from './world-words.ts'

/** A recommendation let somebody down, and he sends a sentence back; `tie` is of whom or through whom it came. */
export async function letDown(cast: Cast, by: string, key: string, tie: string): Promise<void> {
  const { facts, client, postOf, after, done } = cast
  const [post, sentence] = [postOf(key), token()]
  const wish = { outcome: 'letDown', sentence }
  // Only a read waits for the engine, and through whom it came is the engine's to say.
  done(await client(by).get('/api/me', after()))
  done(await client(by).send('PUT', `/api/recommendations/${post.id}/outcome`, wish))
  const id = facts.ties.get(pairOf(by, tie)) ?? ''
  const { moves } = await client(by).read(Moves, `/api/ties/${id}/moves`)
  facts.letDown.push({ post, by, sentence, tie: id, move: moves[0]?.id ?? '' })
}
