import { card, openFeed } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('what let me down is said to nobody, moves my own side, and is taken back there', async ({ visit }) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const title = `Roofer ${uniqueWord()}`
  const { post } = await recommend(ada, title)

  const { page } = ben
  await openFeed(page)
  await card(page, title).getByRole('button', { name: /^Ada/ }).click()
  await page.getByRole('button', { name: 'Say how it went' }).click()
  const sheet = page.getByRole('dialog', { name: 'How did it go?' })
  await sheet.getByRole('button', { name: 'It helped' }).click()
  await expect(sheet).toHaveCount(0)
  await page.goto(`/recommendations/${post}`)
  const part = page.getByRole('region', { name: 'How did it go?' })
  await expect(part.getByText('Counts more with you since: Ada.')).toBeVisible()
  await part.getByRole('button', { name: 'Take it back' }).click()
  await expect(part.getByText('Nobody is told.')).toBeVisible()
  await part.getByRole('button', { name: 'It helped' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(part.getByText('Nobody is told.')).toBeVisible()

  await part.getByRole('button', { name: 'It let me down' }).click()
  await expect(part.getByText('Counts less with you since: Ada.')).toBeVisible()
  await part.getByRole('textbox', { name: 'A sentence to whoever recommended it' }).fill('It still rains in.')
  await part.getByRole('button', { name: 'Send it back' }).click()
  await expect(part.getByText('“It still rains in.”')).toBeVisible()

  await ada.page.goto(`/recommendations/${post}`)
  const heard = ada.page.getByRole('region', { name: 'It let somebody down' })
  await expect(heard).toContainText('Ben')
  await expect(heard).toContainText('It still rains in.')

  await page.goto(`/people/${ada.me.handle}`)
  await page.getByRole('button', { name: 'See what moved' }).click()
  const moves = page.getByRole('dialog', { name: 'What moved' })
  await expect(moves.getByText('Counts much less with you')).toBeVisible()
  await moves.getByRole('button', { name: `Take back: It let you down: ${title}` }).click()
  await expect(moves.getByText('Taken back: it counts for nothing')).toBeVisible()
  await moves.getByRole('button', { name: `Let it count again: It let you down: ${title}` }).click()
  await expect(moves.getByText('Counts much less with you')).toBeVisible()
  await moves.getByRole('button', { name: `We talked about it: It let you down: ${title}` }).click()
  await expect(moves.getByText('You two talked about it: it counts for nothing')).toBeVisible()
})
