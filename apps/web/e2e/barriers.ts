import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { settle } from './arriving.ts'

/** What axe finds on the page at hand in the light, and in the dark, which changes nothing but colours. */
export async function barriersInBothThemes(page: Page): Promise<string[]> {
  const barriers: string[] = []
  for (const [colorScheme, rules] of [
    ['light', undefined],
    ['dark', ['color-contrast']],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await settle(page)
    barriers.push(...(await barriersOn(page, rules)).map((barrier) => `${colorScheme}: ${barrier}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return [...barriers, ...(await secondHeadings(page))]
}

/** Every heading of the page beyond its first of level one; that there is one is axe's to find. */
async function secondHeadings(page: Page): Promise<string[]> {
  const [, ...others] = await page.locator('h1').allTextContents()
  return others.map((title) => `“${title}” is a second heading of the page`)
}

/** What axe finds on the page at hand. No page has frames, so it is loaded once for all looks at a page. */
export async function barriersOn(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations'], ...(rules && { runOnly: [...rules] }) }
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}
