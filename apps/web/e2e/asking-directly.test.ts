import { askFor, joinInARow } from './asks.ts'
import { openFeed, pressByKey } from './doing.ts'
import { join, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('what a search does not find becomes an ask; who could know it is asked directly, answers in two taps, and takes it back', async ({
  visit,
}) => {
  const [anna, ben] = [await join(await visit(), 'Anna'), await join(await visit(), 'Ben')]
  await tie(anna, ben)
  const [word, title] = [uniqueWord(), `Electrician ${uniqueWord()}`]
  await recommend(ben, title)

  const { page } = anna
  await page.goto(`/search?q=${word}`)
  await expect(page.getByRole('heading', { name: `Nothing about “${word}”` })).toBeVisible()
  await pressByKey(page.getByRole('button', { name: 'Ask your people' }))
  const sheet = page.getByRole('dialog', { name: 'Ask your people' })
  await expect(sheet.getByRole('textbox', { name: 'What are you looking for?' })).toHaveValue(word)
  await sheet.getByRole('button', { name: 'Craftsman' }).click()
  await sheet.getByRole('button', { name: 'Ask it' }).click()
  await expect(page.getByText(`“${word}” is on its way.`)).toBeVisible()

  await page.goto('/asks')
  await page.getByRole('link', { name: word }).click()
  const could = page.getByRole('complementary').getByRole('listitem')
  await expect(could).toContainText(`recommended “${title}” today`)
  const sought = ben.page
  await test.step('who was asked by mistake is asked no more', async () => {
    await could.getByRole('button', { name: 'Ask Ben' }).click()
    await sought.goto('/for-me')
    const item = sought.getByRole('main').getByRole('listitem').filter({ hasText: 'Anna asks you directly.' })
    await expect(item.getByRole('link', { name: word })).toBeVisible()
    const undone = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await undone).status()).toBe(204)
    await sought.reload()
    await expect(sought.getByRole('heading', { name: 'Nothing for you yet' })).toBeVisible()
  })

  await openFeed(sought)
  await pressByKey(could.getByRole('button', { name: 'Ask Ben' }))
  await expect(page.getByText('Ben is asked.')).toBeVisible()
  await expect(could).toContainText('asked')

  await sought.getByRole('link', { name: 'Notifications, 1 new' }).click()
  await expect(sought.getByText('Anna asks you directly.')).toBeVisible()
  await sought.getByRole('main').getByRole('link', { name: word }).click()
  await sought.getByRole('dialog', { name: word }).getByRole('button', { name: title }).click()
  await expect(sought.getByText('Your answer is on its way.')).toBeVisible()

  const answer = page.getByRole('article', { name: `Answer: ${title}` })
  await expect(answer).toContainText('Ben')
  await page.getByRole('link', { name: 'Notifications, 1 new' }).click()
  await expect(page.getByText('Ben answered your ask.')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: word }).click()
  await expect(page.getByRole('heading', { name: '1 answer' })).toBeVisible()
  await sought.goto(page.url())
  await sought.getByRole('button', { name: title }).click()
  await expect(sought.getByText('Your answer is taken back.')).toBeVisible()
  await expect(answer).toHaveCount(0)
})

test('how an ask came is explained as of any post, it can be hidden, and whoever asks may show his name', async ({
  visit,
}) => {
  const { anna, cleo } = await joinInARow(visit)
  const title = `Who mends wires ${uniqueWord()}?`
  const post = await askFor(anna, title, null)
  const said = `Electrician ${uniqueWord()}`
  await recommend(cleo, said)

  const far = cleo.page
  await openFeed(far)
  const asked = far.getByRole('article', { name: title })
  await asked.getByRole('button', { name: /^A friend of Ben’s/ }).click()
  const why = far.getByRole('dialog', { name: 'How this reached you' })
  await expect(why).toContainText('Ben lets things travel on.')
  await why.getByRole('button', { name: 'Hide this one' }).click()
  await expect(asked).toHaveCount(0)
  await far.getByRole('button', { name: 'Undo' }).click()
  await expect(asked).toBeVisible()

  await asked.getByRole('button', { name: 'Answer' }).click()
  await far.getByRole('button', { name: said }).click()
  const { page } = anna
  await page.goto(`/asks/${post}`)
  const answer = page.getByRole('article', { name: `Answer: ${said}` })
  await pressByKey(answer.getByRole('button', { name: 'Show my name' }))
  await expect(page.getByText('Whoever answered with this now sees who asks.')).toBeVisible()
  await far.goto(`/asks/${post}`)
  await expect(far.getByRole('main')).toContainText('Anna')
  await answer.getByRole('button', { name: 'Hide my name again' }).click()
  await expect(answer.getByRole('button', { name: 'Show my name' })).toBeVisible()
  await far.reload()
  await expect(far.getByRole('main')).toContainText('A friend of Ben’s')
  await expect(far.getByRole('main')).not.toContainText('Anna')
})
