import type { Locator, Page } from '@playwright/test'
import { card, openFeed } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('two who are blocked hear and see nothing of each other, nor through a third, nor in comments and counts', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  const cal = await join(await visit(), 'Cal')
  for (const [one, other] of [
    [ada, ben],
    [ben, cal],
    [ada, cal],
  ] as const)
    await tie(one, other)
  const word = uniqueWord()
  await recommend(ada, `Of Ada ${word}`)
  await recommend(cal, `Of Cal ${word}`)
  const { post } = await recommend(ben, `Of Ben ${word}`)
  const seconds = await recommend(ben, `Of Cal ${word}`)
  for (const [one, words] of [
    [ada, 'Ada asks.'],
    [cal, 'Cal asks.'],
  ] as const)
    await say(one.page, post, words)

  await openFeed(ada.page)
  await expect(card(ada.page, `Of Cal ${word}`).first()).toBeVisible()
  await ada.page.goto(`/people/${cal.me.handle}`)
  await ada.page.getByRole('button', { name: 'Block Cal' }).click()
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Block Cal' }).click()
  await ada.page.getByRole('button', { name: 'Now', exact: true }).click()
  await expect(ada.page).toHaveURL(/\/people$/)

  for (const [one, other, own] of [
    [ada, cal, 'Ada asks.'],
    [cal, ada, 'Cal asks.'],
  ] as const) {
    await openFeed(one.page)
    await expect(card(one.page, `Of Ben ${word}`)).toBeVisible()
    await expect(said(one.page, `Of ${other.me.name} ${word} came`)).toHaveCount(one === ada ? 1 : 0)
    await one.page.goto(`/recommendations/${post}`)
    await expect(one.page.getByRole('heading', { name: '1 comment' })).toBeVisible()
    await expect(one.page.getByText(own)).toBeVisible()
    await one.page.goto(`/people/${other.me.handle}`)
    await expect(one.page.getByText('Nothing is here')).toBeVisible()
  }
  // Who stands between them reads both, and is told nothing.
  await ben.page.goto(`/recommendations/${post}`)
  await expect(ben.page.getByRole('heading', { name: '2 comments' })).toBeVisible()
  expect(seconds.person.shown).toBe('self')
})

async function say(page: Page, post: string, words: string): Promise<void> {
  await page.goto(`/recommendations/${post}`)
  await expect(page.getByRole('textbox', { name: 'Say something about it' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Say something about it' }).fill(words)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(words)).toBeVisible()
}

/** Everything in the feed that says so. */
function said(page: Page, words: string): Locator {
  return page.getByRole('feed').getByText(words)
}
