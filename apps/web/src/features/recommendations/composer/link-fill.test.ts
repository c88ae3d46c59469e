import type { LinkPreview } from '@kith/contract'
import { expect, it } from 'vitest'
import { blankDraft } from './draft.ts'
import { emptied, fillFrom, linkIn } from './link-fill.ts'

const PAGE: LinkPreview = {
  link: 'https://films.test/perfect-days',
  site: 'films.test',
  title: 'Perfect Days',
  description: null,
  kind: 'film',
  place: null,
  creator: 'Wim Wenders',
  year: 2023,
}

it('knows a link from words that hold one', () => {
  expect(linkIn(' https://a.test/x \n')).toBe('https://a.test/x')
  for (const words of [
    'see https://a.test',
    'https://a.test and more',
    'a.test',
    'ftp://a.test',
    'https://',
  ]) {
    expect([words, linkIn(words)]).toEqual([words, undefined])
  }
})

it('fills empty fields only', () => {
  const draft = { ...blankDraft('key', null), title: 'My own title', year: '1999' }
  expect(fillFrom(draft, PAGE)).toEqual({ link: PAGE.link, kind: 'film', creator: 'Wim Wenders' })
  const long = { ...PAGE, link: `https://a.test/${'x'.repeat(500)}` }
  expect(fillFrom(blankDraft('key', null), long)).toEqual({
    title: 'Perfect Days',
    kind: 'film',
    creator: 'Wim Wenders',
    year: '2023',
  })
})

it('is undone where nothing was changed since', () => {
  const before = blankDraft('key', null)
  const filled = fillFrom(before, PAGE)
  const now = { ...before, ...filled, title: 'Changed since' }
  expect(emptied(before, now, filled)).toEqual({ link: '', kind: null, creator: '', year: '' })
})
