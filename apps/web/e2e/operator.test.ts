import type { Page } from '@playwright/test'
import { barriersOn } from './barriers.ts'
import { type House, startHouse } from './house.ts'
import { join, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

let house: House

test.beforeAll(async () => {
  house = await startHouse()
})

test.afterAll(() => house.close())

async function report(page: Page, reason: string, words: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Report it' }).click()
  const sheet = page.getByRole('dialog', { name: 'Report this recommendation' })
  await sheet.getByRole('button', { name: 'Report it' }).click()
  await expect(sheet.getByText('Please choose one.')).toBeVisible()
  await sheet.getByRole('radio', { name: reason }).check({ force: true })
  await sheet.getByRole('textbox', { name: 'In your words' }).fill(words)
  await sheet.getByRole('button', { name: 'Report it' }).click()
  await expect(page.getByText('Reported. You will get an answer.')).toBeVisible()
}

test('a report is opened with a reason, decided with reasons, told to both, and objected to once', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const visitHouse = () => visit(house.way)
  const [op, paul, rosa] = [
    await house.open(await visitHouse(), 'Olga'),
    await join(await visitHouse(), 'Paul'),
    await join(await visitHouse(), 'Rosa'),
  ]
  await tie(paul, rosa)
  const { post } = await recommend(rosa, 'Hable the roofer')

  await paul.page.goto(`/recommendations/${post}`)
  await report(paul.page, 'A false statement of interest', 'He is her brother.')

  await op.page.goto('/operator')
  const found = op.page.getByRole('article', { name: 'A recommendation' })
  await expect(found.getByText('He is her brother.')).toBeVisible()
  await expect(found.getByText('Hable')).toHaveCount(0)
  await found.getByRole('button', { name: 'Open it with a reason' }).click()
  await op.page.getByRole('textbox', { name: 'Why do you open it?' }).fill('To see what it says.')
  await op.page.getByRole('button', { name: 'Open it', exact: true }).click()
  await expect(found.getByText('Hable the roofer', { exact: true })).toBeVisible()

  expect(await barriersOn(op.page)).toEqual([])

  await found.getByRole('button', { name: 'Decide' }).click()
  const sheet = op.page.getByRole('dialog', { name: 'Decide' })
  await sheet.getByRole('radio', { name: 'It is removed' }).check({ force: true })
  await sheet.getByRole('textbox', { name: 'Your reasons' }).fill('He said so himself.')
  await sheet.getByRole('button', { name: 'Decide it so' }).click()
  await expect(op.page.getByText('Nothing waits for you.')).toBeVisible()

  await paul.page.goto('/notifications')
  await paul.page.getByRole('main').getByRole('link', { name: 'Reports' }).click()
  await expect(paul.page.getByText('It was removed.')).toBeVisible()
  await expect(paul.page.getByText('He said so himself.')).toBeVisible()
  await expect(paul.page.getByRole('button', { name: 'I do not agree' })).toHaveCount(0)

  await rosa.page.goto('/notifications')
  await rosa.page.getByRole('main').getByRole('link', { name: 'Reports' }).click()
  const mine = rosa.page.getByRole('article', { name: 'A recommendation' })
  await expect(mine.getByText('To see what it says.')).toBeVisible()
  await expect(mine.getByText('He said so himself.')).toBeVisible()
  await expect(mine.getByText('He is her brother.')).toHaveCount(0)
  expect(await barriersOn(rosa.page)).toEqual([])
  await mine.getByRole('button', { name: 'I do not agree' }).click()
  await rosa.page.getByRole('textbox', { name: 'What should be looked at again?' }).fill('He is not.')
  await rosa.page.getByRole('button', { name: 'Send it' }).click()
  await expect(mine.getByText('It is looked at once more.')).toBeVisible()
  await expect(mine.getByRole('button', { name: 'I do not agree' })).toHaveCount(0)

  await op.page.goto('/operator')
  await expect(found.getByText('He is not.')).toBeVisible()
  await paul.page.goto('/operator')
  await expect(paul.page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible()
})

test('whoever has no account objects, confirms by mail, and reads the answer there', async ({ visit }) => {
  const page = await visit(house.way)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Is something said about you here' }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Carla Moser')
  await page.getByRole('textbox', { name: 'Under which words' }).fill('Carla Moser, Linz')
  await page.getByRole('textbox', { name: 'What should be different' }).fill('I do not clean any more.')
  await page.getByRole('textbox', { name: 'Your e-mail address' }).fill('carla@example.org')
  await page.getByRole('button', { name: 'Send the objection' }).click()
  await expect(page.getByText('A letter with a link is on its way')).toBeVisible()
  await expect(async () => page.goto(await house.linkFor('carla@example.org'))).toPass()
  const confirm = page.getByRole('button', { name: 'Yes, I object' })
  await expect(confirm).toBeVisible()
  expect(await barriersOn(page)).toEqual([])
  await confirm.click()
  await expect(page.getByText('Your objection is with whoever runs this Kith.')).toBeVisible()
})
