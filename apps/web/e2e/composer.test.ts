import { OwnRecommendations, Ties } from '@kith/contract'
import type { Page, Route } from '@playwright/test'
import { ask } from './asking.ts'
import { PICTURE, signOut, startWriting, write } from './doing.ts'
import type { Visit } from './hosted.ts'
import { join, lookAround, read, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

const WHY = 'She found the leak that three others had not found.'

test('what is missing is said in a sentence, an audience of nobody too, and an interest is chosen by nobody else', async ({
  visit,
}) => {
  const page = await openAdas(visit)
  await page.goto('/')
  await startWriting(page)
  const sheet = page.getByRole('dialog', { name: 'What do you recommend, and why?' })
  await sheet.getByRole('combobox', { name: 'What' }).fill('Plumber Roth')
  await page.keyboard.press('Enter')
  const interest = sheet.getByRole('group', { name: 'Do you have an interest of your own in it?' })
  await expect(interest.getByRole('radio')).toHaveCount(3)
  await expect(interest.getByRole('radio', { checked: true })).toHaveCount(0)

  await sheet.getByRole('button', { name: 'All your people' }).click()
  const people = page.getByRole('dialog', { name: 'Who hears it' })
  await people.getByRole('button', { name: 'Nobody but you' }).click()
  await people.getByRole('button', { name: 'Some of your people' }).click()
  await people.getByRole('button', { name: 'That is right' }).click()
  await expect(sheet.getByRole('button', { name: 'Nobody yet' })).toBeFocused()

  await page.keyboard.press('Control+Enter')
  for (const words of [
    'Please choose what it is.',
    'One sentence, please: without a why it helps nobody.',
    'Choose at least one circle or one person.',
    'Please choose one. It stands first on what others read.',
  ]) {
    await expect(sheet.getByText(words)).toBeVisible()
  }
  const { recommendations } = await read(OwnRecommendations, await ask(page, 'GET', '/api/recommendations'))
  expect(recommendations).toEqual([])
})

test('the preview names everybody who hears it now, and says about how many through them', async ({
  visit,
}) => {
  const johanna = await lookAround(await visit(), 'johanna')
  const { page } = johanna
  const { ties } = await read(Ties, await ask(page, 'GET', '/api/ties'))
  await page.goto('/')
  await startWriting(page)
  const sheet = await write(page, { title: `Plumber ${uniqueWord()}`, why: WHY })
  await expect(sheet.getByText(`${ties.length} people now`)).toBeVisible()
  await expect(sheet.getByText(/^\d+ people now, about \d+0 through them$/)).toBeVisible()
  await sheet.getByRole('button', { name: 'more by name' }).click()
  for (const { person } of ties) await expect(sheet.getByText(person.name)).toBeVisible()
})

test('Ctrl and Enter send it, for ten seconds it can be taken back into the draft, and then it stays', async ({
  visit,
}) => {
  const page = await openAdas(visit)
  const title = `Plumber ${uniqueWord()}`
  await page.clock.install()
  await page.goto('/me')
  await startWriting(page)
  const sheet = await write(page, { title, why: WHY })
  await sheet.getByLabel('Photo', { exact: true }).setInputFiles(PICTURE)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`“${title}” is on its way.`)).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveValue(WHY)
  await expect(sheet.getByText('Your photo was not kept with the draft.')).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  await page.clock.fastForward(11_000)
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await startWriting(page)
  await expect(sheet.getByRole('combobox', { name: 'What' })).toHaveValue('')
})

test('what is taken back while its photo is still on its way takes the photo back too', async ({ visit }) => {
  const page = await openAdas(visit)
  await page.route('**/photo', () => undefined)
  await page.goto('/me')
  await startWriting(page)
  const sheet = await write(page, { title: `Plumber ${uniqueWord()}`, why: WHY })
  await sheet.getByLabel('Photo', { exact: true }).setInputFiles(PICTURE)
  const sent = page.waitForRequest('**/photo')
  await page.keyboard.press('Control+Enter')
  const stopped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/photo'))
  await sent
  await page.getByRole('button', { name: 'Undo' }).click()
  await stopped
  await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveValue(WHY)
  await expect(page.getByText('Something went wrong')).toHaveCount(0)
})

test('closed before the answer came, what was sent is no draft any more, and what was refused says so and is one still', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 503/)
  const page = await openAdas(visit)
  await page.goto('/me')
  const sent = await sendAndClose(page, (route) => route.continue())
  await expect(page.getByText(`“${sent.title}” is on its way.`)).toBeVisible()
  await startWriting(page)
  await expect(sent.sheet.getByRole('combobox', { name: 'What' })).toHaveValue('')
  await page.keyboard.press('Escape')

  const { title, sheet } = await sendAndClose(page, (route) => route.fulfill({ status: 503 }))
  await expect(page.getByText(`“${title}” was not sent.`)).toBeVisible()
  await page.getByRole('button', { name: 'Open the draft' }).click()
  await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveValue(WHY)
})

test('a draft survives closing and reloading, without its photo, and is gone from the device with whoever signs out', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Ada')
  await page.goto('/')
  await startWriting(page)
  const sheet = await write(page, { title: 'Plumber Roth', why: WHY })
  await expect(sheet.getByText('Draft kept on this device')).toBeVisible()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await expect(sheet).toHaveCount(0)
  await startWriting(page)
  await expect(sheet.getByRole('combobox', { name: 'What' })).toHaveValue('Plumber Roth')
  const lost = sheet.getByText('Your photo was not kept with the draft. Please choose it again.')
  const photo = sheet.getByLabel('Photo', { exact: true })
  await photo.setInputFiles(PICTURE)
  await expect(sheet.getByRole('img', { name: 'The photo you chose' })).toBeVisible()
  await expect(lost).toHaveCount(0)
  await page.reload()
  await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveValue(WHY)
  await expect(sheet.getByRole('radio', { name: 'None' })).toBeChecked()
  await expect(lost).toBeVisible()
  await photo.setInputFiles({ ...PICTURE, name: 'door.heic', mimeType: 'image/heic' })
  await expect(sheet.getByText('HEIC does not')).toBeVisible()
  await photo.setInputFiles(PICTURE)
  await expect(lost.or(sheet.getByText('HEIC does not'))).toHaveCount(0)

  // Without a live connection, which would tell as well that the session is over.
  await page.routeWebSocket('**/api/live', () => undefined)
  await signOut(page)
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Plumber Roth')
})

/** A page of Ada’s, whom Ben has a tie with. */
async function openAdas(visit: Visit): Promise<Page> {
  const ada = await join(await visit(), 'Ada')
  await tie(ada, await join(await visit(), 'Ben'))
  return ada.page
}

/** Sends a recommendation and closes the composer before it is answered. */
async function sendAndClose(page: Page, answer: (route: Route) => Promise<void>) {
  const title = `Plumber ${uniqueWord()}`
  const held = Promise.withResolvers<void>()
  await page.route('**/api/recommendations', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await held.promise
    await answer(route)
  })
  await startWriting(page)
  const sheet = await write(page, { title, why: WHY })
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  held.resolve()
  return { title, sheet }
}
