import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('who leaves somebody out is told that he may have read it, and finds it in what was changed', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  const cal = await join(await visit(), 'Cal')
  await tie(ada, ben)
  await tie(ada, cal)
  const { post } = await recommend(ada, `Roofer ${uniqueWord()}`)

  const { page } = ada
  await page.goto(`/recommendations/${post}`)
  await expect(page.getByRole('heading', { name: 'Who can see it now' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Whom you let in and out' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Change the words or who hears it' }).click()
  await page.getByRole('button', { name: 'All your people' }).click()
  const people = page.getByRole('dialog', { name: 'Who hears it' })
  await people.getByRole('textbox', { name: 'Find a person to leave out' }).fill('Ben')
  await people.getByRole('checkbox', { name: 'Ben' }).check()
  await people.getByRole('button', { name: 'That is right' }).click()
  await expect(page.getByText('No longer for: Ben. They may have read it until now.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it so' }).click()

  await expect(page.getByRole('heading', { name: 'Whom you let in and out' })).toBeVisible()
  await expect(page.getByText('No longer for: Ben')).toBeVisible()
  await expect(page.getByText('1 of your people')).toBeVisible()
})
