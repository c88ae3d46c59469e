import { card, openFeed } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('what somebody says is hidden at once and heard again by undo or from the settings; less of one kind is asked for and undone', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  await tie(ada, ben)
  const title = `Roofer ${uniqueWord()}`
  await recommend(ada, title)

  const { page } = ben
  await openFeed(page)
  const roofer = card(page, title)
  const hide = async () => {
    await roofer.getByRole('button', { name: /^Ada/ }).click()
    const sheet = page.getByRole('dialog', { name: 'How this reached you' })
    await sheet.getByRole('button', { name: 'Hide all that Ada says' }).click()
    await expect(sheet).toHaveCount(0)
    await expect(roofer).toHaveCount(0)
  }
  await hide()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(roofer).toBeVisible()
  await hide()

  await page.goto('/settings/people')
  await page.getByRole('button', { name: 'Hear it again' }).click()
  await expect(page.getByText('You hear everybody who reaches you.')).toBeVisible()
  await openFeed(page)
  await expect(roofer).toBeVisible()

  await test.step('less of one kind', async () => {
    const less = async () => {
      await roofer.getByRole('button', { name: /^Ada/ }).click()
      await page.getByRole('button', { name: 'Less of this kind from Ada: Craftsman' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await less()
    await page.getByRole('button', { name: 'Undo' }).click()
    await less()
    await page.goto(`/people/${ada.me.handle}`)
    await page.getByRole('button', { name: 'See what moved' }).click()
    const moves = page.getByRole('dialog', { name: 'What moved' })
    await expect(moves.getByText('You want less of this kind: Craftsman')).toHaveCount(2)
    await expect(moves.getByText('Taken back: it counts for nothing')).toHaveCount(1)
  })
})
