import type { Page, Route } from '@playwright/test'
import { goTo, settle } from './arriving.ts'
import { ask } from './asking.ts'
import { card, openFeed, startWriting, write } from './doing.ts'
import { join, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

const NO_CONNECTION = 'No connection. What you write is kept on this device.'
const UNREACHABLE = 'Kith cannot be reached just now. Please try again in a moment.'
const WHY = 'She found the leak that three others had not found.'

test('without a connection the state is said, nothing typed is lost, and it goes on by itself', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED/)
  const [author, reader] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(author, reader)
  await openFeed(reader.page)
  await openWithComposerAtHand(author.page)

  await author.page.context().setOffline(true)
  await expect(author.page.getByText(NO_CONNECTION)).toBeVisible()
  await startWriting(author.page)
  const sheet = await write(author.page, { title: 'Plumber Roth', why: WHY })
  await sheet
    .getByRole('button', { name: /^Recommend/ })
    .last()
    .click()
  await expect(sheet.getByRole('alert').last()).toContainText('No connection.')
  await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveValue(WHY)

  await author.page.context().setOffline(false)
  await expect(author.page.getByText(NO_CONNECTION)).toHaveCount(0)
  await sheet
    .getByRole('button', { name: /^Recommend/ })
    .last()
    .click()
  await expect(author.page.getByText('“Plumber Roth” is on its way.')).toBeVisible()
  await expect(reader.page.getByRole('button', { name: '1 new' })).toBeVisible()
})

/** Opens the feed and does something there, upon which what writing needs is fetched, without its being asked for. */
async function openWithComposerAtHand(page: Page): Promise<void> {
  const fetched = page.waitForRequest(/recommend-sheet/)
  await goTo(page, { name: 'feed', path: '/' })
  await page.mouse.move(1, 1)
  await fetched
  await settle(page)
}

test('what happened while somebody was offline is there when the connection is back', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED/)
  const [author, reader] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(author, reader)
  const gone = await recommend(author, 'Gone meanwhile')
  await openFeed(reader.page)
  await reader.page.context().setOffline(true)
  await expect(reader.page.getByText(NO_CONNECTION)).toBeVisible()
  await recommend(author, 'Written meanwhile')
  await ask(author.page, 'DELETE', `/api/recommendations/${gone.post}`)
  await reader.page.context().setOffline(false)
  await expect(reader.page.getByText(NO_CONNECTION)).toHaveCount(0)
  await expect(card(reader.page, 'Gone meanwhile')).toHaveCount(0)
  await reader.page.getByRole('button', { name: '1 new' }).click()
  await expect(card(reader.page, 'Written meanwhile')).toBeVisible()
})

test('a refusal on sending keeps the draft and says what to do; sent again, or twice at once, it is there once', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 50[03]/)
  const { page } = await join(await visit(), 'Paul')
  await page.goto('/')
  await startWriting(page)
  const sheet = await write(page, { title: 'Plumber Roth', why: WHY })
  const send = sheet.getByRole('button', { name: /^Recommend/ }).last()
  const answers = [
    { status: 503, words: UNREACHABLE },
    { status: 500, words: 'Something went wrong on our side. Nothing of yours is lost.' },
  ]
  for (const { status, words } of answers) {
    await atSending(page, (route) => route.fulfill({ status, body: 'broken' }))
    await send.click()
    await expect(sheet.getByRole('alert').last()).toHaveText(words)
    await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveValue(WHY)
    await page.unroute('**/api/recommendations')
  }
  // The answer is lost on its way, and the writer sends it once more.
  await atSending(page, async (route) => {
    await route.fetch()
    await route.fulfill({ status: 503, body: 'lost' })
  })
  await send.click()
  await expect(sheet.getByRole('alert').last()).toHaveText(UNREACHABLE)
  await expect(send).toBeEnabled()
  await page.unroute('**/api/recommendations')
  await send.click()
  await expect(page.getByText('“Plumber Roth” is on its way.')).toBeVisible()
  await page.goto('/me')
  await expect(page.getByRole('link', { name: 'Plumber Roth' })).toHaveCount(1)

  await test.step('a slow answer shows that something is on its way', async () => {
    await startWriting(page)
    await write(page, { title: 'Tailor Finke', why: WHY })
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    let sent = 0
    await atSending(page, async (route) => {
      sent += 1
      await released
      await route.continue()
    })
    await sheet.getByRole('textbox', { name: 'Why' }).press('Control+Enter')
    await expect(sheet.getByRole('button', { name: 'Sending' })).toBeVisible()
    await sheet.getByRole('textbox', { name: 'Why' }).press('Control+Enter')
    release()
    await expect(page.getByText('“Tailor Finke” is on its way.')).toBeVisible()
    expect(sent).toBe(1)
  })
})

