import { expect, it } from 'vitest'
import { Audience, ChangeRecommendation, ERROR_CODES, Handle, line, prose } from './index.ts'

it('trims a line and refuses what cannot be shown', () => {
  expect(line(10).parse('  Ben  ')).toBe('Ben')
  expect(line(10).safeParse('a\nb').success).toBe(false)
  expect(prose(10).parse('a\r\nb')).toBe('a\nb')
  expect(prose(10).safeParse('a\u0000b').success).toBe(false)
  expect(prose(10).safeParse('\ud800').success).toBe(false)
  expect(prose(10).safeParse('   ').success).toBe(false)
  expect(prose(3).safeParse('abcd').success).toBe(false)
})

it('takes a handle in lower case only, and never one with a mark at an end', () => {
  expect(Handle.parse(' Ben-A ')).toBe('ben-a')
  for (const refused of ['be', '-ben', 'ben_', 'b n', 'ä'.repeat(5), 'x'.repeat(31)])
    expect(Handle.safeParse(refused).success).toBe(false)
})

it('knows nothing of fields that it does not know', () => {
  expect(Audience.safeParse({ form: 'notebook', all: true }).success).toBe(false)
  expect(ChangeRecommendation.safeParse({ verdict: 'against' }).success).toBe(false)
})

it('[P15] takes no change of subject or verdict', () => {
  expect(ChangeRecommendation.safeParse({ stillTrue: true }).success).toBe(true)
  const subject = { kind: 'film', title: 'Another', place: null, creator: null, year: null }
  for (const fixed of [{ verdict: 'against' }, { subject }, { about: crypto.randomUUID() }]) {
    expect(ChangeRecommendation.safeParse({ stillTrue: true, ...fixed }).success).toBe(false)
  }
})

it('lists every error code once', () => {
  expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length)
})
