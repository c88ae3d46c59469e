import { Me, ThreadId } from '@kith/contract'
import { ask } from './asking.ts'
import { everyReason, nudge, waitForMonths } from './caring.ts'
import { pressByKey } from './doing.ts'
import { join, read, recommend, tie, uniqueWord, writeTo } from './people.ts'
import { expect, test } from './visits.ts'

test('whoever is due stands there with what to do; the yearly question, the reminder, the bell, and that we spoke', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const thread = ThreadId.parse(await writeTo(ben, ada, 'How is the new roof?'))
  const title = `Roofer ${uniqueWord()}`
  const { post, subject } = await recommend(ben, title)
  const { page } = ada

  await test.step('what there is to do opens where it is done', async () => {
    await waitForMonths(page, everyReason({ post, subject }, thread))
    await page.goto('/care')
    const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'You two last exchanged' })
    await pressByKey(row.getByRole('button', { name: 'Say thank you' }))
    await expect(page.getByRole('dialog')).toContainText(title)
    await page.keyboard.press('Escape')
    await row.getByRole('button', { name: 'Say what became of it' }).click()
    await expect(page.getByRole('dialog', { name: 'How did it go?' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the yearly question is put off, undone and answered', async () => {
    const question = page.getByRole('heading', { name: 'Ben: still acquainted, or closer?' })
    await expect(question).toBeVisible()
    await page.getByRole('button', { name: 'Not now' }).click()
    await expect(question).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(question).toBeVisible()
    await page.getByRole('button', { name: 'Leave it as it is' }).click()
    await expect(question).toHaveCount(0)
  })

  await test.step('the reminder is switched off with one tap', async () => {
    const name = 'Remind me of my people'
    await page.getByRole('switch', { name }).click({ force: true })
    await expect.poll(async () => (await read(Me, await ask(page, 'GET', '/api/me'))).care).toBe(false)
    await page.goto('/settings/notifications')
    await expect(page.getByRole('switch', { name })).not.toBeChecked()
  })

  await test.step('the bell says whom one could turn to, and why, and leads to where one does', async () => {
    await nudge(page, 'thanks')
    await page.goto('/')
    await page.getByRole('link', { name: 'Notifications, 1 new' }).click()
    await expect(page.getByText('It has been a while: something that Ben said helped you.')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Care' }).click()
    await expect(page).toHaveURL(/\/care$/)
  })

  await test.step('the page of a tie says when something was last exchanged, and takes that we spoke', async () => {
    await page.goto(`/people/${ben.me.handle}`)
    await expect(page.getByText('You two last exchanged something today.')).toBeVisible()
    await page.getByRole('button', { name: 'We spoke' }).click()
    await expect(page.getByText('Noted: you spoke with Ben today.')).toBeVisible()
  })
})
