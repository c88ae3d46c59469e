import { DeviceTelling } from '@kith/contract'
import type { Page } from '@playwright/test'
import { ask } from './asking.ts'
import { join, read } from './people.ts'
import { expect, test } from './visits.ts'

/** What stands in the place of a browser’s own, since none here reaches a push service. */
interface FakeBrowser {
  permission: NotificationPermission
  /** What its person says once asked. */
  answer: NotificationPermission
  /** Null: the push service is not to be reached. */
  endpoint: string | null
}

const ENDPOINT = 'https://push.kith.test/one-device'

async function openSettings(page: Page, browser: FakeBrowser): Promise<void> {
  await page.addInitScript((fake) => {
    let { permission } = fake
    class FakeNotification {
      static get permission() {
        return permission
      }
      static async requestPermission() {
        permission = fake.answer
        return permission
      }
    }
    const pushManager = {
      getSubscription: async () => null,
      subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
        if (fake.endpoint === null) throw new DOMException('no push service', 'AbortError')
        if (applicationServerKey.length !== 87) throw new TypeError('no key')
        return { endpoint: fake.endpoint }
      },
    }
    const registration = { pushManager }
    const worker = { getRegistration: async () => registration, ready: Promise.resolve(registration) }
    const addEventListener = () => undefined
    const register = async () => registration
    const put = (on: object, name: string, value: unknown) =>
      Object.defineProperty(on, name, { value, configurable: true })
    put(navigator, 'serviceWorker', { ...worker, addEventListener, register })
    put(window, 'Notification', FakeNotification)
    put(window, 'PushManager', class {})
  }, browser)
  await page.goto('/settings/notifications')
}

const device = (page: Page) => page.getByRole('switch', { name: 'On this device' })

async function isTold(page: Page): Promise<boolean> {
  return (await read(DeviceTelling, await ask(page, 'GET', '/api/telling/device'))).on
}

test('a device is switched on by whoever says yes to the browser, and off again; times can be chosen for it alone', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Ada')
  await openSettings(page, { permission: 'default', answer: 'granted', endpoint: ENDPOINT })
  await page.getByRole('switch', { name: 'By mail' }).click({ force: true })
  const weekly = page.getByRole('radio', { name: 'Once a week' })
  await expect(weekly).toHaveCount(0)
  await expect(device(page)).not.toBeChecked()
  await device(page).press('Space')
  await expect(device(page)).toBeChecked()
  await expect(weekly).toBeChecked()
  expect(await isTold(page)).toBe(true)
  await device(page).press('Space')
  await expect(device(page)).not.toBeChecked()
  await expect(weekly).toHaveCount(0)
  expect(await isTold(page)).toBe(false)
})

test('a device that was on is on after coming back, unless the browser allows it no more', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Ada')
  await ask(page, 'PUT', '/api/telling/device', { endpoint: `${ENDPOINT}-kept` })
  await openSettings(page, { permission: 'granted', answer: 'granted', endpoint: ENDPOINT })
  await expect(device(page)).toBeChecked()
  await openSettings(page, { permission: 'denied', answer: 'denied', endpoint: ENDPOINT })
  await expect(device(page)).toBeDisabled()
  await expect(device(page)).not.toBeChecked()
  await expect(page.getByText('Your browser does not let Kith show notifications.')).toBeVisible()
})

test('where the browser’s person or its push service says no, the device stays off and says why', async ({
  visit,
}) => {
  const { page } = await join(await visit(), 'Ada')
  await openSettings(page, { permission: 'default', answer: 'default', endpoint: ENDPOINT })
  await device(page).press('Space')
  await expect(page.getByText('Your browser was not given leave')).toBeVisible()
  await openSettings(page, { permission: 'granted', answer: 'granted', endpoint: null })
  await device(page).press('Space')
  await expect(page.getByText('cannot set this up just now')).toBeVisible()
  await expect(device(page)).not.toBeChecked()
  expect(await isTold(page)).toBe(false)
})

test('a browser that cannot be called says so, and one on an iPhone what to do', async ({ visit }) => {
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1'
  for (const [options, words] of [
    [{}, 'This browser cannot do that.'],
    [{ userAgent: phone }, 'Tap Share, then “Add to Home Screen”.'],
  ] as const) {
    const { page } = await join(await visit(options), 'Ada')
    await page.addInitScript(() => Reflect.deleteProperty(window, 'PushManager'))
    await page.goto('/settings/notifications')
    await expect(page.getByText(words)).toBeVisible()
    await expect(device(page)).toBeDisabled()
  }
})

test('a device whose push service calls it at another place tells Kith so by itself, if it was told before', async ({
  visit,
}) => {
  const { page } = await join(await visit({ serviceWorkers: 'allow' }), 'Ada')
  await page.goto('/')
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await renew(page, `${ENDPOINT}-unasked`)
  expect(await isTold(page)).toBe(false)

  await ask(page, 'PUT', '/api/telling/device', { endpoint: `${ENDPOINT}-before` })
  await renew(page, `${ENDPOINT}-after`)
  expect(await isTold(page)).toBe(true)
  // Whoever is told at that place by now takes it from this device, which shows that it was its own.
  const other = await join(await visit(), 'Bea')
  await ask(other.page, 'PUT', '/api/telling/device', { endpoint: `${ENDPOINT}-before` })
  expect(await isTold(page)).toBe(true)
  await ask(other.page, 'PUT', '/api/telling/device', { endpoint: `${ENDPOINT}-after` })
  expect(await isTold(page)).toBe(false)
})

/** Lets the service worker hear what a browser says of another place, and waits until it has done what it does. */
async function renew(page: Page, endpoint: string): Promise<void> {
  const [worker] = page.context().serviceWorkers()
  // Only a browser's own events may be waited for, so this one brings its own way.
  await worker?.evaluate(`(async () => {
    const waited = []
    const event = new Event('pushsubscriptionchange')
    event.newSubscription = { endpoint: ${JSON.stringify(endpoint)} }
    event.waitUntil = (work) => waited.push(work)
    self.dispatchEvent(event)
    await Promise.all(waited)
  })()`)
}
