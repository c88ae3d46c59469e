import type { Page } from '@playwright/test'
import { expect, test } from './visits.ts'

const ADDRESS = `http://127.0.0.1:${process.env['KITH_PARTS_PORT']}/ui.html`
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } }
const GROUPS = ['acts', 'fields', 'people', 'pictures', 'page-parts']
const OVERLAYS = ['sheet', 'wide sheet', 'field sheet', 'sure sheet', 'lost sheet']

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the parts look as they did: ${size}, ${colorScheme}`, async ({ visit }) => {
      const page = await visit({ viewport, colorScheme })
      await begin(page)
      for (const group of GROUPS) {
        await stand(page)
        await expect
          .soft(page.locator(`[data-group=${group}]`))
          .toHaveScreenshot(`part-${group}-${size}-${colorScheme}.png`)
      }
      for (const overlay of OVERLAYS) {
        await begin(page)
        await page.getByRole('button', { name: `Open the ${overlay}`, exact: true }).click()
        await page.getByRole('dialog').waitFor()
        await stand(page)
        await expect
          .soft(page)
          .toHaveScreenshot(`part-${overlay.replace(' ', '-')}-${size}-${colorScheme}.png`)
      }
      await begin(page)
      await page.getByRole('button', { name: 'Show one to undo' }).click()
      await page.getByText('Ben is blocked in ten seconds.').waitFor()
      await stand(page)
      await expect.soft(page).toHaveScreenshot(`part-toast-${size}-${colorScheme}.png`)
    })
  }
}

// What fades in begins as nothing, and a picture may be taken of that.
const AT_ONCE = '*, ::before, ::after { animation: none !important; transition: none !important }'

async function begin(page: Page): Promise<void> {
  await page.goto(ADDRESS)
  await page.addStyleTag({ content: AT_ONCE })
  await page.locator('[data-group]').last().waitFor()
}

async function stand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frames = 0; frames < 3; frames += 1) {
      await new Promise((drawn) => void requestAnimationFrame(drawn))
    }
  })
}
