import { OwnRecommendations } from '@kith/contract'
import { ask } from './asking.ts'
import { join, read, recommend, uniqueWord } from './people.ts'
import { expect, test } from './visits.ts'

test('what waits to be said again says so when it cannot be fetched, and a yes can be undone', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 500/)
  const ada = await join(await visit(), 'Ada')
  const { page } = ada
  const title = `Roofer ${uniqueWord()}`
  await recommend(ada, title)
  const mine = await read(OwnRecommendations, await ask(page, 'GET', '/api/recommendations'))

  // As the server will answer in two years, after a bad day.
  let hasBadDay = true
  await page.route('**/api/recommendations/waiting', (route) =>
    route.fulfill(hasBadDay ? { status: 500, json: { code: 'internal' } } : { json: mine }),
  )
  await page.clock.install()
  await page.goto('/me')
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  hasBadDay = false
  await again.click()
  const waiting = page.getByRole('region', { name: 'Still true?' })
  await expect(waiting.getByText(title)).toBeVisible()

  await waiting.getByRole('button', { name: 'Yes, still true' }).click()
  await expect(waiting).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(waiting.getByText(title)).toBeVisible()
  // What was undone is not said when the page goes away either.
  const changes: string[] = []
  page.on('request', (request) => request.method() === 'PATCH' && changes.push(request.url()))
  await page.evaluate(async () => {
    dispatchEvent(new PageTransitionEvent('pagehide'))
    await fetch('/api/me')
  })
  expect(changes).toEqual([])

  await waiting.getByRole('button', { name: 'Yes, still true' }).click()
  await expect(waiting).toHaveCount(0)
  const said = page.waitForRequest((request) => request.method() === 'PATCH')
  await page.clock.fastForward(11_000)
  expect((await said).postDataJSON()).toEqual({ stillTrue: true })
})
