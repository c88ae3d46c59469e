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

/** Everything in it that its author wrote. */
export function textsOf({ subject, words }: MakeRecommendation): string[] {
  const { title, place, creator, trade, region } = subject
  const { why, forWhom, notForWhom, when, price, link, contact, interestWords } = words
  return [
    title,
    place,
    creator,
    trade,
    region,
    why,
    forWhom,
    notForWhom,
    when,
    price,
    link,
    contact,
    interestWords,
  ].filter((one) => one !== null)
}
