import type { MakeRecommendation, SubjectFacts, SubjectKind, Words } from '@kith/contract'

/** A subject with nothing about it but a title. */
export function plainFacts(kind: SubjectKind, title: string): SubjectFacts {
  const made = { place: null, creator: null, year: null }
  return { kind, title, ...made, trade: null, region: null, role: null, field: null }
}

/** One's own experience, and not a word about it. */
export const PLAIN_WORDS: Words = {
  why: null,
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
}

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
