import { ThreadId, Ties } from '@kith/contract'
import { ask } from '../asking.ts'
import { everyReason, waitForMonths } from '../caring.ts'
import { card, openFeed, press } from '../doing.ts'
import { join, read, recommend, tie, uniqueWord, writeTo } from '../people.ts'
import { expect, test } from '../visits.ts'

test('one’s people are looked after: a circle gets a rhythm, whoever is due a word, and what was said years ago is said again', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const { page } = ada

  await test.step('Ada says how well she knows Ben, and in which circle', async () => {
    await page.goto('/people')
    await press(page.getByRole('main').getByRole('link', { name: 'Ben' }))
    await press(page.getByRole('button', { name: 'Change how well you know Ben' }))
    const sheet = page.getByRole('dialog')
    await press(sheet.getByRole('button', { name: 'Friends' }))
    await press(sheet.getByRole('button', { name: 'Keep it so' }))
    await expect(sheet).toBeHidden()
    await expect
      .poll(async () => (await read(Ties, await ask(page, 'GET', '/api/ties'))).ties[0]?.circles.length)
      .toBe(1)
  })

  await test.step('the circle of her friends is to hear of her every three months', async () => {
    await page.goto('/care')
    await expect(page.getByRole('heading', { name: 'No rhythm yet' })).toBeVisible()
    await press(page.getByRole('link', { name: 'To your circles' }))
    await press(page.getByRole('button', { name: /^Friends/ }))
    const rhythm = page.getByRole('dialog').getByRole('button', { name: 'three months' })
    await press(rhythm)
    await expect(rhythm).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Escape')
    await press(page.getByRole('navigation', { name: 'People' }).getByRole('link', { name: 'Care' }))
    await expect(page.getByRole('heading', { name: 'Nobody waits for you' })).toBeVisible()
  })

  const thread = await writeTo(ben, ada, 'How is the new roof?')
  const title = `Roofer ${uniqueWord()}`
  const about = await recommend(ben, title)
  await test.step('months later Ben is due, with what there is to say', async () => {
    await waitForMonths(page, everyReason(about, ThreadId.parse(thread)))
    await page.goto('/care')
    const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'You two last exchanged' })
    await expect(row).toContainText('Ben wrote last, and may wait for an answer.')
    await press(row.getByRole('button', { name: 'We spoke' }))
    await expect(row).toHaveCount(0)
    await press(page.getByRole('button', { name: 'Undo' }))
    await press(row.getByRole('button', { name: 'Ask', exact: true }))
    await page.getByRole('textbox', { name: 'Message' }).fill('It holds. And you?')
    await press(page.getByRole('button', { name: 'Send' }))
    await ben.page.goto(`/threads/${thread}`)
    await expect(ben.page.getByText('It holds. And you?')).toBeVisible()
  })

  await test.step('what Ben said he takes back, and Ada’s feed follows', async () => {
    await openFeed(page)
    await expect(card(page, title)).toBeVisible()
    expect((await ask(ben.page, 'DELETE', `/api/recommendations/${about.post}`)).status()).toBe(204)
    await expect(card(page, title)).toBeHidden()
  })
})
