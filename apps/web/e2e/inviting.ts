import type { Page } from '@playwright/test'
import { press } from './doing.ts'
import { PASSWORD, uniqueWord } from './people.ts'

/** Writes an invitation for somebody who will be a friend known well; answers its link. */
export async function inviteOnScreen(
  page: Page,
  { note, enclosed }: { note: string; enclosed?: string },
): Promise<string> {
  await page.goto('/people')
  await press(page.getByRole('button', { name: 'Invite' }))
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'A few words' }).fill(note)
  if (enclosed !== undefined) await press(sheet.getByRole('button', { name: enclosed }))
  await press(sheet.getByRole('button', { name: 'Friends' }))
  await sheet.getByRole('radio', { name: 'Know well' }).check({ force: true })
  await press(sheet.getByRole('button', { name: 'Make the link' }))
  return sheet.getByRole('textbox', { name: 'Link' }).inputValue()
}

/** Accepts the invitation on the page as somebody who had no account. */
export async function acceptAs(page: Page, name: string): Promise<void> {
  await fillSignUp(page, name)
  await press(page.getByRole('button', { name: 'Accept the invitation' }))
}

/** Says who one is, as Kith asks for it first. */
export async function fillSignUp(page: Page, name: string): Promise<void> {
  const handle = uniqueWord()
  await page.getByRole('textbox', { name: 'What do people call you?' }).fill(name)
  await page.getByRole('textbox', { name: 'Handle' }).fill(handle)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${handle}@example.org`)
  await page.getByLabel('Password').fill(PASSWORD)
}
