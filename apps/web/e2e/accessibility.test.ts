import { goTo, settle } from './arriving.ts'
import { barriersOn } from './barriers.ts'
import { VISITORS } from './places.ts'
import { expect, test } from './visits.ts'

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

for (const [who, makeWorld] of Object.entries(VISITORS)) {
  test(`no barrier on any page of ${who}, light and dark, wide and narrow`, async ({ visit, complaints }) => {
    // Up to ten places, each looked at four times.
    test.setTimeout(300_000)
    complaints.allow(/status of 404/)
    const { places, cookies } = await makeWorld(visit)
    const page = await visit(cookies)
    const barriers: string[] = []
    for (const place of places) {
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
