import { openFeed, PICTURE, pressByKey, signOut } from './doing.ts'
import { endTie, join, tie, writeTo } from './people.ts'
import { expect, test } from './visits.ts'

test('two people write to each other and see it at once; what was removed by mistake comes back', async ({
  visit,
}) => {
  const [paul, rosa] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(paul, rosa)
  await openFeed(rosa.page)
  const { page } = paul
  await page.goto('/people')
  await page.getByRole('button', { name: 'Write to Rosa' }).click()
  await expect(page.getByText('Nothing is written here.')).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.type('Are you at home tonight?')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: 'Message by You' })).toContainText('at home tonight')

  await rosa.page.getByRole('link', { name: 'Notifications, 1 new' }).click()
  await expect(rosa.page.getByText('Paul wrote to you.')).toBeVisible()
  await expect(rosa.page.getByRole('main')).not.toContainText('at home tonight')
  await rosa.page.getByRole('link', { name: 'A thread' }).click()
  const read = rosa.page.getByRole('article', { name: 'Message by Paul' })
  await expect(read).toContainText('at home tonight')
  await expect(rosa.page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible()
  await rosa.page.getByRole('textbox', { name: 'Your message' }).fill('From eight o’clock on.')
  await rosa.page.getByRole('button', { name: 'Send', exact: true }).click()

  const answer = page.getByRole('article', { name: 'Message by Rosa' })
  await expect(answer).toContainText('From eight')
  const own = page.getByRole('article', { name: 'Message by You' })
  await own.getByRole('button', { name: 'Remove this message' }).click()
  await expect(own).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(own).toBeVisible()
  await expect(read).toBeVisible()
})

test('a message that did not arrive stays and is sent once; a photo goes along, a message can be reported, and after the end what was written stays', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  const [paul, rosa] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(paul, rosa)
  const thread = await writeTo(rosa, paul, 'Where are you?')
  const { page } = paul
  await page.goto(`/threads/${thread}`)
  const field = page.getByRole('textbox', { name: 'Your message' })
  await field.fill('In the tunnel.')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const waiting = page.getByRole('article', { name: 'Your message, not sent yet' })
  await expect(waiting.getByRole('alert')).toContainText('No connection.')
  await field.fill('And then')
  await page.context().setOffline(false)
  await page.reload()
  await expect(field).toHaveValue('And then')
  await pressByKey(waiting.getByRole('button', { name: 'Send again' }))
  await expect(page.getByRole('article', { name: 'Message by You' })).toHaveCount(1)
  await expect(waiting).toHaveCount(0)

  await page.getByLabel('Photo', { exact: true }).setInputFiles(PICTURE)
  await expect(page.getByRole('img', { name: 'The photo you chose' })).toBeVisible()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const photo = page.getByRole('img', { name: 'Photo by You' })
  await expect.poll(() => photo.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(8)

  await page.getByRole('button', { name: 'Report this message' }).click()
  const sheet = page.getByRole('dialog', { name: 'Report this message' })
  await sheet.getByRole('radio', { name: 'It harasses or threatens' }).check({ force: true })
  await sheet.getByRole('button', { name: 'Report it' }).click()
  await expect(page.getByText('Reported. You will get an answer.')).toBeVisible()

  await endTie(rosa, paul)
  await expect(page.getByText('The tie with Rosa is over.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your message' })).toHaveCount(0)
  await expect(photo).toBeVisible()
})

test('whoever leaves a thread has nothing of it, and what is unfinished goes when he signs out', async ({
  visit,
}) => {
  const [paul, rosa] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(paul, rosa)
  const thread = await writeTo(rosa, paul, 'Hello?')
  const { page } = paul
  await page.goto(`/threads/${thread}`)
  await page.getByRole('textbox', { name: 'Your message' }).fill('An unfinished word')
  const kept = () => page.evaluate(() => JSON.stringify(localStorage).includes('An unfinished word'))
  expect(await kept()).toBe(true)
  await page.getByRole('button', { name: 'Leave this thread' }).click()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Rosa' }).click()
  await page.getByRole('button', { name: 'Leave this thread' }).click()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  // What leaving waits for is done at once by going away.
  await signOut(page)
  await expect.poll(kept).toBe(false)
  await rosa.page.goto(`/threads/${thread}`)
  await expect(rosa.page.getByRole('article', { name: 'Message by You' })).toContainText('Hello?')
})
