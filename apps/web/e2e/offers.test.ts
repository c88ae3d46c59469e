import { openFeed } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('a tie’s offers are heard after a yes, and an offer opens as a page of its own', async ({ visit }) => {
  const gudrun = await join(await visit(), 'Gudrun')
  const ben = await join(await visit(), 'Ben')
  await tie(gudrun, ben)
  const title = `Kitchens by ${uniqueWord()}`
  const { words } = await recommend(gudrun, title, {
    interest: 'paid',
    onward: 0,
    words: { interestWords: 'It is my own firm.' },
  })

  const { page } = ben
  await openFeed(page)
  await expect(page.getByText('Gudrun also sells. Hear Gudrun’s offers?')).toBeVisible()
  await page.getByRole('button', { name: 'Yes' }).click()
  await page.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(/\/recommendations\//)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect(page.getByText(words.why ?? '')).toBeVisible()
})
