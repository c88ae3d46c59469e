import { expect, test } from './visits.ts'

test('the village has a full feed whose cards say how they came, filters, asks and clubs', async ({
  visit,
}) => {
  const page = await visit()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Johanna Reiter' }).click()
  const feed = page.getByRole('feed')
  await expect(feed).toBeVisible()
  const cards = feed.getByRole('article')

  await test.step('from a tie, from a tie’s friend, and from one ring further', async () => {
    await expect(cards.nth(9)).toBeAttached()
    const ways = [
      { line: /^(?!A friend of).*, (who|whom) /, said: ['In their own words'] },
      { line: /^A friend of [^’]+’s/, said: ['lets things travel on', 'Named only to their own ties.'] },
      { line: /^A friend of a friend of /, said: ['lets things travel on', 'Somebody '] },
    ]
    const more = page.getByRole('button', { name: 'Show more' })
    const end = page.getByText('You are up to date.')
    await expect(more.or(end)).toBeVisible()
    while (await more.isVisible()) {
      const before = await cards.count()
      await more.click()
      await expect.poll(() => cards.count()).toBeGreaterThan(before)
      // The cards come a few at a time, and what stands below them after the last.
      await expect(more.or(end)).toBeVisible()
    }
    await expect(end).toBeVisible()
    for (const { line, said } of ways) {
      await feed.getByRole('button', { name: line }).first().click()
      const sheet = page.getByRole('dialog', { name: 'How this reached you' })
      for (const words of said) await expect(sheet.getByText(words).first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(sheet).toHaveCount(0)
    }
  })

  await test.step('by date, and of one kind', async () => {
    const first = await cards.first().getByRole('heading').innerText()
    await page.getByRole('button', { name: 'Newest' }).click()
    await expect(cards.first().getByRole('heading')).not.toHaveText(first)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Newest' })).toHaveAttribute('aria-pressed', 'true')

    await page.getByRole('button', { name: 'Kind' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Craftsman' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    for (const facts of await cards.all()) await expect(facts).toContainText('Craftsman')
    await page.getByRole('button', { name: 'Craftsman' }).click()
    await expect(cards.filter({ hasText: 'Book' }).first()).toBeVisible()
  })

  await test.step('people ask each other, answer from beyond their ties, and meet in clubs', async () => {
    await page.goto('/asks')
    await expect(page.getByRole('article').filter({ hasText: 'Kachelofen' })).toContainText('it hurries')
    await page.getByRole('link', { name: 'Wer weiß einen guten Elektriker in Graz?' }).click()
    await expect(page.getByRole('heading', { name: '2 answers' })).toBeVisible()
    await expect(page.getByText('Vera Thaler')).toBeVisible()
    await expect(page.getByText(/^A friend of [^’]+’s/)).toBeVisible()

    await page.goto('/clubs')
    await expect(page.getByRole('button', { name: 'Join' })).toBeVisible()
    await page.getByRole('link', { name: 'Schulgarten Kirchlau' }).click()
    await expect(page.getByText('You are the host.')).toBeVisible()
  })
})
