import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { goTo, makeWorld, settle } from './places.ts'
import { expect, test } from './visits.ts'

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

for (const who of ['nobody', 'newcomer', 'host', 'villager'] as const) {
  test(`no barrier on any page of ${who}, light and dark, wide and narrow`, async ({ visit, complaints }) => {
    // Some dozens of pages, each looked at four times.
    test.setTimeout(300_000)
    complaints.allow(/status of 404/)
    const { places, cookies } = await makeWorld(visit)
    const page = await visit(cookies[who])
    const barriers: string[] = []
    for (const place of places.filter((one) => one.who === who)) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize(WIDE)
      await goTo(page, place)
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await settle(page)
          // Darkness changes nothing but colours.
          const found = await barriersOn(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)
          barriers.push(...found.map((barrier) => `${place.name} ${size.width} ${colorScheme}: ${barrier}`))
        }
      }
    }
    expect(barriers).toEqual([])
  })
}

async function barriersOn(page: Page, rules: string[] | undefined): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}
