import type { Page } from '@playwright/test'
import type { Place } from './arriving.ts'
import type { Visit } from './hosted.ts'
import { join, PASSWORD, type Person } from './people.ts'
import { expect } from './visits.ts'

/** A device that makes and keeps passkeys, as Chromium plays it. */
export interface Authenticator {
  /** Whether somebody is there who touches it whenever it asks. */
  touched(isTouched: boolean): Promise<void>
  /** Whether it knows the finger that touches it. */
  knows(isKnown: boolean): Promise<void>
}

/** Plugs one into the browser of the page. */
export async function plugIn(page: Page): Promise<Authenticator> {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    touched: async (enabled) => {
      await client.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    },
    knows: async (isUserVerified) => {
      await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}

/** Makes the browser one that offers no passkey by itself: one has to ask for it. */
export async function offerNothing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
  })
}

/** The address of the server by a name: a passkey cannot belong to one in numbers. */
export function byName(baseURL: string | undefined): { baseURL: string } {
  const url = new URL(baseURL ?? '')
  url.hostname = 'localhost'
  return { baseURL: url.origin }
}

/** Adds a passkey in the settings, in English. */
export async function addPasskey(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const sheet = page.getByRole('dialog', { name: 'Add a passkey' })
  await sheet.getByRole('textbox', { name: 'Password' }).fill(password)
  await sheet.getByRole('textbox', { name: 'Name' }).fill(name)
  await sheet.getByRole('button', { name: 'Go on' }).click()
}

/** Somebody who has a passkey, at an address at which one can. */
export async function makeKeyholder(visit: Visit) {
  const outside = await visit()
  await outside.goto('/sign-in')
  const address = byName(outside.url())
  const keyholder: Person = await join(await visit(address), 'Kaja')
  const { page } = keyholder
  await plugIn(page)
  await page.goto('/settings/security')
  await addPasskey(page, '')
  await expect(page.getByText(/^Passkey of/)).toBeVisible()
  return { keyholder, address }
}

/** Her passkeys, and the sheets over them. */
export function ofKeyholder(): Place[] {
  const pressIn = (which: 'first' | 'last') => (page: Page) =>
    page.getByRole('heading', { name: 'Passkeys' }).locator('..').getByRole('button')[which]().click()
  return [
    { name: 'passkeys', path: '/settings/security' },
    { name: 'passkey-name', path: '/settings/security', open: pressIn('first') },
    { name: 'passkey-new', path: '/settings/security', open: pressIn('last') },
  ]
}
