import { type MakeRecommendation, type PostId, ReadRecommendation } from '@kith/contract'
import { expectBody, type Person } from './api-world.ts'
import { PLAIN_WORDS, plainFacts } from './plain-post.ts'

/** A recommendation to all ties, with nothing about it but a title. */
export function saying(title: string, wish: Partial<MakeRecommendation> = {}): MakeRecommendation {
  return {
    about: null,
    subject: plainFacts('book', title),
    verdict: 'recommend',
    interest: 'none',
    words: { ...PLAIN_WORDS, why: 'Worth it.' },
    audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
    onward: 1,
    language: 'en',
    ...wish,
  }
}

/** Somebody says it; answers the id of the post. */
export async function recommend(
  person: Person,
  title: string,
  wish: Partial<MakeRecommendation> = {},
): Promise<PostId> {
  const sent = await person.post('/api/recommendations', saying(title, wish))
  return expectBody(ReadRecommendation, sent).voice.post
}
