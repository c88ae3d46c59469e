import { join } from 'node:path'
import { findBrowser } from '@kith/testkit/browser'
import { type BrowserContext, chromium, request } from '@playwright/test'

/** Where the browser of npm is unpacked. */
export const CACHE = join(import.meta.dirname, '../../../.cache')
const PHONE = { width: 390, height: 844 }

/** A browser as large as a phone that was never here. */
export interface BenchBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

/** Opens a browser, signed in as somebody of the village or as nobody. */
export async function openBrowser(origin: string, as?: string): Promise<BenchBrowser> {
  const launch = await findBrowser(CACHE, chromium.executablePath())
  if (launch === undefined) throw new Error('There is no Chromium on this machine.')
  const browser = await chromium.launch(launch)
  const context = await browser.newContext({
    baseURL: origin,
    // That of the village is made for the occasion.
    ignoreHTTPSErrors: true,
    locale: 'en-GB',
    viewport: PHONE,
    // What it keeps for later visits does not come over the line any more, and is to be counted as for the first.
    serviceWorkers: 'block',
  })
  if (as !== undefined) await signIn(context, origin, as)
  return { context, close: () => browser.close() }
}

/** From now on this browser is signed in as somebody of the village. */
export async function signIn(context: BrowserContext, origin: string, as: string): Promise<void> {
  const visitor = await request.newContext({ ignoreHTTPSErrors: true })
  const answer = await visitor.post(`${origin}/api/auth/look-around`, {
    data: { as },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}.`)
  await context.addCookies((await visitor.storageState()).cookies)
  await visitor.dispose()
}
