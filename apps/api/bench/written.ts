import { Language, MakeRecommendation } from '@kith/contract'
import type { DrawnWords } from './drawn-words.ts'

/** What somebody writes who recommends something new to all his ties. */
export function newRecommendation(words: DrawnWords): MakeRecommendation {
  return MakeRecommendation.parse({
    about: null,
    subject: {
      kind: 'restaurant',
      title: `${words.word()} ${words.word()}`,
      place: null,
      creator: null,
      year: null,
      trade: null,
      region: null,
      role: null,
      field: null,
    },
    verdict: 'recommend',
    interest: 'none',
    words: {
      why: words.why(),
      forWhom: null,
      notForWhom: null,
      basis: 'own',
      when: null,
      price: null,
      link: null,
      contact: null,
      interestWords: null,
      partnersSought: false,
      occasion: null,
      hours: null,
      ends: null,
    },
    audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
    onward: 1,
    language: Language.parse('de'),
  })
}
