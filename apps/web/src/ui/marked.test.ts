import { expect, it } from 'vitest'
import { isSameWord } from './marked.tsx'

it('knows a word again by its beginning, whatever its case, accents and ending', () => {
  for (const [word, wanted] of [
    ['roofs', 'roof'],
    ['Roof', 'roofs'],
    ['Häuser', 'hauser'],
    ['Bäckerei', 'back'],
    ['große', 'gross'],
    ['opened', 'opening'],
  ] as const) {
    expect([word, wanted, isSameWord(word, wanted)]).toEqual([word, wanted, true])
  }
  for (const [word, wanted] of [
    ['proof', 'roof'],
    ['the', 'then'],
    ['rooftops', 'roots'],
  ] as const) {
    expect([word, wanted, isSameWord(word, wanted)]).toEqual([word, wanted, false])
  }
})
