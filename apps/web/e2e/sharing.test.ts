import { join } from './people.ts'
import { expect, test } from './visits.ts'

test('what another app shares is in the composer, and a draft is asked about before it goes', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Paul')
  const link = 'https://films.test/perfect-days'
  const preview = { link, site: 'films.test', title: null, description: null, kind: 'film', place: null }
  await page.route('**/api/link-preview', (route) =>
    route.fulfill({ json: { ...preview, creator: 'Wim Wenders', year: 2023 } }),
  )
  const sheet = page.getByRole('dialog', { name: 'What do you recommend, and why?' })
  const what = sheet.getByRole('combobox', { name: 'What' })
  const shared = new URLSearchParams({ title: 'Perfect Days', text: `Look at this: ${link}` })
  await page.goto(`/share?${shared}`)
  await expect(what).toHaveValue('Perfect Days')
  await expect(sheet.getByText('Filled in from films.test.')).toBeVisible()
  await expect(sheet.getByRole('textbox', { name: 'Link' })).toHaveValue(link)

  await page.goto(`/share?${new URLSearchParams({ text: 'Guesthouse Lerch' })}`)
  await expect(what).toHaveValue('Perfect Days')
  await sheet.getByRole('button', { name: 'Go on with the draft' }).click()
  await expect(what).toHaveValue('Perfect Days')

  await page.goto(`/share?${new URLSearchParams({ text: 'Guesthouse Lerch' })}`)
  await sheet.getByRole('button', { name: 'Begin with what I shared' }).click()
  await expect(what).toHaveValue('Guesthouse Lerch')
  await expect(sheet.getByRole('option', { name: 'is something new' })).toBeVisible()
})

test('what is shared before signing in is there afterwards', async ({ visit }) => {
  const page = await visit()
  await page.goto(`/share?${new URLSearchParams({ text: '1984' })}`)
  await page
    .getByRole('heading', { name: 'Look around as …' })
    .locator('..')
    .getByRole('button')
    .first()
    .click()
  await expect(page.getByRole('combobox', { name: 'What' })).toHaveValue('1984')
})
