import type { Page } from '@playwright/test'
import { card, openFeed, signOut, startWriting } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search my network' })

test('a key leads to the search, words find what reaches me and are marked, and the device forgets them at sign-out', async ({
  visit,
}) => {
  const [author, stranger] = [await join(await visit(), 'Paul'), await join(await visit(), 'Sven')]
  const { page, me } = await join(await visit(), 'Rosa')
  await tie(author, { page, me })
  const name = uniqueWord()
  await recommend(author, `Roofers ${name}`)
  await recommend(stranger, `Hidden ${name}`)
  await openFeed(page)

  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('roofer')
  await expect(card(page, `Roofers ${name}`)).toBeVisible()
  await expect(card(page, `Roofers ${name}`).locator('mark').first()).toHaveText('Roofers')
  await expect(page).toHaveURL(/q=roofer/)
  await page.keyboard.press('Enter')

  await field(page).fill(name)
  await expect(page.getByRole('feed').getByRole('article')).toHaveCount(1)
  await expect(page.getByText('1 subject. This is everything that reaches you.')).toBeVisible()
  await field(page).fill('zeppelin')
  await expect(page.getByRole('heading', { name: 'Nothing about “zeppelin”' })).toBeVisible()
  await page.getByRole('link', { name: 'roofer', exact: true }).click()
  await expect(field(page)).toHaveValue('roofer')
  await expect(card(page, `Roofers ${name}`)).toBeVisible()
  await page.getByRole('button', { name: 'Clear the words' }).click()
  await expect(field(page)).toBeFocused()

  const kept = () => page.evaluate(() => localStorage.getItem('kith.searches'))
  expect(await kept()).toContain('roofer')
  await signOut(page)
  await expect.poll(kept).toBeNull()
})

test('a place is picked by keys while recommending, and found from a town nearby', async ({ visit }) => {
  const author = await join(await visit(), 'Paul')
  const { page, me } = await join(await visit(), 'Rosa')
  await tie(author, { page, me })
  await openFeed(author.page)
  await startWriting(author.page)
  const sheet = author.page.getByRole('dialog', { name: 'What do you recommend, and why?' })
  await sheet.getByRole('combobox', { name: 'What' }).fill('The Anchor')
  await sheet.getByRole('option', { name: 'is something new' }).click()
  await sheet.getByRole('button', { name: 'Restaurant', exact: true }).click()
  const where = sheet.getByRole('combobox', { name: 'Where' })
  // The gazetteer is read in after the start; until it is there nothing is offered.
  await expect(async () => {
    await where.fill('')
    await where.fill('gratwe')
    await expect(sheet.getByRole('option', { name: 'Gratwein Austria' })).toBeVisible({ timeout: 500 })
  }).toPass()
  await where.press('Escape')
  await expect(sheet.getByRole('option')).toHaveCount(0)
  await expect(where).toBeFocused()
  await where.fill('gratwei')
  await sheet.getByRole('option', { name: 'Gratwein Austria' }).waitFor()
  await where.press('ArrowDown')
  await where.press('Enter')
  await expect(where).toHaveValue('Gratwein')
  await expect(sheet.getByText('Found by those who look around there.')).toBeVisible()
  await sheet.getByRole('textbox', { name: 'Why' }).fill('Dumplings as they should be.')
  await sheet.getByRole('radio', { name: 'None' }).check({ force: true })
  await sheet
    .getByRole('button', { name: /^Recommend/ })
    .last()
    .click()
  await author.page.getByText('“The Anchor” is on its way.').waitFor()
  await recommend(author, 'Elsewhere')

  await openFeed(page)
  await expect(card(page, 'Elsewhere')).toBeVisible()
  await page.getByRole('button', { name: 'Nearby' }).click()
  const choice = page.getByRole('dialog', { name: 'Near a place' })
  await choice.getByRole('combobox', { name: 'Town or village' }).fill('graz')
  await choice.getByRole('option', { name: 'Graz Austria' }).click()
  await choice.getByRole('button', { name: 'Done' }).click()
  await expect(card(page, 'The Anchor')).toBeVisible()
  await expect(card(page, 'Elsewhere')).toHaveCount(0)

  await page.getByRole('button', { name: 'Within 15 km of Graz' }).click()
  await choice.getByRole('button', { name: '5 km', exact: true }).click()
  await choice.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing fits these filters' })).toBeVisible()
  await page.goto('/people')
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Nothing fits these filters' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(card(page, 'Elsewhere')).toBeVisible()
  await expect(page).not.toHaveURL(/near/)
})
