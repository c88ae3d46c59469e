import { join, PASSWORD, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('whoever leaves is gone for others at once, and cannot come back in', async ({ visit, complaints }) => {
  complaints.allow(/status of 40[13]/)
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  await tie(ada, ben)
  const title = `Roofer ${uniqueWord()}`
  await recommend(ada, title)
  await ben.page.goto('/')
  await expect(ben.page.getByRole('heading', { name: title })).toBeVisible()

  const { page, me } = ada
  await page.goto('/settings/data')
  await page.getByRole('button', { name: 'Leave Kith' }).click()
  const sheet = page.getByRole('dialog', { name: 'Leave Kith for good?' })
  await sheet.getByLabel('Your handle').fill('somebody-else')
  await sheet.getByLabel('Your password').fill('not this one')
  await sheet.getByRole('button', { name: 'Leave for good' }).click()
  await expect(sheet.getByText(`That is not your handle. It is ${me.handle}.`)).toBeVisible()
  await sheet.getByLabel('Your handle').fill(me.handle)
  await sheet.getByRole('button', { name: 'Leave for good' }).click()
  await expect(sheet.getByText('That is not your password.')).toBeVisible()
  await sheet.getByLabel('Your password').fill(PASSWORD)
  await sheet.getByRole('button', { name: 'Leave for good' }).click()
  await expect(page.getByText('You have left. Nothing of yours is here any more.')).toBeVisible()

  // Without a touch of the one who had it open.
  await expect(ben.page.getByRole('heading', { name: title })).toBeHidden()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(me.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('E-mail address and password do not belong together.')).toBeVisible()
})
