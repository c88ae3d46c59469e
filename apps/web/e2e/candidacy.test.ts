import { plainFacts } from '@kith/testkit/plain-post'
import { ask } from './asking.ts'
import { pressByKey, startWriting, write } from './doing.ts'
import type { Visit } from './hosted.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('whoever is recommended for a job is asked first, and may take a yes back', async ({ visit }) => {
  const { ada, ben, cal } = await adaWithHerTies(visit)
  const title = `Wine merchant ${uniqueWord()}`
  const { page } = ada
  await page.goto('/')
  await startWriting(page)
  const sheet = await write(page, { title, why: 'Ben would be right for it.', kind: 'Job' })
  await sheet.getByRole('button', { name: 'I know somebody for it' }).click()
  await sheet.getByRole('textbox', { name: 'Who is it about?' }).fill('be')
  await sheet.getByRole('radio', { name: 'Ben' }).check()
  await expect(sheet.getByText('Ben is asked first')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toHaveCount(0)

  // Cal, who is to read it, does not yet.
  await cal.page.goto('/')
  await expect(cal.page.getByText(title)).toHaveCount(0)

  await ben.page.clock.install()
  await ben.page.goto('/notifications')
  await expect(ben.page.getByText('Ada would like to recommend you for a job')).toBeVisible()
  await ben.page.getByRole('link', { name: title }).click()
  const question = ben.page.getByRole('heading', { name: 'May Ada recommend you for this job?' })
  const yes = ben.page.getByRole('button', { name: 'Yes, gladly' })
  const agreed = ben.page.getByRole('heading', { name: 'You said yes to this' })
  await expect(question).toBeVisible()
  await pressByKey(yes)
  await ben.page.getByRole('button', { name: 'Undo' }).click()
  await expect(question).toBeVisible()
  await pressByKey(yes)
  await expect(agreed).toBeVisible()
  const said = ben.page.waitForResponse((response) => response.url().endsWith('/candidacy'))
  await ben.page.clock.fastForward(11_000)
  expect((await said).status()).toBe(204)
  await cal.page.goto('/')
  await expect(cal.page.getByText(title)).toBeVisible()

  await page.goto('/notifications')
  await expect(page.getByText('Ben said yes')).toBeVisible()
  await pressByKey(ben.page.getByRole('button', { name: 'Take the yes back' }))
  await ben.page.clock.fastForward(11_000)
  await expect(cal.page.getByText(title)).toHaveCount(0)
})

test('a yes to words that have changed meanwhile is refused in a sentence, and its author takes the question back', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 40[49]/)
  const { ada, ben } = await adaWithHerTies(visit)
  const title = `Wine merchant ${uniqueWord()}`
  const { post, words } = await recommend(ada, title, {
    subject: plainFacts('job', title),
    candidate: ben.me.id,
  })
  await ben.page.clock.install()
  await ada.page.goto(`/recommendations/${post}`)
  await expect(ada.page.getByText('It waits for Ben.')).toBeVisible()
  await ben.page.goto(`/recommendations/${post}`)
  await expect(ben.page.getByRole('heading', { name: 'May Ada recommend you for this job?' })).toBeVisible()
  // What waits is neither passed on nor spoken about.
  await expect(ben.page.getByRole('button', { name: 'Pass on' })).toHaveCount(0)
  await expect(ben.page.getByRole('region', { name: 'Comments' })).toHaveCount(0)

  await pressByKey(ben.page.getByRole('button', { name: 'Yes, gladly' }))
  const change = { words: { ...words, why: 'Nobody reads labels as he does.' } }
  expect((await ask(ada.page, 'PATCH', `/api/recommendations/${post}`, change)).status()).toBe(200)
  await ben.page.clock.fastForward(11_000)
  await expect(ben.page.getByText('It was changed meanwhile.')).toBeVisible()
  await expect(ben.page.getByText('Nobody reads labels as he does.')).toBeVisible()
  await expect(ben.page.getByRole('heading', { name: 'May Ada recommend you for this job?' })).toBeVisible()

  await pressByKey(ada.page.getByRole('button', { name: 'Take the question back' }))
  await expect(ada.page.getByText('It waits for Ben.')).toHaveCount(0)
  await expect(ben.page.getByRole('heading', { name: 'May Ada recommend you for this job?' })).toHaveCount(0)
})

/** Ada knows Ben and Cal, who do not know each other. */
async function adaWithHerTies(visit: Visit) {
  const ada = await join(await visit(), 'Ada')
  const [ben, cal] = [await join(await visit(), 'Ben'), await join(await visit(), 'Cal')]
  await tie(ada, ben)
  await tie(ada, cal)
  return { ada, ben, cal }
}
