import { type MakeRecommendation, type PostId, ReadRecommendation } from '@kith/contract'
import { saying } from '@kith/testkit/plain-post'
import { expectBody, type Person } from './api-world.ts'

/** Somebody says it; answers the id of the post. */
export async function recommend(
  person: Person,
  title: string,
  wish: Partial<MakeRecommendation> = {},
): Promise<PostId> {
  const sent = await person.post('/api/recommendations', saying(title, wish))
  return expectBody(ReadRecommendation, sent).voice.post
}
