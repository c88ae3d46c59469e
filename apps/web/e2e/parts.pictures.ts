import type { Page } from '@playwright/test'
import { expect, test } from './visits.ts'

const ADDRESS = `http://127.0.0.1:${process.env['KITH_PARTS_PORT']}/ui.html`
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } }
const GROUPS = ['acts', 'fields', 'people', 'pictures', 'page-parts']
const OVERLAYS = ['sheet', 'wide sheet', 'field sheet', 'sure sheet']

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the parts look as they did: ${size}, ${colorScheme}`, async ({ visit }) => {
      const page = await visit({ viewport, colorScheme })
      await page.goto(ADDRESS)
      await page.locator('[data-group]').last().waitFor()
      for (const group of GROUPS) {
        await stand(page)
        await expect
          .soft(page.locator(`[data-group=${group}]`))
          .toHaveScreenshot(`part-${group}-${size}-${colorScheme}.png`)
      }
      for (const overlay of OVERLAYS) {
        await page.reload()
        await page.getByRole('button', { name: `Open the ${overlay}`, exact: true }).click()
        await stand(page)
        await expect
          .soft(page)
          .toHaveScreenshot(`part-${overlay.replace(' ', '-')}-${size}-${colorScheme}.png`)
      }
      await page.reload()
      await page.getByRole('button', { name: 'Show one to undo' }).click()
      await stand(page)
      await expect.soft(page).toHaveScreenshot(`part-toast-${size}-${colorScheme}.png`)
    })
  }
}

async function stand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frames = 0; frames < 3; frames += 1) {
      await new Promise((drawn) => void requestAnimationFrame(drawn))
    }
  })
}
