import { goTo, type Place, places } from './arriving.ts'
import { first } from './hosted.ts'
import { lookAround, type Person, voicesOf } from './people.ts'
import { openWhy } from './pressing.ts'
import { expect, test } from './visits.ts'

// Shortly after the clock of the server stands where `picture-clock.ts` put it.
const NOW = new Date('2026-11-20T10:05:00Z')
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } }

test('the main screens look as they did', async ({ visit, complaints }) => {
  complaints.allow(/status of 404/)
  const johanna = await lookAround(await visit(), 'johanna')
  const cookies = { storageState: await johanna.page.context().storageState() }
  for (const { locale, size, colorScheme, of } of SHOWN) {
    const page = await visit({ ...cookies, locale, viewport: SIZES[size], colorScheme })
    await page.clock.setFixedTime(NOW)
    for (const place of await of(johanna)) {
      await goTo(page, place)
      await expect
        .soft(page)
        .toHaveScreenshot(`${place.name}-${size}-${colorScheme}-${locale.slice(0, 2)}.png`)
    }
  }
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await visit({ viewport })
    await page.clock.setFixedTime(NOW)
    for (const place of places([['sign-in', '/sign-in']])) {
      await goTo(page, place)
      await expect.soft(page).toHaveScreenshot(`${place.name}-${size}.png`)
    }
  }
})

async function mainPlaces(reader: Person): Promise<Place[]> {
  const heard = await voicesOf(reader)
  const far = first(heard.filter(({ chain }) => chain?.beyond.length === 1))
  return places([
    ['feed', '/'],
    ['why', '/', openWhy(far)],
    ['subject', `/subjects/${far.subject.id}`],
    ['recommendation', `/recommendations/${far.post}`],
    ['search', '/search?q=dach'],
    ['asks', '/asks'],
    ['people', '/people'],
    ['circles', '/circles'],
    ['care', '/care'],
    ['threads', '/threads'],
    ['clubs', '/clubs'],
    ['letter', '/letter'],
    ['thanks', '/thanks'],
    ['notifications', '/notifications'],
    ['remembered', '/remembered'],
    ['for-me', '/for-me'],
    ['settings', '/settings'],
    ['composer', '/circles?sheet=recommend'],
  ])
}

/** English where there is room, German where there is not: each in the light and in the dark. */
const SHOWN = [
  { locale: 'en-GB', size: 'wide', colorScheme: 'light', of: mainPlaces },
  { locale: 'de-AT', size: 'narrow', colorScheme: 'light', of: mainPlaces },
  { locale: 'de-AT', size: 'narrow', colorScheme: 'dark', of: mainPlaces },
  { locale: 'en-GB', size: 'wide', colorScheme: 'dark', of: mainPlaces },
] as const
