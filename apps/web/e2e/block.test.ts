import { join, tie } from './people.ts'
import { expect, test } from './visits.ts'

test('a block waits ten seconds for its undo, or none where one says so, and then neither finds the other', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 404/)
  const [ada, cal] = [await join(await visit(), 'Ada'), await join(await visit(), 'Cal')]
  await tie(ada, cal)
  const { page } = ada
  await page.goto(`/people/${cal.me.handle}`)
  const block = async () => {
    await page.getByRole('main').getByRole('button', { name: 'Block Cal' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Block Cal' }).click()
  }
  await block()
  await page.getByRole('button', { name: 'Undo' }).click()
  await block()
  const blocked = page.waitForResponse((answer) => answer.url().endsWith('/api/blocks'))
  await page.getByRole('button', { name: 'Now', exact: true }).click()
  expect((await blocked).ok()).toBe(true)
  await expect(page).toHaveURL(/\/people$/)
  for (const [one, other] of [
    [ada, cal],
    [cal, ada],
  ] as const) {
    await one.page.goto(`/people/${other.me.handle}`)
    await expect(one.page.getByText('Nothing is here')).toBeVisible()
  }
})
