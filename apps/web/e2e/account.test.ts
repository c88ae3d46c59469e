import { PICTURE } from './doing.ts'
import { join, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('a new handle says what becomes of the old one, which leads nowhere for others and can be taken back', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  await tie(ada, ben)
  const old = ada.me.handle
  const handle = `ada-${uniqueWord()}`
  const { page } = ada
  await page.goto('/settings')
  const field = page.getByRole('textbox', { name: 'Handle' })
  await field.fill(handle)
  await expect(page.getByText(`Links to @${old} lead nowhere then.`)).toBeVisible()
  await page.getByRole('button', { name: 'Keep it so' }).click()
  await expect(page.getByText('Kept.')).toBeVisible()
  await ben.page.goto(`/people/${old}`)
  await expect(
    ben.page.getByText('There is nothing at this address, or nothing that you may see.'),
  ).toBeVisible()
  await ben.page.goto(`/people/${handle}`)
  await expect(ben.page.getByRole('heading', { name: 'Ada' })).toBeVisible()
  await field.fill(old)
  const keep = page.getByRole('button', { name: 'Keep it so' })
  await keep.click()
  await expect(keep).toHaveCount(0)
  await ben.page.goto(`/people/${old}`)
  await expect(ben.page.getByRole('heading', { name: 'Ada' })).toBeVisible()
})

test('the time zone is found by typing, and this device’s own is one tap away', async ({ visit }) => {
  const { page } = await join(await visit(), 'Ada')
  await page.goto('/settings')
  await expect(page.getByText('This device goes by Vienna.')).toBeVisible()
  const field = page.getByRole('combobox', { name: 'Time zone' })
  await field.fill('auck')
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue('Auckland')
  await page.reload()
  await expect(field).toHaveValue('Auckland')
  await page.getByRole('button', { name: 'Take that' }).click()
  await expect(field).toHaveValue('Vienna')
  await expect(page.getByText('This device goes by')).toHaveCount(0)
})

test('a photo fills the disc for whoever has a tie, and goes once it is removed for good', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  await tie(ada, ben)
  const { page } = ada
  await page.goto('/settings')
  await page.getByLabel('Your photo').setInputFiles(PICTURE)
  const mine = page.getByRole('main').locator('svg image')
  await expect(mine).toHaveCount(1)
  const seen = ben.page.waitForResponse((answer) => answer.url().includes(`/people/${ada.me.handle}/photo`))
  await ben.page.goto('/people')
  expect((await seen).status()).toBe(200)
  await page.getByRole('button', { name: 'Without a photo' }).click()
  await expect(mine).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(mine).toHaveCount(1)
  await page.getByRole('button', { name: 'Without a photo' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Add a photo' })).toBeVisible()
  await expect(mine).toHaveCount(0)
})
