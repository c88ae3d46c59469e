import { ReadAsk } from '@kith/contract'
import { asking, plainWish } from '@kith/testkit/plain-post'
import { ask } from './asking.ts'
import { askFor } from './asks.ts'
import { write } from './doing.ts'
import { join, read, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('an ask is answered with something new, which its audience hears as well; taken back, it is gone for whoever asked', async ({
  visit,
}) => {
  const [anna, ben] = [await join(await visit(), 'Anna'), await join(await visit(), 'Ben')]
  await tie(anna, ben)
  const [question, title] = [`Who knows a film ${uniqueWord()}?`, `Film ${uniqueWord()}`]
  const { page } = anna
  await page.goto('/asks?sheet=ask')
  await page.getByRole('textbox', { name: 'What are you looking for?' }).fill(question)
  await page.getByRole('button', { name: 'Film' }).click()
  await page.getByRole('button', { name: 'Ask it' }).click()
  await page.getByRole('link', { name: question }).click()

  const helper = ben.page
  await helper.goto('/asks')
  await helper.getByRole('article', { name: question }).getByRole('button', { name: 'Answer' }).click()
  await helper.getByRole('button', { name: 'Recommend something new' }).click()
  const composer = await write(helper, { title, why: 'Because it is long.', kind: 'Film' })
  await expect(composer.getByText(question)).toBeVisible()
  await composer.getByRole('button', { name: /^Recommend/ }).click()

  const answer = page.getByRole('article', { name: `Answer: ${title}` })
  await expect(answer).toContainText('Ben')
  await helper.getByRole('link', { name: question }).click()
  await helper.getByRole('button', { name: title }).click()
  await expect(helper.getByText('Your answer is taken back.')).toBeVisible()
  await expect(answer).toHaveCount(0)
})

test('whoever mostly recommends what is his is told of what somebody else looks for, once, and can switch it off', async ({
  visit,
}) => {
  const [anna, ben] = [await join(await visit(), 'Anna'), await join(await visit(), 'Ben')]
  await tie(anna, ben)
  const words = { interestWords: 'It is my shop.' }
  for (let n = 0; n < 3; n++) await recommend(anna, `Shop ${uniqueWord()}`, { interest: 'connected', words })
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

test('what others ask is filtered by kind, in the address, and its cards are read and answered by keys', async ({
  visit,
}) => {
  const [anna, ben] = [await join(await visit(), 'Anna'), await join(await visit(), 'Ben')]
  await tie(anna, ben)
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
