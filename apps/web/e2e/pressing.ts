import type { Voice } from '@kith/contract'
import type { Page } from '@playwright/test'
import { expect } from './visits.ts'

/*
 * What has to be pressed at a place to come to what is looked at there. Words of one language occur nowhere.
 */

// Who comes again finds the code that is good.
export async function makeCode(page: Page): Promise<void> {
  await pressKnob(1)(page)
  const dialog = page.getByRole('dialog')
  await dialog.locator('[aria-pressed], [role=status]').first().waitFor()
  if ((await dialog.locator('[aria-pressed]').count()) > 0) await dialog.getByRole('button').last().click()
  await dialog.getByRole('status').waitFor()
}

export function pressKnob(index: number) {
  return async (page: Page) => {
    await page
      .getByRole('main')
      .getByRole('button')
      .filter({ has: page.locator('svg') })
      .nth(index)
      .click()
    await page.getByRole('dialog').waitFor()
  }
}

export async function showCode(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('switch').check({ force: true })
  await sheet.getByRole('button').last().click()
  await sheet.getByRole('img').waitFor()
}

export async function chooseContacts(page: Page): Promise<void> {
  const cards = ['FN:Ben', 'KIND:org\nFN:Ben', 'FN:'].map((one) => `BEGIN:VCARD\n${one}\nEND:VCARD\n`)
  const file = { name: 'contacts.vcf', mimeType: 'text/vcard', buffer: Buffer.from(cards.join('')) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('checkbox').check()
}

export async function openReport(page: Page): Promise<void> {
  await page.getByRole('main').locator('article button').last().click()
  await page.getByRole('dialog').waitFor()
}

// As the audience of what was heard by others until now.
export async function chooseNobody(page: Page): Promise<void> {
  await openWhoHears(page)
  await page.getByRole('dialog').last().locator('[aria-pressed=false]').first().click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').getByRole('status').waitFor()
}

// The chips of the bar that open a sheet, in their order.
export function openFilter(place: number) {
  return async (page: Page) => {
    await page.getByRole('main').locator('[aria-haspopup="dialog"]').nth(place).click()
    await page.getByRole('dialog').waitFor()
  }
}

// From its card: asked for by its id alone it may have come another way.
export function openWhy({ subject, words }: Voice) {
  return async (page: Page) => {
    const card = page.getByRole('article', { name: subject.title, exact: true })
    const said = card.locator('div').filter({ has: page.getByText(words.why ?? '') })
    await said.last().getByRole('button').first().click()
    await page.getByRole('dialog').waitFor()
  }
}

export async function writeAndSendTooEarly(page: Page): Promise<void> {
  await beginWriting(page)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').getByRole('alert').first().waitFor()
}

async function beginWriting(page: Page): Promise<void> {
  const what = page.getByRole('combobox')
  await what.fill('Radwerkstatt Kettler')
  await what.press('Enter')
  await page.getByRole('dialog').locator('textarea').waitFor()
}

export async function openAudience(page: Page): Promise<void> {
  await beginWriting(page)
  await openWhoHears(page)
}

export async function openWhoHears(page: Page): Promise<void> {
  await page.getByRole('dialog').locator('[aria-haspopup=dialog]').first().click()
  await expect(page.locator('[role=dialog]')).toHaveCount(2)
}
