import type { BrowserContextOptions, Page } from '@playwright/test'
import { goTo } from './arriving.ts'
import { openFeed, signOut, startWriting, write } from './doing.ts'
import { startReleasing } from './newer-build.ts'
import { join, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

const SHELL = /^\/(?:$|assets\/|icon\.svg$|icons\/|manifest\.)/
const WITHOUT_NETWORK = [
  {
    locale: 'en-GB',
    title: 'No connection.',
    words: 'Kith keeps nothing to read on this device',
    heading: 'The people you know',
  },
  {
    locale: 'de-AT',
    title: 'Keine Verbindung zum Netz.',
    words: 'Zu lesen hebt Kith auf diesem Gerät nichts auf',
    heading: 'Die Leute, die du kennst',
  },
]
// It asks anew so often: here the browser does not say that the network is back.
const LOOKS_EVERY_MS = 10_000
const INSTALLING = { serviceWorkers: 'allow' } as const satisfies BrowserContextOptions

test('the app can be installed, and its page names the icons and words for it', async ({ visit }) => {
  const page = await visit(INSTALLING)
  await page.goto('/sign-in')
  await untilKept(page)
  const session = await page.context().newCDPSession(page)
  const { errors, data } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A context of its own counts as a private window, in which nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const named: { icons: { src: string }[] } = JSON.parse(data ?? '{}')
  for (const path of [...named.icons.map(({ src }) => src), '/icons/apple-touch-icon.png']) {
    const answer = await page.request.get(path)
    expect([path, answer.status(), answer.headers()['content-type']]).toEqual([
      path,
      200,
      expect.stringMatching(/^image\//),
    ])
  }
})

test('[P26] after a visit the device keeps files of the app alone, and nothing that the API said', async ({
  visit,
}) => {
  const [author, reader] = [await join(await visit(), 'Paul'), await join(await visit(INSTALLING), 'Rosa')]
  await tie(author, reader)
  const { post } = await recommend(author, 'Plumber Roth')
  await openFeed(reader.page)
  await untilKept(reader.page)
  for (const path of ['/', `/recommendations/${post}`, '/me', '/people', '/settings']) {
    await goTo(reader.page, { name: path, path })
  }
  const kept = await keptBy(reader.page)
  expect(kept.map(({ path }) => path)).toContain('/')
  for (const { path, text } of kept) {
    expect(path).toMatch(SHELL)
    for (const personal of [
      'Plumber Roth',
      reader.me.handle,
      author.me.handle,
      post,
      '<html data-signed-in',
    ]) {
      expect(text.includes(personal), `${path} holds ${personal}`).toBe(false)
    }
  }
  expect(await reader.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

test('without a network the app opens, says what is so, and the page comes by itself when there is one', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|unreachable/)
  for (const { locale, title, words, heading } of WITHOUT_NETWORK) {
    const { page } = await join(await visit({ ...INSTALLING, locale }), 'Rosa')
    await page.clock.install()
    await page.goto('/people')
    await untilKept(page)
    await page.context().setOffline(true)
    await page.goto('/people')
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.getByText(words)).toBeVisible()
    await page.context().setOffline(false)
    await page.clock.fastForward(LOOKS_EVERY_MS)
    await expect(page.getByRole('heading', { name: title })).toHaveCount(0)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/people')
  }
})

test('a draft is still there when the app was opened without a network', async ({ visit, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|unreachable/)
  const { page } = await join(await visit(INSTALLING), 'Paul')
  await page.clock.install()
  await openFeed(page)
  await untilKept(page)
  await startWriting(page)
  const sheet = await write(page, { title: 'Plumber Roth', why: 'She found the leak.' })
  await page.context().setOffline(true)
  await page.goto('/?sheet=recommend')
  await expect(page.getByText('What you have begun to write is still there.')).toBeVisible()
  await page.context().setOffline(false)
  await page.clock.fastForward(LOOKS_EVERY_MS)
  await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveValue('She found the leak.')
})

test('a server that is gone for a moment is no other page: the app opens and waits for it', async ({
  visit,
  complaints,
}) => {
  complaints.allow(/status of 503|unavailable/)
  const { page } = await join(await visit(INSTALLING), 'Rosa')
  await page.goto('/')
  await untilKept(page)
  await page.context().route(/.*/, (route) => route.fulfill({ status: 503, body: 'no upstream' }))
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Kith cannot be reached just now.' })).toBeVisible()
  await page.context().unroute(/.*/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Quiet here, and rightly so.')).toBeVisible()
})

test('a newer version is said in a line, and loaded by whoever presses it', async ({ visit }) => {
  const server = await startReleasing()
  const { page } = await join(await visit({ ...INSTALLING, ...server.way }), 'Rosa')
  await openFeed(page)
  await untilKept(page)
  await startWriting(page)
  const sheet = await write(page, { title: 'Plumber Roth', why: 'She found the leak.' })
  await page.evaluate(() => Object.assign(globalThis, { isStillThere: true }))
  const line = page.getByText('A new version of Kith is here.')
  await expect(line).toHaveCount(0)
  server.release()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect(line).toBeVisible()
  await expect(sheet.getByRole('textbox', { name: 'Why' })).toHaveValue('She found the leak.')
  expect(await page.evaluate(() => 'isStillThere' in globalThis)).toBe(true)
  await sheet.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Load it' }).click()
  await page.waitForFunction(() => !('isStillThere' in globalThis))
  await expect(page.locator('script[src$="?newer"]')).toHaveCount(1)
  await expect(page.getByText('Quiet here, and rightly so.')).toBeVisible()
  await expect(line).toHaveCount(0)
  // Nothing is on its way any more when the server goes.
  await page.close()
  await server.close()
})

test('[P26] whoever signs out leaves nothing of himself on the device', async ({ visit }) => {
  const [author, reader] = [await join(await visit(), 'Paul'), await join(await visit(INSTALLING), 'Rosa')]
  await tie(author, reader)
  await recommend(author, 'Tailor Finke')
  const { page, me } = reader
  await openFeed(page)
  await untilKept(page)
  await page.getByRole('button', { name: 'Newest' }).click()
  await startWriting(page)
  await write(page, { title: 'Plumber Roth', why: 'She found the leak.' })
  await page.goto('/search?q=Roth')
  await page.goto('/settings/look')
  await page.getByRole('button', { name: 'Dark' }).click()
  await signOut(page)
  const left = await page.evaluate(() => ({
    device: Object.keys(localStorage),
    tab: JSON.stringify(sessionStorage),
  }))
  expect(left.device).toEqual(['kith.theme'])
  for (const personal of ['Roth', me.handle, me.id]) expect(left.tab).not.toContain(personal)
  for (const { path, text } of await keptBy(page)) {
    expect(path).toMatch(SHELL)
    expect(text.includes(me.handle), `${path} holds a handle`).toBe(false)
  }
})

/** Waits until the service worker looks after the page and has kept what the app needs to open. */
async function untilKept(page: Page): Promise<void> {
  // Whoever does something with the page need not wait.
  await page.mouse.move(1, 1)
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

/** Every file in every cache of this browser. */
function keptBy(page: Page): Promise<{ path: string; text: string }[]> {
  return page.evaluate(async () => {
    const files: { path: string; text: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url)
        files.push({ path: pathname + search, text: (await (await cache.match(request))?.text()) ?? '' })
      }
    }
    return files
  })
}
