import { askFor } from './asks.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('on the first day one ask that has reached one stands below what there is to do; whatever else comes makes it a feed', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  const quiet = ada.page.getByRole('heading', { name: 'Quiet here, and rightly so.' })
  await ada.page.goto('/')
  await expect(quiet).toBeVisible()

  await tie(ada, ben)
  const question = `Who knows a walk for a pram ${uniqueWord()}?`
  await askFor(ben, question)
  await ada.page.reload()
  await expect(quiet).toBeVisible()
  await expect(ada.page.getByText('So far one ask has come, which stands below.')).toBeVisible()
  await expect(ada.page.getByRole('article', { name: question })).toBeVisible()

  await recommend(ben, `Roofer ${uniqueWord()}`)
  await ada.page.goto('/')
  await expect(ada.page.getByRole('feed').getByRole('link', { name: question })).toBeVisible()
  await expect(quiet).toHaveCount(0)
})
