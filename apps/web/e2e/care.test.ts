import { Circles, Me, ThreadId } from '@kith/contract'
import { ask } from './asking.ts'
import { everyReason, nudge, waitForMonths } from './caring.ts'
import { pressByKey } from './doing.ts'
import { join, read, recommend, tie, uniqueWord, writeTo } from './people.ts'
import { expect, test } from './visits.ts'

test('a circle is given a rhythm by keys, and the care page says what will stand there', async ({
  visit,
}) => {
  const ada = await join(await visit(), 'Ada')
  const { page } = ada
  await page.goto('/care')
  await expect(page.getByRole('heading', { name: 'No rhythm yet' })).toBeVisible()
  await page.getByRole('link', { name: 'To your circles' }).click()
  await page.getByRole('button', { name: /^Friends/ }).click()
  const rhythm = page.getByRole('dialog').getByRole('button', { name: 'three months' })
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Never' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await pressByKey(rhythm)
  await expect(rhythm).toHaveAttribute('aria-pressed', 'true')
  await expect
    .poll(async () => {
      const { circles } = await read(Circles, await ask(page, 'GET', '/api/circles'))
      return circles.filter((one) => one.rhythm !== null).map(({ kind, rhythm: days }) => [kind, days])
    })
    .toEqual([['friends', 90]])
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'People' }).getByRole('link', { name: 'Care' }).click()
  await expect(page.getByRole('heading', { name: 'Nobody waits for you' })).toBeVisible()
})

test('whoever is due stands there with why and what to do; that we spoke takes it away, and undone it is back', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const thread = ThreadId.parse(await writeTo(ben, ada, 'How is the new roof?'))
  const title = `Roofer ${uniqueWord()}`
  const { post, subject } = await recommend(ben, title)
  const { page } = ada
  await waitForMonths(page, everyReason({ post, subject }, thread))
  await page.goto('/care')
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'You two last exchanged' })
  await expect(row).toContainText('Ben wrote last, and may wait for an answer.')
  await pressByKey(row.getByRole('button', { name: 'Say thank you' }))
  await expect(page.getByRole('dialog')).toContainText(title)
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: 'Say what became of it' }).click()
  await expect(page.getByRole('dialog', { name: 'How did it go?' })).toBeVisible()
  await page.keyboard.press('Escape')

  await pressByKey(row.getByRole('button', { name: 'We spoke' }))
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  await row.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/threads/${thread}$`))
})

test('the reminder is switched off with one tap, and the yearly question is answered, put off and undone', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const { page } = ada
  await waitForMonths(page, [])
  await page.goto('/care')
  const question = page.getByRole('heading', { name: 'Ben: still acquainted, or closer?' })
  await expect(question).toBeVisible()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(question).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(question).toBeVisible()
  await page.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(question).toHaveCount(0)

  await page.getByRole('switch', { name: 'Remind me of my people' }).click({ force: true })
  await expect.poll(async () => (await read(Me, await ask(page, 'GET', '/api/me'))).care).toBe(false)
  await page.goto('/settings/notifications')
  await expect(page.getByRole('switch', { name: 'Remind me of my people' })).not.toBeChecked()
})

test('the bell says once a week whom one could turn to, and why, and leads to where one does', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const { page } = ada
  await nudge(page, 'thanks')
  await page.goto('/')
  await page.getByRole('link', { name: 'Notifications, 1 new' }).click()
  await expect(page.getByText('It has been a while: something that Ben said helped you.')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Care' }).click()
  await expect(page).toHaveURL(/\/care$/)
})

test('the page of a tie says when something was last exchanged, and takes that we spoke', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const { page } = ada
  await page.goto(`/people/${ben.me.handle}`)
  await expect(page.getByText('You two last exchanged something today.')).toBeVisible()
  await page.getByRole('button', { name: 'We spoke' }).click()
  await expect(page.getByText('Noted: you spoke with Ben today.')).toBeVisible()
})
