import { ReadAsk } from '@kith/contract'
import { asking, plainWish } from '@kith/testkit/plain-post'
import { ask } from './asking.ts'
import { askFor } from './asks.ts'
import { join, read, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('what others ask is filtered and answered by keys, and whoever mostly recommends what is his is told of it once', async ({
  visit,
}) => {
  const [anna, ben] = [await join(await visit(), 'Anna'), await join(await visit(), 'Ben')]
  await tie(anna, ben)

  await test.step('by kind, in the address; its cards are read and answered by keys', async () => {
    const [first, second] = [`Who mends stairs ${uniqueWord()}?`, `Who mends doors ${uniqueWord()}?`]
    await askFor(anna, first)
    await askFor(anna, second)
    const { page } = ben
    await page.goto('/asks')
    await expect(page.getByRole('article')).toHaveCount(2)
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await expect(page.getByRole('dialog')).toContainText('Only whoever asks sees that you answered')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('article').first()).toBeFocused()
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await expect(page).toHaveURL(/\/asks\/[\w-]+$/)

    await page.goto('/asks')
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Kind' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Film' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Nothing fits these filters' })).toBeVisible()
    await expect(page).toHaveURL(/kinds=/)
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await expect(page.getByRole('article')).toHaveCount(2)
  })

  await test.step('who recommends what is hers is told what Ben looks for, and can switch it off', async () => {
    const words = { interestWords: 'It is my shop.' }
    for (let n = 0; n < 3; n++)
      await recommend(anna, `Shop ${uniqueWord()}`, { interest: 'connected', words })
    const question = `Who knows a cobbler ${uniqueWord()}?`
    const wish = plainWish('craftsman', question)
    await read(ReadAsk, await ask(ben.page, 'POST', '/api/asks', asking({ wish })))

    const { page } = anna
    await page.goto('/asks?sheet=recommend')
    const composer = page.getByRole('dialog')
    await expect(composer.getByText('Perhaps you know.')).toContainText('Ben asks')
    await composer.getByRole('button', { name: question }).click()
    await expect(page.getByRole('dialog', { name: question })).toBeVisible()
    await page.goto('/asks?sheet=recommend')
    await composer.getByRole('button', { name: 'No such lines any more' }).click()
    await expect(composer.getByText('You are not reminded any more.')).toBeVisible()
    await expect(composer.getByText('Perhaps you know.')).toHaveCount(0)
    await composer.getByRole('button', { name: 'Undo' }).click()
    await expect(composer.getByText('Perhaps you know.')).toBeVisible()
  })
})
