import type { Page } from '@playwright/test'
import { goOnTo, settle } from './arriving.ts'
import { barriersInBothThemes } from './barriers.ts'
import { isSaid, listenForData, tooWide, wordsOn } from './page-words.ts'
import { VISITORS } from './places.ts'
import { expect, test } from './visits.ts'

// The same word in both languages.
const SHARED = new Set(
  'kith Name Film Job Restaurant Link Feed Handle English Deutsch Esc Person Links Ben Code Passkeys website'.split(
    ' ',
  ),
)

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 900 }
// The narrowest there is, and what is left of a desk at four times the size.
const NARROWEST = { width: 320, height: 640 }

for (const [who, makeWorld] of Object.entries(VISITORS)) {
  test(`everywhere that ${who} comes: no barrier, both languages, nothing wider than a phone`, async ({
    visit,
    complaints,
  }) => {
    // Up to fifty places, each looked at in seven ways.
    test.setTimeout(300_000)
    complaints.allow(/status of 404/)
    const { places, cookies } = await makeWorld(visit)
    const english = await visit({ ...cookies, viewport: PHONE, locale: 'en-GB' })
    const german = await visit({ ...cookies, viewport: PHONE, locale: 'de-AT' })
    const data = listenForData(english)
    const faults: string[] = []
    for (const [at, place] of places.entries()) {
      const note = (found: string[]) => faults.push(...found.map((fault) => `${place.name}: ${fault}`))
      const goTo = (page: Page) => goOnTo(page, place, places[at - 1])
      const [words, worte] = await Promise.all([
        lookInEnglish(english, goTo, note),
        lookInGerman(german, goTo, note),
      ])
      const same = words.filter((word) => worte.has(word) && !SHARED.has(word) && !isSaid(word, data()))
      note(same.map((word) => `“${word}” in both languages`))
    }
    expect(faults).toEqual([])
  })
}

type GoTo = (page: Page) => Promise<void>
type Note = (found: string[]) => void

/** Looks for what keeps anybody out, on a phone and at a desk, and answers the page's words. */
async function lookInEnglish(page: Page, goTo: GoTo, note: Note): Promise<string[]> {
  await page.setViewportSize(PHONE)
  await goTo(page)
  const words = await wordsOn(page)
  await noteLanguage(page, 'en', note)
  await noteWidth(page, note)
  note((await barriersInBothThemes(page)).map((barrier) => `phone, ${barrier}`))
  await page.setViewportSize(DESK)
  note((await barriersInBothThemes(page)).map((barrier) => `desk, ${barrier}`))
  return words
}

/** Looks whether the longer words fit, and answers them. */
async function lookInGerman(page: Page, goTo: GoTo, note: Note): Promise<Set<string>> {
  await page.setViewportSize(PHONE)
  await goTo(page)
  const words = await wordsOn(page)
  await noteLanguage(page, 'de', note)
  await noteWidth(page, note)
  await page.setViewportSize(NARROWEST)
  await settle(page)
  await noteWidth(page, note)
  return new Set(words)
}

async function noteLanguage(page: Page, language: string, note: Note): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) !== language) note([`<html lang> is not ${language}`])
}

async function noteWidth(page: Page, note: Note): Promise<void> {
  const width = page.viewportSize()?.width
  note((await tooWide(page)).map((wide) => `wider than ${width}: ${wide}`))
}
