import { pressByKey } from './doing.ts'
import { circleOf, join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('people are put into a circle by keys, what that opens is said before, and it is undone', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  await tie(ada, ben)
  await tie(ada, await join(await visit(), 'Cal'))
  const title = `Roofer ${uniqueWord()}`
  const { page } = ada
  const family = await circleOf(ada, 'family')
  await recommend(ada, title, {
    audience: { form: 'ties', all: false, circles: [family], singles: [], excepted: [] },
  })
  await page.goto('/circles')
  await page.getByRole('button', { name: /^Family/ }).click()
  await pressByKey(page.getByRole('button', { name: 'Who is in it …' }))
  const sheet = page.getByRole('dialog', { name: 'Who is in Family' })
  await sheet.getByRole('checkbox', { name: 'Ben' }).press('Space')
  await expect(sheet.getByText(`Opens one of your recommendations: ${title}`)).toBeVisible()
  await sheet.getByRole('button', { name: 'Keep it so' }).click()
  await expect(page.getByRole('button', { name: /^Family 1 person/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /^Family nobody yet/ })).toBeVisible()

  await pressByKey(page.getByRole('button', { name: 'Move Family down' }))
  await expect(page.getByRole('button', { name: 'Move Friends up' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Move Family down' })).toBeFocused()
})
