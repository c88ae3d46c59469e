import { openFeed } from './doing.ts'
import { join, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

test('single keys lead through the feed, open a card, and do nothing while somebody types; a sheet keeps the focus and gives it back', async ({
  visit,
}) => {
  const [author, { page, me }] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(author, { page, me })
  for (const title of ['First', 'Second', 'Third']) await recommend(author, title)
  await openFeed(page)
  const cards = page.getByRole('feed').getByRole('article')
  await expect(cards).toHaveCount(3)

  await page.keyboard.press('j')
  await expect(cards.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(cards.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(cards.nth(0)).toBeFocused()
  const title = await cards.nth(0).getByRole('heading').innerText()

  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await expect(cards.nth(0)).toBeFocused()

  await page.keyboard.press('n')
  const composer = page.getByRole('dialog', { name: 'What do you recommend, and why?' })
  const what = composer.getByRole('combobox', { name: 'What' })
  await expect(what).toBeFocused()
  await page.keyboard.type('jkon?')
  await expect(what).toHaveValue('jkon?')
  await page.keyboard.press('Escape')
  await expect(composer).toHaveCount(0)
  await expect(cards.nth(0)).toBeFocused()

  await test.step('a sheet keeps the focus inside and gives it back to whatever opened it', async () => {
    const opener = cards.nth(0).getByRole('button', { name: /^Paul/ })
    await opener.focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'How this reached you' })
    await expect(sheet).toBeVisible()
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab')
      expect(await sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
    await expect(opener).toBeFocused()
  })

  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
})

test('Escape closes a sheet that is still on its way, and once only', async ({ visit }) => {
  const { page } = await join(await visit(), 'Rosa')
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(/keys-sheet/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/people')
  await openFeed(page)
  await page.keyboard.press('?')
  await expect(page).toHaveURL('/?sheet=keys')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/')
  release()
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await page.keyboard.press('?')
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(page).toHaveURL('/')
})

test('a recommendation is written and sent without a pointer, and single keys can be turned off', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Paul')
  await openFeed(page)
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('combobox', { name: 'What' })).toBeFocused()
  await page.keyboard.type('Bakery Lux')
  await expect(sheet.getByRole('option', { name: 'is something new' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await tabTo('Shop')
  await page.keyboard.press('Space')
  await expect(sheet.getByRole('button', { name: 'Shop' })).toHaveAttribute('aria-pressed', 'true')
  await tabTo('Why')
  await page.keyboard.type('Bread that is still good on Friday.')
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByText('Please choose one. It stands first on what others read.')).toBeVisible()
  await tabToRadio()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('“Bakery Lux” is on its way.')).toBeVisible()
  await expect(sheet).toHaveCount(0)

  await page.goto('/settings/look')
  await page.getByRole('switch', { name: 'Single keys' }).click()
  await openFeed(page)
  await page.keyboard.press('?')
  await page.keyboard.press('n')
  await expect(sheet).toHaveCount(0)

  async function tabTo(label: string): Promise<void> {
    const wanted = sheet.getByRole('button', { name: label, exact: true }).or(sheet.getByLabel(label).first())
    await tabUntil(() => wanted.first().evaluate((element) => element === document.activeElement))
  }

  async function tabToRadio(): Promise<void> {
    await tabUntil(() => page.evaluate(() => document.activeElement?.getAttribute('type') === 'radio'))
  }

  async function tabUntil(isThere: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses < 60 && !(await isThere()); presses += 1) await page.keyboard.press('Tab')
    expect(await isThere()).toBe(true)
  }
})
