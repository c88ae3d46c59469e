import type { Page } from '@playwright/test'
import { card, openFeed, PICTURE, startWriting, write } from './doing.ts'
import { comment, join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

/** Pastes a text into whatever has the focus. */
async function paste(page: Page, words: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, words)
}

test('two people talk below a recommendation; what could not be sent stays, and what was removed by mistake comes back', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  const [author, rosa] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(author, rosa)
  const { post } = await recommend(author, 'Huber')
  const { page } = rosa
  await page.goto(`/recommendations/${post}`)
  await expect(page.getByText('Nobody has said anything yet.')).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.type('Does he mend chairs?')
  const field = page.getByRole('textbox', { name: 'Say something about it' })
  await page.context().setOffline(true)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Comments' }).getByRole('alert')).toContainText(
    'No connection.',
  )
  await expect(field).toHaveValue('Does he mend chairs?')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  const said = page.getByRole('article', { name: 'Comment by You' })
  await expect(said).toHaveCount(1)
  await expect(said).toContainText('Does he mend chairs?')
  await expect(field).toHaveValue('')

  await author.page.goto(`/recommendations/${post}`)
  const read = author.page.getByRole('article', { name: 'Comment by Rosa' })
  await expect(read).toContainText('Does he mend chairs?')
  await expect(author.page.getByRole('heading', { name: '1 comment' })).toBeVisible()
  await read.getByRole('button', { name: 'Remove the comment by Rosa' }).click()
  await expect(read).toHaveCount(0)
  await author.page.getByRole('button', { name: 'Undo' }).click()
  await expect(read).toBeVisible()

  // Whoever leaves meanwhile has removed it all the same.
  await read.getByRole('button', { name: 'Remove the comment by Rosa' }).click()
  await author.page.goto('/settings')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Nobody has said anything yet.')).toBeVisible({ timeout: 2_000 })
  }).toPass()
})

test('who signs out has done what he could still have undone', async ({ visit }) => {
  const [author, rosa] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(author, rosa)
  const { post } = await recommend(author, 'Huber')
  await comment(rosa, post)
  const { page } = author
  await page.goto(`/recommendations/${post}`)
  await page.getByRole('button', { name: 'Remove the comment by Rosa' }).click()
  await expect(page.getByText('The comment is removed.')).toBeVisible()
  await page.getByRole('link', { name: 'My page, Paul' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await rosa.page.goto(`/recommendations/${post}`)
  await expect(rosa.page.getByText('Nobody has said anything yet.')).toBeVisible()
})

test('a recommendation has a photo, which is seen by whoever hears it, and goes again', async ({ visit }) => {
  const [author, rosa] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(author, rosa)
  const { page } = author
  const title = `Door ${uniqueWord()}`
  await openFeed(page)
  await startWriting(page)
  const sheet = await write(page, { title, why: 'It opens.' })
  await sheet.getByLabel('Photo', { exact: true }).setInputFiles(PICTURE)
  await expect(sheet.getByRole('img', { name: 'The photo you chose' })).toBeVisible()
  await sheet.getByRole('textbox', { name: 'What does it show?' }).fill('A red door')
  const sent = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await sheet.getByRole('button', { name: 'Recommend to 1 person' }).click()
  expect((await sent).status()).toBe(200)

  await openFeed(rosa.page)
  const photo = card(rosa.page, title).getByRole('img', { name: 'A red door' })
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(8)

  await page.goto('/me')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('img', { name: 'A red door' })).toBeVisible()
  await page.getByRole('button', { name: 'Change the words or who hears it' }).click()
  const edit = page.getByRole('dialog', { name: title })
  await edit.getByRole('button', { name: 'Without a photo' }).click()
  await edit.getByRole('button', { name: 'Keep it so' }).click()
  await expect(edit).toHaveCount(0)
  await expect(page.getByRole('img', { name: 'A red door' })).toHaveCount(0)
})

test('a pasted link fills what is empty, can be undone, and never stands in the way', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 422/)
  const { page } = await join(await visit(), 'Paul')
  await openFeed(page)
  await startWriting(page)
  const sheet = page.getByRole('dialog', { name: 'What do you recommend, and why?' })
  const what = sheet.getByRole('combobox', { name: 'What' })
  await what.focus()
  // An address inside our own net: refused by the server.
  await paste(page, 'http://127.0.0.1/')
  await expect(page.getByText('We could not read that page.')).toBeVisible()
  await expect(what).toHaveValue('')

  const film = { title: 'Perfect Days', kind: 'film', creator: 'Wim Wenders', year: 2023, place: null }
  const preview = { ...film, link: 'https://films.test/pd', site: 'films.test', description: null }
  await page.route('**/api/link-preview', (route) => route.fulfill({ json: preview }))
  await what.focus()
  await paste(page, 'https://films.test/pd?utm_source=x')
  await expect(what).toHaveValue('Perfect Days')
  await expect(sheet.getByRole('button', { name: 'Film', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(sheet.getByRole('textbox', { name: 'By whom' })).toHaveValue('Wim Wenders')
  await sheet.getByRole('button', { name: 'Undo' }).click()
  await expect(what).toHaveValue('')
})
