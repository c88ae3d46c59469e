import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { goTo, type Place, settle } from './arriving.ts'
import { VISITORS } from './places.ts'
import { test } from './visits.ts'

const FOLDER = join(import.meta.dirname, '../../../.cache/screens')
const LANGUAGES = { en: 'en-GB', de: 'de-AT' }
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } }
const THEMES = ['light', 'dark'] as const
// Of a long page the beginning is enough.
const TALLEST = 2400

for (const [who, makeWorld] of Object.entries(VISITORS)) {
  test(`the screens of ${who}`, async ({ visit, complaints }) => {
    complaints.allow(/status of 404/)
    const { places, cookies } = await makeWorld(visit)
    for (const [language, locale] of Object.entries(LANGUAGES)) {
      const page = await visit({ ...cookies, locale })
      for (const place of places) await takePictures(page, place, language)
    }
  })
}

async function takePictures(page: Page, place: Place, language: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport)
    await goTo(page, place)
    // A page is seen as if the window were as tall; what lies over it is seen as it lies there.
    if (!(await page.getByRole('dialog').first().isVisible())) {
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ ...viewport, height: Math.min(height, TALLEST) })
    }
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme })
      await settle(page)
      const path = join(FOLDER, `${place.name.replaceAll(' ', '-')}-${size}-${colorScheme}-${language}.png`)
      await page.screenshot({ path })
    }
  }
}
