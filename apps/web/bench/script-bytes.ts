import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { openBrowser } from './bench-browser.ts'

const ROUTES = join(import.meta.dirname, '../src/app/routes')
const KB = 1_000
const QUIET_MS = 1_000

/** How many kilobytes of scripts came over the line: on a first visit, and going on to each route from there. */
export interface ScriptBytes {
  /** Of the sign-in page or of the feed of somebody who is signed in, whichever has more. */
  readonly firstVisitKb: number
  /** Fetched ahead from the feed once somebody does something there. */
  readonly aheadKb: number
  readonly routeKb: Readonly<Record<string, number>>
}

/**
 * Measures what the scripts weigh as they are served, headers and all: of a first visit with everything that it fetches by
 * itself until no more comes, then of what it fetches ahead because somebody moves a pointer or presses a key, and of every
 * route that it leads to from there, each in a tab without a cache that comes from the feed. What a service worker keeps for
 * later is not in it.
 */
export async function measureScripts(origin: string, as: string): Promise<ScriptBytes> {
  const door = await visitDoor(origin)
  const browser = await openBrowser(origin, as)
  try {
    const addresses = await findAddresses(browser.context)
    const routeKb: Record<string, number> = {}
    let firstVisitKb = door
    let aheadKb = 0
    for (const address of addresses) {
      const { first, ahead, onward } = await visitFrom(browser.context, address)
      firstVisitKb = Math.max(firstVisitKb, first / KB)
      aheadKb = Math.max(aheadKb, ahead / KB)
      routeKb[address] = onward / KB
      console.log(`${address}: ${(onward / KB).toFixed(1)} kB`)
    }
    return { firstVisitKb, aheadKb, routeKb }
  } finally {
    await browser.close()
  }
}

/** Of whoever is not signed in. */
async function visitDoor(origin: string): Promise<number> {
  const browser = await openBrowser(origin)
  try {
    const bytes = await visit(await browser.context.newPage(), '/sign-in')
    console.log(`/sign-in: ${(bytes() / KB).toFixed(1)} kB`)
    return bytes() / KB
  } finally {
    await browser.close()
  }
}

/** Comes to a page and waits until no more is fetched. */
async function visit(page: Page, path: string): Promise<() => number> {
  const bytes = await countScriptBytes(page)
  await page.goto(path, { waitUntil: 'networkidle' })
  await untilQuiet(bytes)
  return bytes
}

async function visitFrom(context: BrowserContext, address: string) {
  const page = await context.newPage()
  const bytes = await visit(page, '/')
  const first = bytes()
  await page.mouse.move(1, 1)
  await untilQuiet(bytes)
  const ahead = bytes() - first
  await page.evaluate((to) => history.pushState(null, '', to), address)
  await page.getByRole('heading').first().waitFor()
  await untilQuiet(bytes)
  const onward = bytes() - first - ahead
  await page.close()
  return { first, ahead, onward }
}

/** Counts what comes over the line, as the browser does; what it has already would come from its cache. */
async function countScriptBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  return () => bytes
}

/** Waits until no more comes; what a page fetches ahead it asks for only when it has nothing else to do. */
async function untilQuiet(bytes: () => number): Promise<void> {
  let before: number
  do {
    before = bytes()
    await after(QUIET_MS)
  } while (bytes() !== before)
}

/** An address for every route that somebody who is signed in can go to; each parameter is one that he sees. */
async function findAddresses(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage()
  await page.goto('/')
  const files = await readdir(join(ROUTES, '_app'))
  const addresses: string[] = []
  for (const file of files.toSorted()) addresses.push(await addressOf(page, file))
  await page.close()
  return addresses.filter((address) => address !== '/')
}

async function addressOf(page: Page, file: string): Promise<string> {
  const route = `/${file.replace(/(?:^|\.)index\.tsx$|\.tsx$/, '').replaceAll('.', '/')}`
  const [before, parameter] = route.split('$')
  // Nobody of the village has a code: its page says so.
  if (parameter === undefined || before === '/join/') return route.replace('$code', 'nobody')
  return (await findLink(page, before ?? '')) ?? `${before}nobody`
}

/** Where the list of such things leads to first, else what the feed does. */
async function findLink(page: Page, below: string): Promise<string | undefined> {
  for (const list of [below.slice(0, -1), '/']) {
    await page.goto(list, { waitUntil: 'networkidle' })
    const href = await page
      .locator(`main a[href^="${below}"]`)
      .first()
      .getAttribute('href', { timeout: 1_000 })
      .catch(() => null)
    if (href !== null) return href
  }
  return undefined
}
