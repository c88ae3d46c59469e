import { addPasskey, byName, offerNothing, plugIn } from './authenticator.ts'
import { signOut } from './doing.ts'
import { join, PASSWORD } from './people.ts'
import { expect, test } from './visits.ts'

test('a passkey is added with the password, signs in, is renamed and removed', async ({
  visit,
  baseURL,
  complaints,
}) => {
  complaints.allow(/status of 40[13]/)
  const { page } = await join(await visit(byName(baseURL)), 'Ada')
  await offerNothing(page)
  await plugIn(page)
  await page.goto('/settings/security')
  await addPasskey(page, '', 'not her password')
  await expect(page.getByText('That is not your password.')).toBeVisible()
  const sheet = page.getByRole('dialog', { name: 'Add a passkey' })
  await sheet.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await sheet.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  await expect(page.getByText(/^Passkey of \d+ \w+$/)).toBeVisible()
  await expect(page.getByText('not used yet')).toBeVisible()

  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveCount(0)
  await page.goto('/settings/security')
  await expect(page.getByText('last used today')).toBeVisible()

  await page.getByRole('button', { name: /^Rename “Passkey of/ }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('The old laptop')
  await page.getByRole('button', { name: 'Keep it so' }).last().click()
  await page.getByRole('button', { name: 'Remove “The old laptop”' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Remove “The old laptop”' }).click()
  const removed = page.waitForResponse(
    (answer) => answer.request().method() === 'DELETE' && answer.url().includes('/api/auth/passkeys/'),
  )
  await page.getByRole('button', { name: 'Now' }).click()
  expect((await removed).status()).toBe(204)
  await expect(page.getByText('The old laptop')).toHaveCount(0)

  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('Nobody could be signed in by this passkey.')).toBeVisible()
})

test('the browser offers a passkey by itself where the address is written', async ({ visit, baseURL }) => {
  const ada = await join(await visit(byName(baseURL)), 'Ada')
  const { page } = ada
  const device = await plugIn(page)
  await page.goto('/settings/security')
  await addPasskey(page, 'Phone')
  await expect(page.getByText('Phone', { exact: true })).toBeVisible()
  await device.touched(false)
  await signOut(page)
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAttribute(
    'autocomplete',
    'username webauthn',
  )
  await device.touched(true)
  await page.goto('/sign-in?to=/settings')
  await expect(page.getByText(`Signed in as ${ada.me.email}.`)).toBeVisible()
})

test('whom the device does not know gets no passkey and does not get in, and is told what else there is', async ({
  visit,
  baseURL,
}) => {
  const { page } = await join(await visit(byName(baseURL)), 'Ada')
  await offerNothing(page)
  const device = await plugIn(page)
  await page.goto('/settings/security')
  await device.knows(false)
  await addPasskey(page, 'Phone')
  await expect(page.getByText('No passkey was made. You can try again.')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('No passkey was chosen.')).toBeVisible()
})

test('at an address in numbers, to which no passkey can belong, nothing of it shows', async ({ visit }) => {
  const { page } = await join(await visit(), 'Ada')
  await page.goto('/settings/security')
  await expect(page.getByText('this device', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Passkeys' })).toHaveCount(0)
  const stranger = await visit()
  await stranger.goto('/sign-in')
  await expect(stranger.getByRole('heading', { name: 'Look around as …' })).toBeVisible()
  await expect(stranger.getByRole('button', { name: 'Sign in with a passkey' })).toHaveCount(0)
})
