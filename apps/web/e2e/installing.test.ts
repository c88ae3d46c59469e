import { goTo } from './arriving.ts'
import { barriersInBothThemes } from './barriers.ts'
import { join } from './people.ts'
import { expect, test } from './visits.ts'

const LOOK = { name: 'look', path: '/settings/look' }
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

test('where the browser offers it, the settings put Kith on the home screen by a press, and nothing asks by itself', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Paul')
  await goTo(page, LOOK)
  await expect(page.getByRole('heading', { name: 'As an app' })).toHaveCount(0)
  const isKept = await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true })
    Object.assign(offer, { prompt: async () => void dispatchEvent(new Event('appinstalled')) })
    return !dispatchEvent(offer)
  })
  expect(isKept).toBe(true)
  const button = page.getByRole('button', { name: 'Put Kith on your home screen' })
  await expect(button).toBeVisible()
  expect(await barriersInBothThemes(page)).toEqual([])
  await button.click()
  await expect(page.getByText('Kith stands among your apps.')).toBeVisible()
  await expect(button).toHaveCount(0)
})

test('where it is done by hand, the settings say the two steps', async ({ visit }) => {
  const phone = { userAgent: IPHONE, viewport: { width: 390, height: 844 } }
  for (const { locale, steps } of [
    { locale: 'en-GB', steps: ['Tap “Share”', 'Choose “Add to Home Screen”'] },
    { locale: 'de-AT', steps: ['Tippe in deinem Browser auf „Teilen“', 'Wähle „Zum Home-Bildschirm“'] },
  ]) {
    const { page } = await join(await visit({ ...phone, locale }), 'Paul')
    await goTo(page, LOOK)
    for (const step of steps) await expect(page.getByRole('listitem').filter({ hasText: step })).toBeVisible()
    expect(await barriersInBothThemes(page)).toEqual([])
  }
})
