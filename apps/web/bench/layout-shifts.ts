import type { Page } from '@playwright/test'
import { openBrowser } from './bench-browser.ts'

/** A page, and whether it is looked at as somebody or as nobody. */
export interface Looked {
  readonly name: string
  readonly path: string
  readonly as?: string
}

/** How much moves by itself while a page arrives (CLS): the most of all, each in a browser that was never there. */
export async function measureShifts(origin: string, pages: readonly Looked[]): Promise<number> {
  let most = 0
  for (const { name, path, as } of pages) {
    const browser = await openBrowser(origin, as)
    try {
      const page = await browser.context.newPage()
      await page.addInitScript(observeShifts)
      await page.goto(path, { waitUntil: 'networkidle' })
      const shift = await takeShift(page)
      console.log(`${name}: ${shift.toFixed(4)} of layout shift`)
      most = Math.max(most, shift)
    } finally {
      await browser.close()
    }
  }
  return most
}

declare global {
  interface Window {
    shift: number
  }
}

/** Runs in the page. All shifts are one sum, which is never less than that of the worst window of five seconds. */
function observeShifts(): void {
  window.shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('value' in entry && typeof entry.value === 'number') window.shift += entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

function takeShift(page: Page): Promise<number> {
  return page.evaluate(() => window.shift)
}
