import { Letter, Me, type Notifications } from '@kith/contract'
import type { Page } from '@playwright/test'
import { ask } from './asking.ts'
import { pressByKey } from './doing.ts'
import { join, read, recommend, tie, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('the letter says what helped and who thanked, who waits for a word, and nothing of what the other tells nobody', async ({
  visit,
}) => {
  const [ada, ben] = [await join(await visit(), 'Ada'), await join(await visit(), 'Ben')]
  await tie(ada, ben)
  const [roofer, tailor] = [`Roofer ${uniqueWord()}`, `Tailor ${uniqueWord()}`]
  const bens = await recommend(ben, roofer)
  const adas = await recommend(ada, tailor)
  const { page } = ada
  await page.goto('/letter')
  await expect(page.getByText('nobody has said that something helped')).toBeVisible()

  await ask(page, 'PUT', `/api/recommendations/${bens.post}/outcome`, { outcome: 'helped' })
  await ask(ben.page, 'POST', `/api/recommendations/${adas.post}/thanks`, {})
  await page.reload()
  const letter = page.getByRole('article')
  await expect(letter.getByRole('heading', { name: 'Dear Ada,' })).toBeVisible()
  await expect(letter).toContainText(/So far this (winter|spring|summer|autumn), Ben helped you\./)
  await expect(letter).toContainText(`What helped was “${roofer}”.`)
  await expect(letter).toContainText(`You helped Ben, who thanked you for “${tailor}”.`)
  await expect(letter.getByRole('img', { name: /^Something came to you from Ben/ })).toBeVisible()
  await expect(letter).toContainText('But one person is waiting for a word')
  await pressByKey(letter.getByRole('button', { name: 'Say thank you' }))
  await expect(page.getByRole('dialog')).toContainText(roofer)
  await page.keyboard.press('Escape')

  await ben.page.goto('/letter')
  const bensLetter = ben.page.getByRole('article')
  await expect(bensLetter).toContainText(`What helped was “${tailor}”.`)
  await expect(bensLetter).not.toContainText(roofer)
})

test('that it is there is told, opens it, and is told no more; one switch ends it', async ({ visit }) => {
  const { page } = await join(await visit(), 'Ada')
  const opened = await endSeason(page)
  await page.goto('/notifications')
  await page.getByRole('main').getByRole('link', { name: 'Letter' }).click()
  await expect(page).toHaveURL(/\/letter\?season=2026-summer$/)
  await expect(page.getByRole('article')).toContainText('In the summer nobody said that something helped.')
  await expect.poll(opened).toEqual(['2026-summer'])

  const name = 'Tell me of the letter'
  await page.getByRole('switch', { name }).click({ force: true })
  await expect.poll(async () => (await read(Me, await ask(page, 'GET', '/api/me'))).letters).toBe(false)
  await page.goto('/settings/notifications')
  await expect(page.getByRole('switch', { name })).not.toBeChecked()
})

/** As the server will answer when the season is over. Answers which letters were said to be opened. */
async function endSeason(page: Page): Promise<() => string[]> {
  const me = await read(Me, await ask(page, 'GET', '/api/me'))
  const season: Letter['season'] = {
    ...{ key: '2026-summer', name: 'summer', year: 2026 },
    ...{ firstDay: '2026-06-01', lastDay: '2026-08-31' },
  }
  const running = await read(Letter, await ask(page, 'GET', '/api/letter'))
  const over: Letter = { ...running, season, running: false }
  const asOf = '2026-09-01T08:00:00.000Z'
  const person = { shown: 'self', id: me.id, handle: me.handle, name: me.name } as const
  const line = { reason: 'letter', person, post: null, thread: null, letter: season, at: asOf } as const
  const told: Notifications = {
    notifications: [{ subject: null, club: null, ask: null, lines: [line], more: 0, unseen: true }],
    ...{ unseen: 1, asOf, cursor: null },
  }
  await page.route('**/api/notifications', (route) => route.fulfill({ json: told }))
  await page.route('**/api/letter?season=2026-summer', (route) => route.fulfill({ json: over }))
  const opened: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/letter/opened')) opened.push(request.postDataJSON().season)
  })
  return () => opened
}
