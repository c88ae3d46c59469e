import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '@kith/testkit/free-port'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from './visits.ts'

// The page of all parts where the device chooses the colours, as Windows does for those who need few and strong ones. What
// can be told apart there is looked for in what is drawn, not in what the styles say.

const PRESSED = '[data-group] :is(button, a, select, textarea, input:not([hidden]), input[class] + span)'
// WCAG 2.2: of what text is drawn in, and of what tells one state from another.
const CONTRAST = 4.5
// Three dots, the smallest sign there is, have that many.
const FEW_PIXELS = 6

test('in the colours of a device all that one presses is seen, what is chosen looks it, and the theme chosen in Kith changes nothing', async ({
  visit,
}) => {
  await using parts = await serveParts()
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await visit({ forcedColors: 'active', colorScheme })
    await page.goto(parts.address)
    await page.locator('[data-group]').last().waitFor()
    const picture = await draw(page)
    for (const theme of ['light', 'dark']) {
      await page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), theme)
      expect(picture.equals(await draw(page)), `${theme} chosen on a ${colorScheme} device`).toBe(true)
    }
    const pressed = await placesOf(page, PRESSED, true)
    expect(pressed.length).toBeGreaterThan(80)
    const seen = await Promise.all(pressed.map((place) => seenIn(picture, place)))
    expect(namesOf(pressed, seen), colorScheme).toEqual([])

    const chosen = await unchoose(page)
    expect(chosen.length).toBeGreaterThan(8)
    const after = await draw(page)
    const changes = await Promise.all(chosen.map((place) => changedIn(picture, after, place)))
    expect(namesOf(chosen, changes), colorScheme).toEqual([])
  }
})

/** The page of parts, built and served for one test. */
async function serveParts(): Promise<AsyncDisposable & { address: string }> {
  const port = String(await freePort())
  const server = spawn(process.execPath, [join(import.meta.dirname, 'serve-parts.ts')], {
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}/ui.html`
  await expect(async () => expect((await fetch(address)).status).toBe(200)).toPass({ timeout: 60_000 })
  return {
    address,
    [Symbol.asyncDispose]: async () => {
      server.kill()
      await once(server, 'exit')
    },
  }
}

/** Which places have too few pixels of what was counted. */
function namesOf(places: readonly Place[], pixels: readonly number[]): string[] {
  return places.filter((_place, at) => (pixels[at] ?? 0) < FEW_PIXELS).map(({ name }) => name)
}

interface Place {
  name: string
  left: number
  top: number
  width: number
  height: number
}

/** Where everything of a kind stands that is on the page, or with `words` what it says, where it says anything. */
function placesOf(page: Page, selector: string, words = false): Promise<Place[]> {
  return page.locator(selector).evaluateAll((elements, ofWords) => {
    const shownWords = (element: Element): Range | undefined => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const range = document.createRange()
        range.selectNode(node)
        // What is for the ear alone has a pixel to stand in.
        if (node.textContent?.trim() && (node.parentElement?.offsetWidth ?? 0) > 1) return range
      }
      return undefined
    }
    return elements.flatMap((element) => {
      const shown = (ofWords && shownWords(element)) || element
      const { left, top, right, bottom } = shown.getBoundingClientRect()
      const isThere = right - left > 1 && bottom - top > 1 && left >= 0 && right <= innerWidth
      const said = element.getAttribute('aria-label') ?? element.closest('label, button, a, div')?.textContent
      const corner = { left: Math.floor(left), top: Math.floor(top + scrollY) }
      const size = { width: Math.ceil(right) - corner.left, height: Math.ceil(bottom + scrollY) - corner.top }
      return isThere ? [{ name: `${element.tagName} ${said}`, ...corner, ...size }] : []
    })
  }, words)
}

/** Takes back what is chosen, and answers where that was. */
async function unchoose(page: Page): Promise<Place[]> {
  const states = '[data-group] :is(:checked, [aria-pressed=true], [aria-current], [data-done])'
  const places = await placesOf(page, `${states}:not(option)`)
  await page.locator(states).evaluateAll((elements) => {
    for (const element of elements) {
      if (element instanceof HTMLInputElement) element.checked = false
      element.removeAttribute('aria-current')
      element.removeAttribute('data-done')
      if (!element.hasAttribute('aria-pressed')) continue
      element.setAttribute('aria-pressed', 'false')
      // A chip has a class for it besides.
      element.setAttribute('class', element.getAttribute('class')?.replace(/ .*/, '') ?? '')
    }
  })
  return places
}

async function draw(page: Page): Promise<Buffer> {
  return page.screenshot({ fullPage: true, animations: 'disabled' })
}

/** How much of a place stands out from what most of it is drawn in. */
async function seenIn(picture: Buffer, place: Place): Promise<number> {
  const colours = await coloursIn(picture, place)
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const [[ground] = [0]] = [...counts].toSorted(([, one], [, other]) => other - one)
  return colours.filter((colour) => contrast(colour, ground) >= CONTRAST).length
}

/** How much of a place is drawn in another colour than before. */
async function changedIn(before: Buffer, after: Buffer, place: Place): Promise<number> {
  const [old, fresh] = [await coloursIn(before, place), await coloursIn(after, place)]
  return old.filter((colour, at) => contrast(colour, fresh[at] ?? colour) >= CONTRAST).length
}

/** The colour of every pixel of a place. */
async function coloursIn(picture: Buffer, { left, top, width, height }: Place): Promise<number[]> {
  const pixels = await sharp(picture).extract({ left, top, width, height }).removeAlpha().raw().toBuffer()
  return Array.from({ length: pixels.length / 3 }, (_none, at) => pixels.readUIntBE(at * 3, 3))
}

function contrast(one: number, other: number): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return one === other ? 1 : (lighter + 0.05) / (darker + 0.05)
}

const luminances = new Map<number, number>()

/** As WCAG reckons it; kept, since most pixels are of a few colours. */
function luminance(colour: number): number {
  const known = luminances.get(colour)
  if (known !== undefined) return known
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => {
    const value = ((colour >> shift) & 255) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const made = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  luminances.set(colour, made)
  return made
}
