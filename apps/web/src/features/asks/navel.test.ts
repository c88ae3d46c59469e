import { type OwnRecommendation, PostId, SubjectId } from '@kith/contract'
import { PLAIN_WORDS, plainFacts } from '@kith/testkit/plain-post'
import { expect, it } from 'vitest'
import { isMostlyOwn } from './navel.ts'

type Said = OwnRecommendation['voice']['interest'] | 'note'

const ID = '00000000-0000-4000-8000-000000000001'

function own(said: Said): OwnRecommendation {
  const subject = { id: SubjectId.parse(ID), ...plainFacts('shop', 'A shop') }
  return {
    voice: {
      ...{ post: PostId.parse(ID), person: { shown: 'somebody' }, chain: null, way: 'own', subject },
      ...{ verdict: 'recommend', interest: said === 'note' ? 'paid' : said, words: PLAIN_WORDS },
      ...{ photo: null, language: 'en', created: '2026-01-01T00:00:00.000Z', stillTrue: null, fading: false },
      ...{ edited: false, audience: 'circles', club: null, remembered: null, thanked: null, candidate: null },
    },
    audience:
      said === 'note'
        ? { form: 'notebook' }
        : { form: 'ties', all: true, circles: [], singles: [], excepted: [] },
    onward: 1,
    expires: null,
  }
}

it.each<[string, Said[], boolean]>([
  ['nothing said yet', [], false],
  ['two of what is his', ['paid', 'connected'], false],
  ['three of what is his', ['paid', 'connected', 'paid'], true],
  ['three among five', ['none', 'paid', 'connected', 'none', 'paid'], true],
  ['two among five, and more before', ['none', 'paid', 'none', 'none', 'paid', 'paid', 'paid'], false],
  ['notes are nobody else’s', ['note', 'note', 'note', 'none'], false],
])('%s', (_what, said, isDue) => {
  expect(isMostlyOwn(said.map(own))).toBe(isDue)
})
