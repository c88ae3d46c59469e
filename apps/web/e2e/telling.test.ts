import { pressByKey } from './doing.ts'
import { join } from './people.ts'
import { expect, test } from './visits.ts'

test('when mails come is chosen at once and kept, and without mails there is nothing to choose', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Ada')
  await page.goto('/settings/notifications')
  const mails = page.getByRole('switch', { name: 'By mail' })
  const evening = page.getByRole('radio', { name: 'In the evening' })
  await expect(mails).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Once a week' })).toBeChecked()
  const kept = () =>
    page.waitForResponse(
      (answer) => answer.url().endsWith('/api/telling') && answer.request().method() === 'PUT',
    )
  for (const choose of [
    () => evening.click({ force: true }),
    () => page.getByLabel('Quiet from').selectOption({ value: '20' }),
    () => page.getByLabel('until').selectOption({ value: '20' }),
  ]) {
    await Promise.all([kept(), choose()])
  }
  await page.reload()
  await expect(evening).toBeChecked()
  await expect(page.getByText('there are no quiet hours')).toBeVisible()
  await Promise.all([kept(), mails.click({ force: true })])
  await page.reload()
  await expect(mails).not.toBeChecked()
  await expect(evening).toHaveCount(0)
})

test('the address in a mail ends such mails only once one says so, without an account', async ({ visit }) => {
  const page = await visit()
  await page.goto('/unsubscribe/nobody')
  const end = page.getByRole('button', { name: 'End these mails' })
  await expect(end).toBeVisible()
  await pressByKey(end)
  await expect(page.getByText('That is done')).toBeVisible()
})
