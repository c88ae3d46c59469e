import { openFeed } from './doing.ts'
import { comment, join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('the bell lights up by itself, and its page says what is new until one leaves it', async ({ visit }) => {
  const ada = await join(await visit(), 'Ada')
  const ben = await join(await visit(), 'Ben')
  await tie(ada, ben)
  const title = `Roofer ${uniqueWord()}`
  const { post } = await recommend(ada, title)

  const { page } = ada
  await openFeed(page)
  const bell = page.getByRole('link', { name: 'Notifications', exact: true })
  const lit = page.getByRole('link', { name: 'Notifications, 1 new' })
  await expect(bell).toBeVisible()
  await comment(ben, post)
  await expect(lit).toBeVisible()

  await lit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible()
  await expect(page.getByText('Ben commented on your recommendation.')).toBeVisible()
  await expect(bell).toBeVisible()
  const entry = page.getByRole('main').getByRole('link', { name: title })
  await expect(entry).toHaveAccessibleName(`New: ${title}`)

  await entry.click()
  await expect(page.getByRole('heading', { name: '1 comment' })).toBeVisible()
  await page.goto('/notifications')
  await expect(entry).toHaveAccessibleName(title)
})
