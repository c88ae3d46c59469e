import type { Entry } from '@kith/contract'
import { expect, test } from './visits.ts'

const CLOSED: Entry = { signUp: 'invite', lookAround: [] }

test('where one gets in by invitation alone it says how, and without a village nobody can look around', async ({
  visit,
}) => {
  const page = await visit()
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Look around as …' })).toBeVisible()
  await page.route('**/api/entry', (route) => route.fulfill({ json: CLOSED }))
  await page.goto('/sign-up')
  await expect(page.getByRole('heading', { name: 'By invitation' })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await page.goto('/sign-in')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Look around as …' })).toHaveCount(0)
})
