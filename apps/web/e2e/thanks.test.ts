import { card, openFeed } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('thanks are said by a key, undone, given a word, and taken back where they are shown', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  const cal = await join(await visit(), 'Cal')
  await tie(ada, ben)
  await tie(ben, cal)
  const title = `Roofer ${uniqueWord()}`
  await recommend(ada, title)

  const { page } = cal
  await openFeed(page)
  const roofer = card(page, title)
  await page.keyboard.press('j')
  await expect(roofer).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByText('Your thanks go back through Ben.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(roofer.getByRole('button', { name: 'Thank', exact: true })).toBeVisible()

  await roofer.getByRole('button', { name: 'Thank', exact: true }).click()
  await page.getByRole('button', { name: 'Add a word' }).click()
  const sheet = page.getByRole('dialog', { name: 'Your thanks' })
  await sheet.getByRole('textbox', { name: 'A word with it' }).fill('It holds.')
  await sheet.getByRole('button', { name: 'Send it along' }).click()
  await expect(sheet).toHaveCount(0)

  await ada.page.goto('/me')
  await ada.page.getByRole('main').getByRole('link', { name: 'Thanks' }).click()
  await expect(ada.page.getByText('Thanks came back to you through Ben.')).toBeVisible()
  await expect(ada.page.getByText('“It holds.”')).toBeVisible()
  await expect(ada.page.getByText('Cal')).toHaveCount(0)

  // Taken back, they are gone from the page that shows them.
  await roofer.getByRole('button', { name: 'Thanked' }).click()
  await page
    .getByRole('dialog', { name: 'Your thanks' })
    .getByRole('button', { name: 'Take them back' })
    .click()
  await expect(ada.page.getByText('No thanks yet')).toBeVisible()
})
