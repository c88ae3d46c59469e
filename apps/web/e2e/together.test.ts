import type { Page } from '@playwright/test'
import { readCode } from './camera.ts'
import { card, openFeed, write } from './doing.ts'
import { join, type Person, recommend, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

const PHONE = { width: 390, height: 844 }

test('sitting together: a camera reads the code, in the dark too, and the sheet says when the other accepted', async ({
  visit,
}) => {
  const ada = await join(await visit({ viewport: PHONE }), 'Ada')
  const bakery = `Bakery ${uniqueWord()}`
  await recommend(ada, bakery)
  const link = await test.step('Ada shows the code', async () => {
    await showCode(ada)
    await expect(ada.page.getByText('Good for one person and 10 more minutes.')).toBeVisible()
    const shown = await ada.page.getByRole('textbox', { name: 'Link' }).inputValue()
    for (const colorScheme of ['light', 'dark'] as const) {
      await ada.page.emulateMedia({ colorScheme })
      expect(await readCode(ada.page)).toBe(shown)
    }
    return shown
  })

  const berta = await test.step('Berta opens what her camera read and joins with four fields', async () => {
    const page = await visit({ viewport: PHONE })
    await page.goto(link)
    await expect(page.getByRole('textbox')).toHaveCount(4)
    await joinByLink(page, 'Berta Kern')
    await expect(card(page, bakery)).toContainText('Ada')
    return page
  })

  await test.step('her first recommendation is three things to say', async () => {
    await berta.getByRole('button', { name: 'Recommend' }).click()
    const film = `A Film ${uniqueWord()}`
    const sheet = await write(berta, { title: film, why: 'It made me laugh twice.', kind: 'Film' })
    await sheet
      .getByRole('button', { name: /^Recommend/ })
      .last()
      .click()
    await expect(berta.getByText(`“${film}” is on its way.`)).toBeVisible()
  })

  await test.step('Ada’s sheet says so by itself, and the tie is sorted', async () => {
    await expect(ada.page.getByRole('heading', { name: 'You have found each other' })).toBeVisible()
    await expect(ada.page.getByRole('status').getByText('Berta Kern accepted.')).toBeVisible()
    await expect(ada.page.getByRole('img', { name: 'Code with your invitation' })).toHaveCount(0)
    await ada.page.getByRole('button', { name: 'That is all' }).click()
    const friends = ada.page
      .locator('section')
      .filter({ has: ada.page.getByRole('heading', { name: 'Friends' }) })
    await expect(friends.getByRole('link', { name: 'Berta Kern' })).toBeVisible()
  })

  await test.step('the link says to Berta that it was she, and to anybody else that it is used', async () => {
    await berta.goto(link)
    await expect(berta.getByText('You have accepted this invitation.')).toBeVisible()
    await berta.getByRole('link', { name: 'To the feed' }).click()
    await expect(card(berta, bakery)).toBeVisible()
    const thief = await visit()
    await thief.goto(link)
    await expect(thief.getByText('This invitation has been accepted.')).toBeVisible()
    await expect(thief.getByText('Tell whoever sent it')).toBeVisible()
    await expect(thief.getByRole('textbox')).toHaveCount(0)
    await expect(thief.getByText('Ada')).toHaveCount(0)
  })
})

test('a code that ran out says so, and a new one is one tap away', async ({ visit }) => {
  const ada = await join(await visit(), 'Ada')
  await ada.page.clock.install()
  await showCode(ada)
  const link = ada.page.getByRole('textbox', { name: 'Link' })
  const first = await link.inputValue()
  await ada.page.clock.runFor('09:30')
  await expect(ada.page.getByText('Good for one person and one more minute.')).toBeVisible()
  await ada.page.clock.runFor('00:31')
  await expect(ada.page.getByText('The code is not good any more, and nobody accepted.')).toBeVisible()
  await expect(link).toHaveCount(0)
  await ada.page.getByRole('button', { name: 'Make a new one' }).click()
  await expect(ada.page.getByText('Good for one person and 10 more minutes.')).toBeVisible()
  await expect(link).not.toHaveValue(first)
  expect(await readCode(ada.page)).toBe(await link.inputValue())
})

async function showCode({ page }: Person): Promise<void> {
  await openFeed(page)
  await page.goto('/people?sheet=invite')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('switch', { name: 'We are sitting together' }).check({ force: true })
  await sheet.getByRole('button', { name: 'Friends' }).click()
  await sheet.getByRole('button', { name: 'Show the code' }).click()
  await expect(page.getByRole('img', { name: 'Code with your invitation' })).toBeVisible()
}

async function joinByLink(page: Page, name: string): Promise<void> {
  const handle = uniqueWord()
  await page.getByRole('textbox', { name: 'What do people call you?' }).fill(name)
  await page.getByRole('textbox', { name: 'Handle' }).fill(handle)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${handle}@example.org`)
  await page.getByLabel('Password').fill('nine times out of ten')
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
}
