import type { Page } from '@playwright/test'
import { goTo, type Place } from './arriving.ts'
import { VISITORS } from './places.ts'
import { expect, test } from './visits.ts'

// The same word in both languages.
const SHARED = new Set(
  'kith Name Film Job Restaurant Link Feed Handle English Deutsch Esc Person Links Ben Code Passkeys website'.split(
    ' ',
  ),
)

const PHONE = { viewport: { width: 390, height: 844 } }

for (const [who, makeWorld] of Object.entries(VISITORS)) {
  test(`every page of ${who} speaks English and German and fits a phone`, async ({ visit, complaints }) => {
    complaints.allow(/status of 404/)
    const { places, cookies } = await makeWorld(visit)
    const english = await visit({ ...cookies, ...PHONE, locale: 'en-GB' })
    const german = await visit({ ...cookies, ...PHONE, locale: 'de-AT' })
    const data = listenForData(english)
    const faults: string[] = []
    for (const place of places) {
      const [words, germanWords] = await Promise.all([
        lookAt(english, place, 'en', faults),
        lookAt(german, place, 'de', faults),
      ])
      const worte = new Set(germanWords)
      const same = words.filter((word) => worte.has(word) && !SHARED.has(word) && !isSaid(word, data()))
      faults.push(...same.map((word) => `${place.name}: “${word}” in both languages`))
    }
    expect(faults).toEqual([])
  })
}

/** Goes to a place, notes what is wrong with the page as such, and answers its words. */
async function lookAt(page: Page, place: Place, language: string, faults: string[]): Promise<string[]> {
  await goTo(page, place)
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    faults.push(`${place.name}: <html lang> is not ${language}`)
  }
  for (const wide of await tooWide(page))
    faults.push(`${place.name} ${language}: wider than the phone: ${wide}`)
  return wordsOn(page)
}

/** All that the API has answered, in which the words of people are found. */
function listenForData(page: Page): () => string {
  const answers: string[] = ['example.org']
  page.on('response', (response) => {
    if (!response.url().includes('/api/')) return
    response.text().then(
      (body) => answers.push(JSON.stringify(JSON.parse(body || 'null')).replaceAll('\\"', '"')),
      () => undefined,
    )
  })
  return () => answers.join('\n')
}

/** Whether somebody said or is called so, whatever quotes and years stand around it. */
function isSaid(word: string, data: string): boolean {
  return word
    .replaceAll(/[“”„]/g, '')
    .split(', ')
    .every((part) => data.includes(part))
}

/** The app’s words: what people wrote is marked with its language, pictures are drawn. */
async function wordsOn(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const words: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (parentElement?.closest('body [lang], svg') === null) words.push(textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) words.push(element.getAttribute(name) ?? '')
    }
    return words
  })
  return found.map((word) => word.trim()).filter((word) => /\p{L}{3}/u.test(word))
}

/** What reaches beyond the right edge and cannot be scrolled to on purpose. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      const parent = element.parentElement
      if (parent === null || parent === document.documentElement) return false
      return /auto|scroll|hidden|clip/.test(getComputedStyle(parent).overflowX) || scrolls(parent)
    }
    const { clientWidth, scrollWidth } = document.documentElement
    const sheets = [...document.querySelectorAll('[role=dialog]')].filter(
      (one) => one.scrollWidth > one.clientWidth,
    )
    const wide = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1 && !scrolls(one),
    )
    if (scrollWidth <= clientWidth && wide.length + sheets.length === 0) return []
    return [...sheets, ...wide].slice(0, 3).map((one) => one.outerHTML.slice(0, 160))
  })
}
