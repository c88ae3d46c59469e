import { ReadAsk } from '@kith/contract'
import { asking, plainWish } from '@kith/testkit/plain-post'
import { ask } from './asking.ts'
import { join, read, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

const PHONE = { viewport: { width: 390, height: 844 } }

test('whoever asks sends a link, a guest answers on a phone, and takes the answer along on joining; what leads nowhere says so', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 4(04|10)|ERR_FAILED/)
  const anna = await join(await visit(), 'Anna')
  await ask(anna.page, 'PATCH', '/api/me', { name: 'Anna Leitner' })
  const [question, title] = [`Who mends windows ${uniqueWord()}?`, `Joiner ${uniqueWord()}`]
  const wish = { ...plainWish('craftsman', question), words: 'Eight of them.', place: 'Graz' }
  const asked = await read(ReadAsk, await ask(anna.page, 'POST', '/api/asks', asking({ wish })))

  await anna.page.goto(`/asks/${asked.ask.post}`)
  await anna.page.getByRole('button', { name: 'Make a link' }).click()
  const link = await anna.page.getByRole('textbox', { name: 'Link' }).inputValue()
  await anna.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await anna.page.getByRole('button', { name: 'Copy the link' }).click()
  await expect(anna.page.getByText('Copied.')).toBeVisible()
  expect(await anna.page.evaluate(() => navigator.clipboard.readText())).toBe(link)

  const guest = await visit(PHONE)
  await test.step('one that leads nowhere says so; one that cannot be asked for is tried again', async () => {
    await guest.goto(`/ask/${'x'.repeat(43)}`)
    await expect(guest.getByText('This link leads nowhere. Perhaps a piece of it is missing.')).toBeVisible()
    await guest.route('**/api/ask-links/*', (route) => route.abort())
    await guest.goto(link)
    await expect(guest.getByText('No connection. It goes on when you are back.')).toBeVisible()
    await guest.unroute('**/api/ask-links/*')
    await guest.getByRole('button', { name: 'Try again' }).click()
  })

  await test.step('a guest reads the ask and a first name, and answers', async () => {
    await expect(guest.getByRole('heading', { name: 'Anna asks you' })).toBeVisible()
    await expect(guest.getByRole('heading', { name: question })).toBeVisible()
    await expect(guest.getByText('Leitner')).toHaveCount(0)
    const send = guest.getByRole('button', { name: 'Send it to Anna' })
    await send.click()
    await expect(guest.getByText('Please say what or whom.')).toBeVisible()
    await guest.getByRole('textbox', { name: 'What or whom do you recommend?' }).fill(title)
    await guest.getByRole('textbox', { name: 'Why' }).fill('They came when they said they would.')
    await guest.getByRole('radio', { name: 'Paid' }).check({ force: true })
    await send.click()
    await expect(guest.getByText(/people who earn nothing by it/)).toBeVisible()
    await guest.getByRole('radio', { name: 'Connected' }).check({ force: true })
    await guest.getByRole('textbox', { name: 'In which way?' }).fill('My sister works there.')
    await guest.getByRole('textbox', { name: 'Your name' }).fill('Wanda')
    await send.click()
    await expect(guest.getByRole('heading', { name: 'Anna has your answer' })).toBeVisible()
  })

  const { page } = anna
  const answer = page.getByRole('article', { name: `Answer by link: ${title}` })
  await test.step('whoever asks has it at once, and is told', async () => {
    await expect(answer).toContainText('By link, from outside Kith')
    await expect(answer).toContainText('signed “Wanda”')
    await expect(answer).toContainText('My sister works there.')
    await page.getByRole('link', { name: 'Notifications, 1 new' }).first().click()
    await expect(page.getByText('Somebody answered by your link.')).toBeVisible()
    await page.getByRole('link', { name: question }).click()
  })

  await test.step('who joins takes it along', async () => {
    await join(guest, 'Wanda')
    await guest.goto('/notebook')
    await guest.getByRole('button', { name: 'Take it into the notebook' }).click()
    await expect(guest.getByText(`“${title}” lies in your notebook.`)).toBeVisible()
    await expect(guest.getByRole('link', { name: title })).toBeVisible()
    await expect(guest.getByRole('button', { name: 'Take it into the notebook' })).toHaveCount(0)
    await expect(answer).toHaveCount(0)
  })

  await test.step('taken back, it says so', async () => {
    await page.getByRole('button', { name: 'Take the link back' }).click()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible()
    await guest.goto(link)
    await expect(guest.getByText('This link was taken back.')).toBeVisible()
  })

  await test.step('whoever may see the ask is led to it; once that is closed, the link is over', async () => {
    await page.getByRole('button', { name: 'Make a link' }).click()
    const second = await page.getByRole('textbox', { name: 'Link' }).inputValue()
    await page.goto(second)
    await page.getByRole('link', { name: 'To the ask' }).click()
    await expect(page.getByText('There is a link, made today.')).toBeVisible()
    await page.getByRole('button', { name: 'Close it without a result' }).click()
    await expect(page.getByRole('heading', { name: 'Ask by link' })).toHaveCount(0)
    await guest.goto(second)
    await expect(guest.getByText('This ask is over.')).toBeVisible()
  })
})
