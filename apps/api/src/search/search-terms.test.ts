import { expect, it } from 'vitest'
import { readTerms } from './search-terms.ts'

it('takes the last word for unfinished, unless it is part of a phrase or unwanted', () => {
  expect(readTerms('good carp')).toMatchObject({ finished: 'good', unfinished: 'carp' })
  expect(readTerms('“good carp”')).toMatchObject({ words: '"good carp"', unfinished: '' })
  expect(readTerms('„good carp')).toMatchObject({ words: '"good carp', unfinished: '' })
  expect(readTerms('good -carp')).toMatchObject({ finished: 'good -carp', unfinished: '' })
})

it('keeps a hyphen that makes a word unwanted, and no other punctuation', () => {
  expect(readTerms('huber-dach.at -Solar!').words).toBe('huber dach at -Solar')
  expect(readTerms('- & | !').words).toBe('')
})

it('looks for misspelt words among long ones, unless a phrase or something unwanted is asked for', () => {
  expect(readTerms('roof tin carpentr').similar).toEqual(['roof', 'carpentr'])
  expect(readTerms('the old').similar).toEqual([])
  expect(readTerms('carpentr "tin gutter"').similar).toEqual([])
  expect(readTerms('carpentr -solar').similar).toEqual([])
})
