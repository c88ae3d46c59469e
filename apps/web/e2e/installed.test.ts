import type { BrowserContextOptions, Page } from '@playwright/test'
import { goTo } from './arriving.ts'
import { openFeed } from './doing.ts'
import { join, recommend, tie } from './people.ts'
import { expect, test } from './visits.ts'

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
    expect(path).toMatch(/^\/(?:$|assets\/|first-paint\.js$|icon\.svg$|icons\/|manifest\.)/)
    for (const personal of ['Plumber Roth', reader.me.handle, author.me.handle, post]) {
      expect(text.includes(personal), `${path} holds ${personal}`).toBe(false)
    }
  }
  expect(await reader.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

/** Waits until the service worker looks after the page and has kept what the app needs to open. */
async function untilKept(page: Page): Promise<void> {
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
