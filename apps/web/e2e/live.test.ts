import type { Page } from '@playwright/test'
import { ask } from './asking.ts'
import { card, openFeed } from './doing.ts'
import { endTie, join, type Person, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

test('what is new waits above the reading position until its pill is pressed', async ({ visit }) => {
  const { author, reader } = await twoWithATie(visit)
  for (let number = 1; number <= 12; number += 1) await recommend(author, `Plumber ${number} of twelve`)
  await openFeed(reader.page)
  // What is worth the same stands in any order, so the one to be read is chosen by its place.
  const ninth = await reader.page
    .getByRole('article')
    .nth(8)
    .getByRole('link', { name: 'of twelve' })
    .innerText()
  const read = card(reader.page, ninth)
  await read.scrollIntoViewIfNeeded()
  const before = await placeOf(reader.page, ninth)
  expect(before.scrolled).toBeGreaterThan(0)

  await recommend(author, 'The thirteenth plumber')
  const pill = reader.page.getByRole('button', { name: '1 new' })
  await expect(pill).toBeVisible()
  await expect(reader.page.getByRole('status').filter({ hasText: '1 new' })).toHaveCount(1)
  await expect(card(reader.page, 'The thirteenth plumber')).toHaveCount(0)
  expect(await placeOf(reader.page, ninth)).toEqual(before)

  await pill.click()
  await expect(card(reader.page, 'The thirteenth plumber')).toBeVisible()
  await expect(pill).toHaveCount(0)
  await expect(reader.page.getByRole('article').first()).toBeInViewport()
})

test('what is deleted, narrowed or written by a former tie leaves the other screen without a reload', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const { author, reader } = await twoWithATie(visit)
  const [deleted, narrowed, read, kept] = ['Deleted baker', 'Narrowed baker', 'Short-lived inn', 'Kept baker']
  const toDelete = await recommend(author, deleted)
  const toNarrow = await recommend(author, narrowed)
  const toRead = await recommend(author, read)
  await recommend(author, kept)
  await openFeed(reader.page)
  await expect(card(reader.page, deleted)).toBeVisible()

  await ask(author.page, 'DELETE', `/api/recommendations/${toDelete.post}`)
  await expect(card(reader.page, deleted)).toHaveCount(0)
  await ask(author.page, 'PATCH', `/api/recommendations/${toNarrow.post}`, { audience: { form: 'notebook' } })
  await expect(card(reader.page, narrowed)).toHaveCount(0)
  await expect(card(reader.page, kept)).toBeVisible()

  await test.step('a page that shows what is deleted says that nothing is there', async () => {
    await card(reader.page, read).getByRole('link', { name: read }).click()
    await expect(reader.page.getByRole('heading', { name: read })).toBeVisible()
    await ask(author.page, 'DELETE', `/api/recommendations/${toRead.post}`)
    await expect(reader.page.getByRole('heading', { name: read })).toHaveCount(0)
    await expect(reader.page.getByText('nothing that you may see')).toBeVisible()
    await openFeed(reader.page)
    await expect(card(reader.page, kept)).toBeVisible()
  })

  await endTie(author, reader)
  await expect(card(reader.page, kept)).toHaveCount(0)
})

test('a request for a tie comes up by itself, and the tie once it is accepted', async ({ visit }) => {
  const [asker, asked] = [await join(await visit(), 'Ines'), await join(await visit(), 'Otto')]
  await openFeed(asked.page)
  await openFeed(asker.page)
  await asker.page.goto('/people')
  await asker.page.getByRole('button', { name: 'By handle' }).click()
  await asker.page.getByRole('textbox', { name: 'Handle' }).fill(asked.me.handle)
  await asker.page.getByRole('button', { name: 'Send the request' }).click()
  await expect(asker.page.getByText('has not answered yet')).toBeVisible()

  await expect(asked.page.getByText('Ines would like a tie with you.')).toBeVisible()
  await asked.page.getByRole('button', { name: 'Have a look' }).click()
  await asked.page.getByRole('dialog').getByRole('button', { name: 'Colleagues' }).click()
  await asked.page.getByRole('button', { name: 'Accept the tie' }).click()
  await expect(asked.page.getByText('Your tie with Ines is made.')).toBeVisible()
  await expect(asker.page.getByRole('link', { name: 'Otto' })).toBeVisible()
})

test('signing out everywhere shows the other screen the door', async ({ visit, complaints }) => {
  // What is on its way just then is refused.
  complaints.allow(/status of 401/)
  const { me, page } = await join(await visit(), 'Nora')
  const other = await visit({ storageState: await page.context().storageState() })
  await openFeed(other)
  await ask(page, 'DELETE', '/api/auth/sessions')
  await expect(other.getByRole('heading', { name: 'Come in' })).toBeVisible()
  expect(me.handle).toContain('nora')
})

async function twoWithATie(visit: () => Promise<Page>): Promise<{ author: Person; reader: Person }> {
  const author = await join(await visit(), 'Paul')
  const reader = await join(await visit(), 'Rosa')
  await tie(author, reader)
  return { author, reader }
}

/** Where a card stands on screen, and how far the page is scrolled. */
async function placeOf(page: Page, title: string): Promise<{ top: number | undefined; scrolled: number }> {
  const box = await card(page, title).boundingBox()
  return { top: box?.y, scrolled: await page.evaluate(() => scrollY) }
}
