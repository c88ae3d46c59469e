import { askFor } from '../asks.ts'
import { press, write } from '../doing.ts'
import { acceptAs, inviteOnScreen } from '../inviting.ts'
import { join, recommend, uniqueWord } from '../people.ts'
import { expect, test } from '../visits.ts'

const FILMS = ['Date,Name,Year,Letterboxd URI', '2020-01-01,"Paterson",2016,https://boxd.it/p']

test('the first day: an invitation, what somebody one knows is looking for, a note, a file, and a person of one’s own', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const question = `Who knows a walk for a pram ${uniqueWord()}?`
  await askFor(ada, question)
  const link = await inviteOnScreen(ada.page, { note: 'It is more fun with you here.' })

  const page = await visit()
  await test.step('Berta reads the invitation without an account, and accepts it', async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'Ada invites you' })).toBeVisible()
    await expect(page.getByText('It is more fun with you here.')).toBeVisible()
    await acceptAs(page, 'Berta')
  })

  const quiet = page.getByRole('heading', { name: 'Quiet here, and rightly so.' })
  const asked = page.getByRole('article', { name: question })
  await test.step('nothing is there but what Ada looks for, and Berta knows something', async () => {
    await expect(quiet).toBeVisible()
    await expect(page.getByText('So far one ask has come, which stands below.')).toBeVisible()
    await press(asked.getByRole('button', { name: 'Answer' }))
    await press(page.getByRole('button', { name: 'Recommend something new' }))
    const sheet = await write(page, { title: 'Round the pond', why: 'Flat, and ducks.', kind: 'Place' })
    await press(sheet.getByRole('button', { name: /^Recommend/ }))
    await expect(asked.getByText('You answered')).toBeVisible()
    await ada.page.goto('/asks')
    await press(ada.page.getByRole('link', { name: question }))
    await expect(ada.page.getByRole('article', { name: 'Answer: Round the pond' })).toContainText('Berta')
  })

  await test.step('she writes something down for herself alone', async () => {
    await press(page.getByRole('button', { name: 'Open the notebook' }))
    const sheet = page.getByRole('dialog', { name: 'What do you want to keep?' })
    await sheet.getByRole('combobox', { name: 'What' }).fill('The baker at the corner')
    await press(sheet.getByRole('option', { name: 'is something new' }))
    await press(sheet.getByRole('button', { name: 'Shop', exact: true }))
    await expect(sheet.getByText('It stays in your notebook.')).toBeVisible()
    await press(sheet.getByRole('button', { name: 'Keep in the notebook' }))
    await expect(sheet).toBeHidden()
  })

  await test.step('she brings what she has elsewhere', async () => {
    await press(page.getByRole('link', { name: 'Choose a file' }))
    const buffer = Buffer.from(FILMS.join('\n'))
    await page
      .getByLabel('A file of Letterboxd or Goodreads')
      .setInputFiles({ name: 'watched.csv', mimeType: 'text/csv', buffer })
    await press(page.getByRole('button', { name: 'Bring 1 thing' }))
    await press(page.getByRole('link', { name: 'Open the notebook' }))
    await expect(page.getByText('Paterson')).toBeVisible()
    await expect(page.getByText('The baker at the corner')).toBeVisible()
  })

  await test.step('she invites somebody herself', async () => {
    await page.goto('/')
    await press(page.getByRole('button', { name: 'Write an invitation' }))
    const sheet = page.getByRole('dialog')
    await press(sheet.getByRole('button', { name: 'Make the link' }))
    await expect(sheet.getByRole('textbox', { name: 'Link' })).toHaveValue(/\/invitation\//)
    await page.keyboard.press('Escape')
  })

  await test.step('whatever comes next makes it a feed', async () => {
    await recommend(ada, `Roofer ${uniqueWord()}`)
    await page.goto('/')
    await expect(page.getByRole('feed').getByRole('link', { name: question })).toBeVisible()
    await expect(quiet).toHaveCount(0)
  })
})
