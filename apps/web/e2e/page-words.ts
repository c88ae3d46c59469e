import type { Page } from '@playwright/test'

/** All that the API has answered, in which the words of people are found. */
export function listenForData(page: Page): () => string {
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
export function isSaid(word: string, data: string): boolean {
  return word
    .replaceAll(/[“”„]/g, '')
    .split(', ')
    .every((part) => data.includes(part))
}

/** The app’s words: what people wrote is marked with its language, pictures are drawn. */
export async function wordsOn(page: Page): Promise<string[]> {
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
export async function tooWide(page: Page): Promise<string[]> {
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
