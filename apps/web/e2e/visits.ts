import { randomInt } from 'node:crypto'
import { POSITION_HEADER } from '@kith/contract'
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { followed } from './asking.ts'

interface Complaints {
  /** What the browsers said so far. */
  heard: string[]
  /** Says beforehand what they may complain about in this test. */
  allow(words: RegExp): void
}

interface Fixtures {
  complaints: Complaints
  /** A page in a browser of its own: own cookies, own storage, and an address of its own, by which the server counts tries. */
  visit: (options?: BrowserContextOptions) => Promise<Page>
}

/** A test that fails when any of its browsers complains: a page error, a console error, a refusal of the content policy. */
export const test = base.extend<Fixtures>({
  complaints: async ({ browserName }, use) => {
    const heard: string[] = []
    const allowed: RegExp[] = []
    await use({ heard, allow: (words) => void allowed.push(words) })
    const unexpected = heard.filter((complaint) => !allowed.some((words) => words.test(complaint)))
    expect(unexpected, `what ${browserName} complained about`).toEqual([])
  },
  visit: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = []
    const written: string[] = []
    await use(async (options) => {
      const context = await browser.newContext({ extraHTTPHeaders: newAddress(), ...options })
      contexts.push(context)
      context.on('weberror', (problem) => complaints.heard.push(`page error: ${problem.error().stack}`))
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.heard.push(`${message.text()} ${message.location().url}`)
      })
      context.on('response', (answer) => {
        const position = answer.headers()[POSITION_HEADER]
        if (position !== undefined) written.push(position)
      })
      return openedAfter(written, await context.newPage())
    })
    for (const context of contexts) {
      // What a page still asks for while it closes is answered to nobody.
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' })
      await context.close()
    }
  },
})

// Whatever any page of the test was answered has been followed before this one is opened anew.
function openedAfter(written: string[], page: Page): Page {
  const goto = page.goto.bind(page)
  return Object.assign(page, {
    goto: async (...where: Parameters<Page['goto']>) => {
      const positions = written.splice(0)
      if (positions.length > 0) await followed(page, positions)
      return goto(...where)
    },
  })
}

// As a proxy says it.
function newAddress(): Record<string, string> {
  return { 'x-forwarded-for': [10, randomInt(256), randomInt(256), randomInt(1, 255)].join('.') }
}

export { expect }
