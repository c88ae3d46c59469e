import { expect, it } from 'vitest'
import { withTold } from './change-voice.ts'

const voice = (post: string) => ({ post, words: {}, way: 'chain', remembered: null })
const remembered = { reason: 'Soon' }

it('changes a voice wherever it lies, and keeps everything else as it is', () => {
  const other = { voices: [voice('b')] }
  const pages = { pages: [{ cards: [other, { voices: [voice('a'), voice('b')] }] }], pageParams: [null] }
  const changed = withTold(pages, 'a', { remembered })
  expect(changed).toEqual({
    pages: [{ cards: [other, { voices: [{ ...voice('a'), remembered }, voice('b')] }] }],
    pageParams: [null],
  })
  expect(changed).toHaveProperty('pages[0].cards[0]')
  expect(Reflect.get(Object(changed), 'pageParams')).toBe(pages.pageParams)
})

it('gives back the very same value where the voice is not in it', () => {
  const pages = { pages: [voice('b'), null, 3, 'a'] }
  expect(withTold(pages, 'a', { remembered })).toBe(pages)
  // What only names the post is no voice.
  const why = { post: 'a', way: 'chain', heard: true }
  expect(withTold(why, 'a', { remembered })).toBe(why)
})
