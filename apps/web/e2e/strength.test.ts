import type { Page } from '@playwright/test'
import { ask } from './asking.ts'
import { openFeed } from './doing.ts'
import { join, recommend, sortTie, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('three let-downs make a tie count less than somebody whom one hardly knows, and talking about them mends it', async ({
  visit,
}) => {
  const mia = await join(await visit(), 'Mia')
  const [ben, cal] = [await join(await visit(), 'Ben'), await join(await visit(), 'Cal')]
  for (const [other, closeness] of [
    [ben, 5],
    [cal, 2],
  ] as const) {
    await tie(mia, other)
    await sortTie(mia, other, { closeness, circles: [] })
  }
  const word = uniqueWord()
  const tried = [await recommend(ben, `First ${word}`), await recommend(ben, `Second ${word}`)]
  tried.push(await recommend(ben, `Third ${word}`))
  await recommend(ben, `Of Ben ${word}`)
  await recommend(cal, `Of Cal ${word}`)
  const { page } = mia
  const order = async () => (await titlesOf(page)).filter((title) => title.startsWith('Of '))
  expect(await order()).toEqual([`Of Ben ${word}`, `Of Cal ${word}`])

  for (const { post } of tried) {
    const answer = await ask(page, 'PUT', `/api/recommendations/${post}/outcome`, {
      outcome: 'letDown',
      sentence: null,
    })
    expect(answer.status()).toBe(200)
  }
  expect(await order()).toEqual([`Of Cal ${word}`, `Of Ben ${word}`])

  await page.goto(`/people/${ben.me.handle}`)
  await page.getByRole('button', { name: 'See what moved' }).click()
  const moves = page.getByRole('dialog', { name: 'What moved' })
  await expect(moves.getByRole('listitem')).toHaveCount(3)
  for (const { subject } of tried) {
    await moves.getByRole('button', { name: `We talked about it: It let you down: ${subject.title}` }).click()
    const row = moves.getByRole('listitem').filter({ hasText: subject.title })
    await expect(row).toContainText('You two talked about it')
  }
  expect(await order()).toEqual([`Of Ben ${word}`, `Of Cal ${word}`])
})

async function titlesOf(page: Page): Promise<string[]> {
  await openFeed(page)
  return page.getByRole('feed').getByRole('article').getByRole('heading').allInnerTexts()
}
