import type { Locator, Page } from '@playwright/test'
import { expect, test } from './visits.ts'

/** The card of a subject in the feed at hand. */
export function card(page: Page, title: string): Locator {
  return page.getByRole('article', { name: title })
}

/** Opens the feed and waits until it is there and the live connection stands. */
export async function openFeed(page: Page): Promise<void> {
  const greeted = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'))
  await page.goto('/')
  await greeted
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
  await expect(page.getByRole('feed').or(page.getByText('Quiet here, and rightly so.')).first()).toBeVisible()
}

/** What somebody writes into the composer. */
export interface Writing {
  title: string
  why: string
  kind?: string
}

/** Presses with what the device at hand has: a finger, or a mouse. */
export async function press(place: Locator): Promise<void> {
  await (test.info().project.use.hasTouch ? place.tap() : place.click())
}

/** Fills the open composer up to the audience, with no interest of one’s own. */
export async function write(page: Page, { title, why, kind = 'Craftsman' }: Writing): Promise<Locator> {
  const sheet = page.getByRole('dialog', { name: 'What do you recommend, and why?' })
  await sheet.getByRole('combobox', { name: 'What' }).fill(title)
  await press(sheet.getByRole('option', { name: 'is something new' }))
  await press(sheet.getByRole('button', { name: kind, exact: true }))
  await sheet.getByRole('textbox', { name: 'Why' }).fill(why)
  await sheet.getByRole('radio', { name: 'None' }).check({ force: true })
  return sheet
}

/** Opens the composer from the head of a wide page, or from the bar at the foot of a phone. */
export async function startWriting(page: Page): Promise<void> {
  const frame = page.getByRole('banner').or(page.getByRole('navigation', { name: 'Sections' }))
  await press(frame.getByRole('button', { name: 'Recommend' }))
}

/** A red square, as it is chosen from a device. */
export const PICTURE = {
  name: 'door.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
    'base64',
  ),
}

/** Presses a button with the keyboard alone, once it can be: a key on a disabled one goes nowhere. */
export async function pressByKey(button: Locator): Promise<void> {
  await expect(button).toBeEnabled()
  await button.focus()
  await button.press('Enter')
}

/** Signs out on the settings page, once nothing is on its way: it would be refused. */
export async function signOut(page: Page): Promise<void> {
  await page.goto('/settings', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
}