test('a feed that cannot be fetched says so and comes when it is tried again', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 503/)
  const { page } = await join(await visit(), 'Paul')
  await page.route('**/api/feed?**', (route) => route.fulfill({ status: 503, body: 'broken' }))
  await page.goto('/')
  await expect(page.getByText(UNREACHABLE)).toBeVisible()
  await page.unroute('**/api/feed?**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Quiet here, and rightly so.')).toBeVisible()
})

test('what is on the page stays while it cannot be fetched again', async ({ visit, complaints }) => {
  complaints.allow(/status of 503/)
  const [author, reader] = [await join(await visit(), 'Paul'), await join(await visit(), 'Rosa')]
  await tie(author, reader)
  const { post } = await recommend(author, 'Plumber Roth')
  const { page } = reader
  const isShown = async () => {
    await expect(page.getByRole('heading', { name: 'Plumber Roth' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'How did it go?' })).toBeVisible()
    await expect(page.getByText('Nobody has said anything yet.')).toBeVisible()
  }
  await page.goto(`/recommendations/${post}`, { waitUntil: 'networkidle' })
  await isShown()
  const refused: string[] = []
  await page.route(new RegExp(`/api/recommendations/${post}`), (route) => {
    refused.push(new URL(route.request().url()).pathname)
    return route.fulfill({ status: 503, body: 'broken' })
  })
  const path = `/api/recommendations/${post}`
  // Tried three times and given up; once more says that this has come to the page.
  for (const times of [3, 4]) {
    await ask(author.page, 'PATCH', path, { stillTrue: true })
    for (const one of [path, `${path}/outcome`])
      await expect.poll(() => refused.filter((other) => other === one).length).toBeGreaterThanOrEqual(times)
  }
  await isShown()
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
})

test('lists that cannot be fetched say so, each with a way to try it again, and none looks empty', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 403/)
  const { page } = await join(await visit(), 'Paul')
  const lists: [path: string, addresses: RegExp, count: number][] = [
    ['/settings/people', /\/api\/(hidden|blocks|for-me\/closed)$/, 3],
    ['/settings/security', /\/api\/auth\/sessions$/, 1],
    ['/invitations', /\/api\/invitations$/, 1],
    ['/circles', /\/api\/circles$/, 1],
    ['/me', /\/api\/me\/askable$/, 1],
  ]
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' })
  // Else they would be fetched again by themselves as soon as live listens.
  await page.routeWebSocket(/\/api\/live$/, () => {})
  for (const [path, addresses, count] of lists) {
    // Not tried again by itself, as what passes by itself is.
    await page.route(addresses, (route) => route.fulfill({ status: 403, json: {} }))
    await page.goto(path)
    await expect(again).toHaveCount(count)
    await expect(page.getByText(/^You (have blocked nobody|hear everybody)/)).toHaveCount(0)
    await page.unroute(addresses)
    for (let left = count; left > 0; left -= 1) {
      await again.first().click()
      await expect(again).toHaveCount(left - 1)
    }
  }
})

/** Handles what is sent to be recommended; what the page reads at the same address goes its way. */
function atSending(page: Page, handle: (route: Route) => Promise<void>) {
  return page.route('**/api/recommendations', (route) =>
    route.request().method() === 'POST' ? handle(route) : route.fallback(),
  )
}
