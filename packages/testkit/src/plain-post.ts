import type { MakeAsk, MakeRecommendation, SubjectFacts, SubjectKind, Wish, Words } from '@kith/contract'

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

/** Something of that kind, and nothing else about it. */
export function plainWish(kind: SubjectKind, title: string): Wish {
  const job = { role: null, field: null, hours: null }
  return { kind, title, words: null, place: null, trade: null, region: null, urgent: false, ...job }
}

/** An ask to all ties for a good book, open for a month. */
export function asking(wish: Partial<MakeAsk> = {}, now = new Date()): MakeAsk {
  return {
    wish: plainWish('book', 'Who knows a book for a long journey?'),
    until: new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10),
    audience: { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
    onward: 1,
    language: 'en',
    ...wish,
  }
}
