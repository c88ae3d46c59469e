import { setTimeout as after } from 'node:timers/promises'
import { quantile } from '@kith/trust-graph/bench/figures'
import type { Page } from '@playwright/test'
import { openBrowser } from './bench-browser.ts'

const SLOWER = 4
const PAINTED_MS = 500

/** The time from a press to the picture that answers it, with a processor four times slower: p95, by the browser's own clock. */
export async function measureInteractions(origin: string, as: string, rounds: number): Promise<number> {
  const browser = await openBrowser(origin, as)
  try {
    const page = await browser.context.newPage()
    await page.addInitScript(observePresses)
    await page.goto('/', { waitUntil: 'networkidle' })
    const session = await browser.context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const all: number[] = []
    for (const [name, press] of Object.entries(PRESSES)) {
      for (let round = 0; round < rounds; round += 1) await press(page)
      const ms = await takeDurations(page)
      console.log(`${name}: ${ms.length} presses, p95 ${quantile(ms, 0.95)} ms`)
      all.push(...ms)
    }
    return quantile(all, 0.95)
  } finally {
    await browser.close()
  }
}

const PRESSES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  filter: async (page) => {
    await page.getByRole('group', { name: 'Filters' }).locator('[aria-haspopup="dialog"]').first().click()
    await page.getByRole('dialog').getByRole('button').nth(1).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('group', { name: 'Filters' }).getByRole('button').first().click()
    await page.locator('article').first().waitFor()
  },
  'open why': async (page) => {
    await page.locator('article').first().getByRole('button').first().click()
    await closeSheet(page)
  },
  'open composer': async (page) => {
    await page.getByRole('button', { name: 'Recommend', exact: true }).last().click()
    await closeSheet(page)
  },
  'next card': async (page) => {
    await page.keyboard.press('j')
    await page.waitForFunction(() => document.activeElement?.tagName === 'ARTICLE')
  },
}

async function closeSheet(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

declare global {
  interface Window {
    presses: Map<number, number>
    observer: PerformanceObserver
  }
}

/** Runs in the page: keeps the longest event of each press. */
function observePresses(): void {
  window.presses = new Map()
  const keep = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      if (!(entry instanceof PerformanceEventTiming) || !entry.interactionId) continue
      const before = window.presses.get(entry.interactionId) ?? 0
      window.presses.set(entry.interactionId, Math.max(before, entry.duration))
    }
  }
  window.observer = new PerformanceObserver((list) => keep(list.getEntries()))
  // The least that the browser grants; by itself it would leave out all below 104 ms. The types do not know it yet.
  const options = { type: 'event', durationThreshold: 16 }
  window.observer.observe(options)
}

async function takeDurations(page: Page): Promise<number[]> {
  // What was pressed last is entered once it is painted.
  await after(PAINTED_MS)
  return page.evaluate(() => {
    const durations = [...window.presses.values()]
    window.presses.clear()
    return durations
  })
}
