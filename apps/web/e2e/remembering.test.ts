import { ask } from './asking.ts'
import { card, openFeed } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('what one wants to find again is kept with its reason, and forgotten, and either is undone', async ({
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
  const [kept, free] = ['Remembered', 'Remember'].map((name) =>
    roofer.getByRole('button', { name, exact: true }),
  )
  if (!kept || !free) throw new Error('expected both verbs')
  await free.click()
  await expect(kept).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(free).toBeVisible()

  await page.keyboard.press('j')
  await expect(roofer).toBeFocused()
  await page.keyboard.press('s')
  await expect(kept).toBeVisible()
  await page.getByRole('button', { name: 'Say why' }).click()
  const sheet = page.getByRole('dialog', { name: 'Why do you remember it?' })
  await sheet.getByRole('textbox', { name: 'Reason' }).fill('Before the winter')
  await page.keyboard.press('Enter')
  await expect(sheet).toHaveCount(0)

  await page.getByRole('link', { name: 'Remembered' }).first().click()
  await expect(roofer.getByText('Before the winter')).toBeVisible()
  await kept.click()
  await expect(roofer).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(roofer.getByText('Before the winter')).toBeVisible()

  // What reaches her no longer is not listed any more, and nothing tells of it.
  await ask(ada.page, 'POST', '/api/blocks', { person: ben.me.id })
  await expect(page.getByText('Nothing remembered yet')).toBeVisible()
})

test('some time after a contact was opened one is asked whether it helped, and may put it off', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const { page, me } = await join(await visit(), 'Ben')
  await tie(ada, { page, me })
  const title = `Roofer ${uniqueWord()}`
  const voice = await recommend(ada, title)
  await ask(ada.page, 'PATCH', `/api/recommendations/${voice.post}`, {
    words: { ...voice.words, contact: '0664 1234567' },
  })

  await page.goto(`/subjects/${voice.subject.id}`)
  await expect(page.getByText('0664 1234567')).toHaveCount(0)
  const opened = page.waitForResponse(/contact-opened$/)
  await page.getByRole('button', { name: 'Show the contact' }).click()
  await expect(page.getByText('0664 1234567')).toBeFocused()
  expect((await opened).status()).toBe(204)

  // Sixty days later, as the server will answer then.
  await page.route('**/api/me/outcome-questions', (route) =>
    route.fulfill({ json: { questions: [{ voice, because: 'contact' }] } }),
  )
  await openFeed(page)
  const question = page.getByRole('heading', { name: `${title}: did it help?` })
  await expect(question).toBeVisible()
  await page.getByRole('button', { name: 'Not yet' }).click()
  await expect(question).toHaveCount(0)
  // It stays so as long as nobody knows of the answer, whatever is fetched again meanwhile.
  const again = page.waitForResponse(/outcome-questions$/)
  await recommend(ada, `Roofer ${uniqueWord()}`)
  await (await again).finished()
  await expect(question).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(question).toBeVisible()
  await page.clock.install()
  await page.goto('/remembered')
  await page.getByRole('button', { name: 'Don’t ask' }).click()
  await expect(question).toHaveCount(0)
  const answered = page.waitForRequest(/outcome-question$/)
  await page.clock.fastForward(11_000)
  expect((await answered).postDataJSON()).toEqual({ answer: 'dontAsk' })
})
