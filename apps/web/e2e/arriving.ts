import type { Page, Request } from '@playwright/test'
import { expect } from './visits.ts'

/** Somewhere in the app: an address, and what has to be pressed there. Words of one language occur nowhere. */
export interface Place {
  name: string
  path: string
  open?: (page: Page) => Promise<void>
}

type Row = [name: string, path: string, open?: (page: Page) => Promise<void>]

/** Places, a row for each. */
export function places(rows: Row[]): Place[] {
  return rows.map(([name, path, open]) => ({ name, path, ...(open && { open }) }))
}

/** Loads a place and waits until everything there is fetched and drawn. */
export async function goTo(page: Page, place: Place): Promise<void> {
  countRequests(page)
  await page.goto(place.path)
  await arrive(page, place)
}

/**
 * Goes from place to place as the app’s own links do, without loading it anew. Only where something was pressed on the
 * very page that comes next is it loaded, since that might still be open.
 */
export async function goOnTo(page: Page, place: Place, before: Place | undefined): Promise<void> {
  const isSamePage = before?.path.split('?')[0] === place.path.split('?')[0]
  if (before === undefined || (before.open && isSamePage)) return goTo(page, place)
  await page.evaluate(async (href) => {
    const router = Reflect.get(globalThis, '__TSR_ROUTER__')
    await router.navigate({ href })
    while (router.state.status !== 'idle' || router.state.resolvedLocation?.href !== href) {
      await new Promise((drawn) => void requestAnimationFrame(drawn))
    }
  }, place.path)
  await arrive(page, place)
}

async function arrive(page: Page, { path, open }: Place): Promise<void> {
  await settle(page)
  if (path.includes('sheet=')) await page.getByRole('dialog').waitFor()
  if (open === undefined) return
  await open(page)
  await settle(page)
}

const underWay = new WeakMap<Page, Set<Request>>()

function countRequests(page: Page): void {
  if (underWay.has(page)) return
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/** Waits until nothing is on its way and what came is drawn, and lets no colour be half changed. */
export async function settle(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await expect(async () => {
    expect(underWay.get(page)?.size).toBe(0)
    await page.evaluate(async () => {
      await document.fonts.ready
      for (let frames = 0; frames < 3; frames += 1) {
        await new Promise((drawn) => void requestAnimationFrame(drawn))
      }
      for (const animation of document.getAnimations()) animation.finish()
    })
    expect(underWay.get(page)?.size).toBe(0)
  }).toPass({ intervals: [20, 50, 100, 200] })
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}
