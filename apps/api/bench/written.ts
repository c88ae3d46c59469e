import type { MakeAsk, MakeRecommendation } from '@kith/contract'
import { asking, PLAIN_WORDS, plainFacts, plainWish, saying } from '@kith/testkit/plain-post'
import type { DrawnWords } from './drawn-words.ts'

/** What somebody writes who recommends something new to all his ties. */
export function newRecommendation(words: DrawnWords): MakeRecommendation {
  const title = `${words.word()} ${words.word()}`
  return saying(title, {
    subject: plainFacts('restaurant', title),
    words: { ...PLAIN_WORDS, why: words.why() },
    language: 'de',
  })
}

/** What somebody asks all his ties. */
export function newAsk(words: DrawnWords): MakeAsk {
  return asking({ wish: plainWish('craftsman', `${words.word()} ${words.word()}?`), language: 'de' })
}
