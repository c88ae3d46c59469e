import { expect, it } from 'vitest'
import { layReady, sharedIn, takeShared } from './shared.ts'

const LINK = 'https://films.test/perfect-days?from=app'

it.each([
  [
    { url: LINK, title: 'Perfect Days' },
    { link: LINK, title: 'Perfect Days' },
  ],
  [
    { text: LINK, title: 'Perfect Days' },
    { link: LINK, title: 'Perfect Days' },
  ],
  [{ text: `Perfect Days ${LINK}` }, { link: LINK, title: 'Perfect Days' }],
  [{ title: LINK }, { link: LINK, title: '' }],
  [{ text: ' Guesthouse Lerch ' }, { link: null, title: 'Guesthouse Lerch' }],
  [
    { url: 'javascript:alert(1)', title: 'No link' },
    { link: null, title: 'No link' },
  ],
  [{}, { link: null, title: '' }],
])('reads what was shared out of %j', (search, shared) => {
  expect(sharedIn(new URLSearchParams(search))).toEqual(shared)
})

it('hands it out once', () => {
  layReady({ link: LINK, title: '' })
  expect([takeShared(), takeShared()]).toEqual([{ link: LINK, title: '' }, null])
})
